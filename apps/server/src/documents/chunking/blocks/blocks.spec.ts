import { describe, expect, it } from '@jest/globals';
import { blocks, MAX_BLOCK_LENGTH } from './blocks.ts';
import { splitAtSeparators } from '../atoms/split-atoms.ts';

describe('blocks', () => {
  it('cuts a line without an end, and says that the paragraph goes on', () => {
    const found = [...blocks('x'.repeat(MAX_BLOCK_LENGTH * 2.5))];
    expect(found.map(({ start, end }) => end - start)).toEqual([20_000, 20_000, 10_000]);
    expect(found.map(({ endsParagraph }) => endsParagraph)).toEqual([false, false, true]);
  });

  it.each(['? ', 'x', '# ', 'word\n', '\n ', ' \t#', '- a\n'])(
    'makes no block longer than two limits of %j',
    (piece) => {
      const text = `a${piece.repeat(200_000 / piece.length)}b`;
      for (const { start, end } of blocks(text)) expect(end - start).toBeLessThan(2 * MAX_BLOCK_LENGTH);
    },
  );

  it('skips white space between a heading and its text, however long', () => {
    expect([...blocks(`# Title #\n${'\n'.repeat(200_000)}Text`)]).toMatchObject([
      { start: 0, end: 9, heading: 'Title' },
      { start: 200_010, end: 200_014, outerHeadings: ['Title'], heading: undefined },
    ]);
  });
});

describe('splitAtSeparators', () => {
  it('gives the first pieces of a text without separators before it has read the others', () => {
    const hostile = `${'x'.repeat(30_000)}${' ;'.repeat(10)}`;
    const starts = Array.from(splitAtSeparators(hostile, 10_000, ['|', ';']), ({ start }) => start);
    expect(starts.slice(0, 4)).toEqual([0, 10_000, 20_000, 30_001]);
  });
});
