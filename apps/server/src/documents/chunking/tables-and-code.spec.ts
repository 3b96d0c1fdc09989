import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ChunkOptions, chunkText } from './chunk-text.ts';

const texts = (text: string, options: ChunkOptions = {}): string[] =>
  Array.from(chunkText(text, options), (chunk) => chunk.text);
const words = (length: number): string => 'Words go on and on. '.repeat(length / 20).trim();

const HEAD = '| part | price |\n| --- | ---: |';
const rows = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => `| lid ${from + index} | ${from + index} euros |`).join('\n');

describe('a table', () => {
  it('that fits into a chunk is whole, even where half of it would have filled the one before', () => {
    const table = `${HEAD}\n${rows(0, 20)}`;
    expect(texts(`${words(700)}\n\n${table}\n\n${words(400)}`)).toContainEqual(expect.stringContaining(table));
  });

  it('that does not is cut between rows, and each further chunk begins with its header', () => {
    const text = `# Parts\n\nWhat they cost.\n\n${HEAD}\n${rows(10, 40)}\n\nThat was all.`;
    const chunks = [...chunkText(text, { size: 200 })];
    expect(chunks[0]!.text).toBe(`# Parts\n\nWhat they cost.\n\n${HEAD}\n${rows(10, 16)}`);
    expect(chunks[1]!.text).toBe(`${HEAD}\n${rows(16, 23)}`);
    expect(chunks.at(-1)!.text).toBe(`${HEAD}\n${rows(37, 40)}\n\nThat was all.`);
    expect(chunks.map(({ headings }) => headings)).toEqual([[], ['Parts'], ['Parts'], ['Parts'], ['Parts']]);
    for (const chunk of chunks.slice(1)) expect(chunk.text).toBe(`${HEAD}\n${text.slice(chunk.start, chunk.end)}`);
  });

  it('repeats none of its rows, and none of them before what follows it', () => {
    const chunks = texts(`${HEAD}\n${rows(10, 30)}\n\n${words(300)}`, { size: 200 });
    expect(chunks.filter((chunk) => chunk.includes('lid 12'))).toHaveLength(1);
    expect(chunks.filter((chunk) => chunk.includes('lid 29'))).toHaveLength(1);
  });

  it('cuts a row that is too long, each part under the header', () => {
    const chunks = texts(`${HEAD}\n| ${words(300)} | 1 |`, { size: 120 });
    expect(chunks.length).toBeGreaterThan(3);
    for (const chunk of chunks) expect(chunk.startsWith(HEAD)).toBe(true);
  });

  it.each([
    ['its first line where both are more than half of a chunk', '| a | b |', `|${'-'.repeat(60)}|---|`, '| a | b |'],
    ['the beginning of a first line that is', `| ${'a'.repeat(80)} | b |`, '|---|---|', `| ${'a'.repeat(47)}`],
  ])('repeats of its header %s', (_what, first, second, expected) => {
    const chunks = texts(`${first}\n${second}\n${rows(10, 30)}`, { size: 100 });
    expect(chunks.at(-1)!.startsWith(`${expected}\n| lid `)).toBe(true);
  });

  it('ends at a line without a bar and at a heading; bars in a cell, and no bars around, are fine', () => {
    const table = `a \\| b | c\n:-: | -\n1 | 2`;
    const text = `${table}\nSaid of ${words(200)}\n\n${table}\n# 1 | 2\n\n${words(200)}`;
    expect(texts(text, { size: 60 })[0]).toMatch(/^a .*\n1 \| 2\nSaid of/s);
    expect([...chunkText(text, { size: 60 })].at(-1)!.headings).toEqual(['1 | 2']);
  });

  it.each([
    ['no line of dashes', '| a | b |'],
    ['too few of them', '| --- |'],
    ['a line under a title', '---'],
    ['other characters among them', '| -=- | --- |'],
  ])('is none with %s', (_what, second) => {
    const text = `| a | b |\n${second}\n${rows(0, 9)}`;
    expect(texts(text, { size: 60 }).at(-1)).not.toContain('| a | b |');
  });

  it('is whole between a customer’s separators, and has its header where they could not cut it', () => {
    const text = `${words(100)}\n\n${HEAD}\n${rows(10, 30)}\n\n${words(100)}`;
    expect(texts(text, { size: 700, separators: ['\n\n'] })).toContainEqual(
      expect.stringContaining(`${HEAD}\n${rows(10, 30)}`),
    );
    const chunks = texts(text, { size: 200, separators: ['\n\n'] });
    expect(chunks.filter((chunk) => chunk.includes(`${HEAD}\n| lid`))).toHaveLength(4);
    expect(texts(text, { size: 60, separators: ['\n'] })).toContainEqual(rows(12, 14));
  });
});

describe('fenced code', () => {
  const fenced = (code: string): string => `\`\`\`js\n${code}\n\`\`\``;
  const half = (name: string): string => `function ${name}() {\n${`  call(${name});\n`.repeat(5)}}`;

  it('that fits into a chunk is whole, with the blank lines and the comments in it', () => {
    const code = fenced(`# one\n\n${half('a')}\n\n# two\n\n${half('b')}`);
    const chunks = texts(`${words(200)}\n\n${code}\n\n${words(200)}`, { size: 300 });
    expect(chunks).toContainEqual(expect.stringContaining(code));
  });

  it('that does not is cut at blank lines', () => {
    const chunks = texts(fenced(['a', 'b', 'c'].map(half).join('\n\n')), { size: 120 });
    expect(chunks).toEqual([`\`\`\`js\n${half('a')}`, half('b'), `${half('c')}\n\`\`\``]);
  });

  it('without blank lines is cut at lines, which keep what they begin with', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `${' '.repeat(index % 8)}line(${index}); // Yes. No.`);
    const chunks = texts(fenced(lines.join('\n')), { size: 100 });
    expect(chunks.join('\n')).toBe(fenced(lines.join('\n')));
  });

  it('with a line that is too long is cut in it as prose is', () => {
    expect(texts(fenced(`"${words(200)}"`), { size: 60 })).toContain(words(60));
  });

  it('ends only at a fence of its own kind, and code within a sentence opens none', () => {
    const text = `\`\`\`\`md\n\`\`\`\n# no\n\n~~~~\n\`\`\`\`\n\n# Yes\n\n\`\`\`one\`\`\` and more.\n\n## Too\n\nEnd.`;
    expect([...chunkText(text, { size: 30 })].at(-1)!.headings).toEqual(['Yes']);
    expect(texts(text, { size: 30 })[0]).toContain('# no');
  });
});

describe('whatever the text', () => {
  const line = fc.constantFrom(
    '| a | b |',
    '|-|-|',
    'a | b',
    '- | -',
    '```',
    '~~~',
    '# h',
    'word. Word',
    '',
    '😀|',
    'x|',
  );
  const longLine = fc.string({ unit: fc.constantFrom('|', ' ', 'x', '😀', '-', '\\'), maxLength: 60 });
  const document = fc.array(fc.oneof(line, line, longLine), { maxLength: 60 }).map((found) => found.join('\n'));
  const separators = fc.constantFrom(null, null, ['\n\n'], ['\n'], ['|']);

  it('nothing is lost, torn or above the size, and only a header stands before what is in the text', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 2, max: 90 }), separators, (text, size, separators) => {
        let from = 0;
        for (const chunk of chunkText(text, { size, separators })) {
          const own = text.slice(chunk.start, chunk.end);
          expect(chunk.text.endsWith(own)).toBe(true);
          expect(chunk.text.length).toBeLessThanOrEqual(size);
          expect(own.isWellFormed()).toBe(true);
          expect(text.slice(from, chunk.start).trim()).toBe('');
          const header = chunk.text.slice(0, -own.length);
          if (header !== '') expect(header).toMatch(/\n$/);
          from = chunk.end;
        }
        expect(text.slice(from).trim()).toBe('');
      }),
      { numRuns: 1_000 },
    );
  });

  it('each row is whole in some chunk, under its header', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '`', '#', '-'), maxLength: 12 });
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(table, fc.integer({ min: 100, max: 200 }), fc.boolean(), (cells, size, hasText) => {
        const written = cells.map(([first, second], index) => `| ${index} ${first} | ${second} |`);
        const table = [HEAD, ...written].join('\n');
        const chunks = texts(hasText ? `${words(80)}\n\n${table}\n\n${words(80)}` : table, { size });
        for (const row of written) {
          const found = chunks.find((chunk) => chunk.split('\n').includes(row));
          expect(found?.indexOf(HEAD) ?? Infinity).toBeLessThan(found?.indexOf(row) ?? 0);
        }
      }),
    );
  });

  it('code that fits is whole', () => {
    const code = fc.array(fc.constantFrom('a();', '', '  b();', '# c', '| d | e |', '|---|---|'), { maxLength: 10 });
    fc.assert(
      fc.property(code, fc.integer({ min: 0, max: 200 }), (lines, before) => {
        const fenced = ['```', ...lines, '```'].join('\n');
        const text = `${words(before)}\n\n${fenced}\n\n${words(100)}`;
        expect(texts(text, { size: 120 }).some((chunk) => chunk.includes(fenced))).toBe(true);
      }),
    );
  });

  it.each([
    ['300,000 bars', '|'.repeat(300_000)],
    ['bars over dashes', `${'|'.repeat(10_000)}\n${'|-'.repeat(9_999)}|\n`.repeat(10)],
    ['escaped bars', '\\|'.repeat(150_000)],
    ['empty rows', `| a | b |\n|---|---|\n${'|||\n'.repeat(75_000)}`],
    ['1 MB in a table’s row', `| a | b |\n|---|---|\n| ${'x '.repeat(500_000)} |`],
    ['table heads', '|a|b|\n|-|-|\n\n'.repeat(20_000)],
    ['code that is not closed', `\`\`\`\n${'line\n\n'.repeat(50_000)}`],
    ['1 MB in a line of code', `\`\`\`\n${'x'.repeat(1_000_000)}\n\`\`\``],
    ['1 MB of indentation in code', `\`\`\`\n${' '.repeat(1_000_000)}x\n\`\`\``],
    ['fences', '```\n~~~~\n'.repeat(30_000)],
    ['1 MB of one fence', '`'.repeat(1_000_000)],
    ['a fence and white space', `\`\`\`\n${'`'.repeat(9_000)}${' '.repeat(9_000)}x\n`.repeat(50)],
  ])('reads %s to the end before the test runs out of time', (_, text) => {
    for (const separators of [null, ['|']]) {
      const chunks = [...chunkText(text, { separators })];
      expect(chunks.at(-1)?.end).toBe(text.trimEnd().length);
      expect(Math.max(...chunks.map((chunk) => chunk.text.length))).toBeLessThanOrEqual(1_200);
    }
  });
});
