import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decodePage } from './decode-page.ts';
import { PageTooLargeError } from './parse-page.ts';
import { readPage } from './read-page.ts';

const fixture = (name: string): string => readFileSync(new URL(`__fixtures__/${name}.html`, import.meta.url), 'utf8');
const read = (html: string) => readPage(html, 'https://site.test/a/b?c=1#d');
const body = (html: string): string => read(`<html><body>${html}</body></html>`).text;

describe('readPage', () => {
  it('reads an article without what surrounds it', () => {
    const page = readPage(fixture('article'), 'https://harbour.example/2026/lighthouse?utm=1');
    expect(page).toEqual({
      title: 'Why the lighthouse keeps two lamps',
      text: expect.any(String),
      canonicalUrl: 'https://www.harbour.example/2026/lighthouse',
      language: 'en-GB',
      publishedTime: '2026-03-04T08:30:00.000Z',
    });
    expect(page.text).toContain('written down in 1886 as `rule_of_two`.');
    expect(page.text).toContain('When fog comes in from the sound, the keeper');
    expect(page.text).toContain('\n\n## How it is used today\n\nShips carry receivers');
    expect(page.text).toContain(
      '1. the oil of the large lamp,\n2. the wick of the small lamp, with its parts:\n   - burner\n   - collar\n3. the glass.',
    );
    expect(page.text).toContain('The small lamp, lit in fog');
    expect(page.text).not.toMatch(/Subscribe|Ten boats|Imprint|cookies|secret_script|editor's comment|hidden|color/);
  });

  it('keeps the table and the code of a reference page', () => {
    const { text, title } = readPage(fixture('reference'), 'https://fathom.example/openTable');
    expect(title).toBe('openTable — Fathom 2 reference');
    expect(text).toContain(
      [
        '| Option | Type | Default |',
        '| --- | --- | --- |',
        '| mode | "r" \\| "rw" | "r" |',
        '| block_size | integer | 4096 |',
        '| anything else |  | is refused |',
      ].join('\n'),
    );
    expect(text).toContain(
      [
        '```js',
        "const table = await openTable('north.snd');",
        'if (table.rows > 0) {',
        '    console.log(table.deepest());',
        '}',
        '```',
      ].join('\n'),
    );
    expect(text).toContain('```sh\nfathom open north.snd\nfathom close --all\n```');
    expect(text).toContain('## Errors\n\nThrows `TableLocked` when');
    expect(text).not.toContain('Installation');
  });

  it('reads all of a page that holds no article', () => {
    expect(readPage(fixture('no-article'), 'https://pool.example/hours')).toEqual({
      title: 'Opening hours',
      text: '## Pool\n\n| Mon | 8–20 |\n| --- | --- |\n| Sun | closed |\n\n- Towels: 2 €\n- Lockers: free\n\nCall 555-0123',
      canonicalUrl: 'https://pool.example/hours',
      language: undefined,
      publishedTime: undefined,
    });
  });

  it.each<[string, string, string]>([
    ['nothing', '', ''],
    ['text alone', 'just words', 'just words'],
    ['a fragment', '<p>one<p>two', 'one\n\ntwo'],
    ['a page without body', '<html><head><title>t</title></head><p>one</p><p>two</p></html>', 'one\n\ntwo'],
    ['no end tags', '<html><body><ul><li>one<li>two', '- one\n- two'],
    ['a layout table', '<table><tr><td><h2>A</h2><p>one</p></td><td><p>two</p></td></tr></table>', '## A\n\none\n\ntwo'],
    ['entities', '<p>a &lt;b&gt; &amp; &eacute;&nbsp;c</p>', 'a <b> & é\u00a0c'],
    ['what looks like Markdown', '<p>snake_case_name and *stars* [x]</p>', 'snake_case_name and *stars* [x]'],
    ['backticks in code', '<pre>a\n```\nb</pre>', '````\na\n```\nb\n````'],
    ['a list that starts later', '<ol start="7"><li>x</li><li>y</li></ol>', '7. x\n8. y'],
  ])('reads %s', (_what, html, text) => expect(read(html).text).toBe(text));

  it.each<[string, string, string]>([
    ['another path', '<link rel="canonical" href="/x#y">', 'https://site.test/x'],
    ['a base', '<base href="https://site.test/z/"><link rel="canonical" href="x">', 'https://site.test/z/x'],
    ['www and http', '<link rel="canonical" href="http://www.site.test/">', 'http://www.site.test/'],
    ['another site', '<link rel="canonical" href="https://evil.test/">', 'https://site.test/a/b?c=1'],
    ['a site that ends alike', '<link rel="canonical" href="https://notsite.test/">', 'https://site.test/a/b?c=1'],
    ['another port', '<link rel="canonical" href="https://site.test:8443/">', 'https://site.test/a/b?c=1'],
    ['a script', '<link rel="canonical" href="javascript:alert(1)">', 'https://site.test/a/b?c=1'],
    ['credentials', '<link rel="canonical" href="https://a:b@site.test/">', 'https://site.test/a/b?c=1'],
    ['a base elsewhere', '<base href="https://evil.test/"><link rel="canonical" href="x">', 'https://site.test/a/b?c=1'],
  ])('takes its canonical address from %s', (_what, head, expected) => {
    expect(read(`<html><head>${head}</head><body>x</body></html>`).canonicalUrl).toBe(expected);
  });

  it('takes neither a language nor a time that is none', () => {
    const head = '<meta property="article:published_time" content="yesterday">';
    const page = read(`<html lang="<x>"><head>${head}</head><body><p>${'word '.repeat(100)}</p></body></html>`);
    expect(page).toMatchObject({ language: undefined, publishedTime: undefined });
  });

  it('drops what is deep inside but not seen', () => {
    const deep = '<div>'.repeat(150);
    expect(body(`${deep}seen<script>not</script>`)).toBe('seen');
  });
});

describe('a hostile page', () => {
  const sizes = { deep: 100_000, wide: 100_000 };

  it.each<[string, string]>([
    ['elements in each other', '<div>'.repeat(sizes.deep)],
    ['marks in each other', '<b>x'.repeat(sizes.deep)],
    ['lists in each other', '<ul><li>x'.repeat(sizes.deep / 2)],
    ['tables in each other', '<table><tr><td>x'.repeat(sizes.deep / 4)],
    ['quotes in each other', '<blockquote>x'.repeat(sizes.deep)],
    ['many deep ones', `${'<div>'.repeat(90)}x, y${'</div>'.repeat(90)}`.repeat(200)],
    ['one tag of many attributes', `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=1`).join(' ')}>x</p>`],
    ['an open tag', `<p ${'a '.repeat(sizes.wide)}`],
    ['an open comment', '<!--'.repeat(sizes.wide)],
    ['breaks', '<br>'.repeat(sizes.wide)],
    ['cells', `<table>${'<tr><td>a<td>b'.repeat(sizes.wide / 2)}</table>`],
    ['items', `<ol>${'<li>x'.repeat(10_000)}</ol>`],
    ['backticks', `<pre>${'` '.repeat(sizes.wide)}</pre><p>${'`'.repeat(sizes.wide)}</p>`],
    ['spaces', `<p>${' '.repeat(sizes.wide)}x${'\n'.repeat(sizes.wide)}</p>`],
    ['a wide span', '<table><tr><td colspan=1000000000>a<td colspan=-7>b</table>'.repeat(100)],
  ])('of %s is read', (_what, html) => {
    const begun = performance.now();
    expect(typeof body(html)).toBe('string');
    process.stderr.write(`${_what} ${Math.round(performance.now() - begun)}\n`);
  });

  it('that is too large is refused', () => {
    expect(() => read('x'.repeat(9 * 1024 * 1024))).toThrow(PageTooLargeError);
  });
});

describe('decodePage', () => {
  const latin = Buffer.from('<p>caf\u00e9</p>', 'latin1');
  it.each<[string, Uint8Array, string | undefined, string]>([
    ['its header', latin, 'ISO-8859-1', '<p>caf\u00e9</p>'],
    ['a byte order mark above its header', Buffer.from('\ufeffcaf\u00e9'), 'ISO-8859-1', 'caf\u00e9'],
    ['UTF-16', Buffer.from('\ufeffcaf\u00e9', 'utf16le'), undefined, 'caf\u00e9'],
    ['its meta tag', Buffer.from('<meta charset="koi8-r">\xc1', 'latin1'), undefined, '<meta charset="koi8-r">\u0430'],
    ['UTF-8, unsaid', Buffer.from('caf\u00e9'), undefined, 'caf\u00e9'],
    ['something else, unsaid', latin, undefined, '<p>caf\u00e9</p>'],
    ['a charset that nobody knows', latin, 'klingon', '<p>caf\u00e9</p>'],
    ['nothing', Buffer.alloc(0), undefined, ''],
  ])('reads by %s', (_what, bytes, charset, text) => expect(decodePage(bytes, charset)).toBe(text));
});
