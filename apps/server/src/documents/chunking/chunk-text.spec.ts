import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chunkText } from './chunk-text.ts';

const sentence = (name: string, length: number): string => `${name}${'x'.repeat(length - name.length - 1)}.`;
const texts = (text: string, options = {}): string[] => Array.from(chunkText(text, options), (chunk) => chunk.text);

describe('chunkText', () => {
  it('leaves a short text whole', () => {
    expect([...chunkText('  One sentence. Another one.\n')]).toEqual([
      { start: 2, end: 28, text: 'One sentence. Another one.', headings: [] },
    ]);
  });

  it('packs whole sentences up to 1,200 characters and repeats up to 200', () => {
    const sentences = Array.from({ length: 20 }, (_, index) => sentence(`S${index}`, 150));
    const chunks = texts(sentences.join(' '));
    expect(chunks[0]).toBe(sentences.slice(0, 7).join(' '));
    expect(chunks[1]).toBe(sentences.slice(6, 13).join(' '));
    for (const chunk of chunks) expect(chunk.length).toBeLessThanOrEqual(1_200);
  });

  it('repeats nothing where the next sentence would not fit beside it', () => {
    const [small, large, larger] = [sentence('S', 60), sentence('L', 390), sentence('M', 440)];
    expect(texts(`${large} ${small} ${large}`, { size: 460 })).toEqual([`${large} ${small}`, `${small} ${large}`]);
    expect(texts(`${large} ${small} ${larger}`, { size: 460 })).toEqual([`${large} ${small}`, larger]);
  });

  it('ends at a paragraph in the second half of a chunk', () => {
    const first = `${sentence('A', 400)} ${sentence('B', 300)}`;
    const second = `${sentence('C', 400)} ${sentence('D', 300)}`;
    expect(texts(`${first}\n\n${second}`)).toEqual([first, second]);
  });

  it('begins a new chunk at a heading once a quarter is full, and knows the headings above', () => {
    const text = `# Guide\n\nIntro.\n\n## Install\n\n${sentence('I', 400)}\n\n## Run\n\n${sentence('R', 400)}\n\n# More\n\nEnd.`;
    const chunks = [...chunkText(text)];
    expect(chunks.map((chunk) => chunk.text.split('\n')[0])).toEqual(['# Guide', '## Run', '# More']);
    expect(chunks.map(({ headings }) => headings)).toEqual([[], ['Guide'], []]);
  });

  it('never leaves a heading alone at the end of a chunk', () => {
    const text = `${sentence('A', 290)}\n\n## Heading\n\n${sentence('B', 700)} ${sentence('C', 400)}`;
    expect(texts(text)[0]).not.toMatch(/Heading$/);
  });

  it('takes no comment in fenced code for a heading', () => {
    const text = `${sentence('A', 500)}\n\n\`\`\`sh\n# comment\nnpm test\n\`\`\``;
    expect([...chunkText(text)]).toMatchObject([{ text, headings: [] }]);
  });

  it('cuts a sentence that is too long at white space, or in the word where there is none', () => {
    expect(texts('aaaa bbbb cccc dddd', { size: 10 })).toEqual(['aaaa bbbb', 'cccc dddd']);
    expect(texts('abcdefghijkl', { size: 5 })).toEqual(['abcde', 'fghij', 'kl']);
  });

  it('cuts at a customer’s separators in their order, and deeper only what is too large', () => {
    expect(texts('one;two,three;four', { size: 9, separators: [';', ','] })).toEqual(['one;two,', 'three;', 'four']);
    expect(texts('a;b;c', { size: 100, separators: [';'] })).toEqual(['a;b;c']);
    expect(texts('One. Two. Three.', { size: 10, separators: ['', '|'] })).toEqual(['One. Two.', 'Three.']);
  });

  it('reads a long document only as far as it is asked to', () => {
    const huge = `${sentence('A', 1_000)}\n\n`.repeat(20_000);
    const { value } = chunkText(huge).next();
    expect(value?.text).toBe(sentence('A', 1_000));
  });

  it('takes no mark that is not followed by a title, no long line and no part of one for a heading', () => {
    const text = `# \n\n##\tTitle ## \r\n\n# ${'x'.repeat(1_000)}\n\n${'y'.repeat(20_000)}# z\n\nEnd.`;
    expect([...chunkText(text)].at(-1)).toMatchObject({ headings: ['Title'] });
  });

  it.each([
    ['a heading of closing marks', `# ${' \t#'.repeat(300_000)}x`],
    ['one line of end marks', '? '.repeat(500_000)],
    ['one word', 'x'.repeat(1_000_000)],
    ['line ends', `${'\n'.repeat(1_000_000)}x`],
    ['white space', `${' '.repeat(1_000_000)}x`],
    ['fences', '~~~\n```\n'.repeat(125_000)],
  ])('reads 1 MB of %s to its end before the test runs out of time', (_, text) => {
    for (const separators of [null, [' ', ';'], [';', '|']]) {
      expect([...chunkText(text, { separators })].at(-1)?.end).toBe(text.trimEnd().length);
    }
  });

  it('loses nothing but white space, tears no character and exceeds no size, whatever the text', () => {
    const piece = fc.constantFrom('word', '. ', '\n', '\n\n', '# h\n', '😀', '。', ' ', '```\n', 'x'.repeat(30), '- ');
    const text = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));
    const separators = fc.constantFrom(null, ['\n\n', '\n'], ['.']);
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 60 }), separators, (document, size, separators) => {
        const covered = new Set<number>();
        for (const chunk of chunkText(document, { size, separators })) {
          expect(chunk.text).toBe(document.slice(chunk.start, chunk.end));
          expect(chunk.text.length).toBeLessThanOrEqual(size);
          expect(chunk.text.isWellFormed()).toBe(true);
          for (let place = chunk.start; place < chunk.end; place++) covered.add(place);
        }
        const lost = [...document.split('').keys()].filter((place) => !covered.has(place));
        expect(lost.every((place) => /\s/.test(document[place]!))).toBe(true);
      }),
    );
  });

  it('keeps a surrogate pair whole even where a chunk may have one code unit', () => {
    expect(texts('a😀b', { size: 1 })).toEqual(['a', '😀', 'b']);
  });
});
