import { describe, expect, it } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import { Progress } from './progress.ts';
import { renderReport } from './report.ts';

describe('Progress', () => {
  const written = (isTTY: boolean, columns?: number): { progress: Progress; all: () => string } => {
    let text = '';
    const output = { isTTY, write: (more: string) => (text += more), ...(columns !== undefined && { columns }) };
    return { progress: new Progress(output), all: () => text };
  };

  it('rewrites one line of a terminal, no wider than it, and lets the last one stand', () => {
    const { progress, all } = written(true, 6);
    progress.show('one of ten');
    progress.show('two of ten');
    progress.end();
    progress.end();
    expect(all()).toBe('\r\u001b[Kone o\r\u001b[Ktwo o\n');
  });

  it('knows no width of a terminal that tells none', () => {
    const { progress, all } = written(true, 0);
    progress.show('one of ten');
    expect(all()).toBe('\r\u001b[Kone of ten');
  });

  it('writes a line now and then elsewhere, the last one always and once', () => {
    const { progress, all } = written(false);
    for (let done = 1; done <= 50; done++) progress.show(`${done} of 50`);
    progress.end();
    progress.show('compared');
    progress.end();
    expect(all()).toBe('1 of 50\n50 of 50\ncompared\n');
  });
});

describe('renderReport', () => {
  it('is a table, then what is wrong, then what was changed', () => {
    const rows = [
      { what: 'chunks', source: 2_500, here: 2_499, isEqual: false },
      { what: 'turns', source: 1, here: 1, isEqual: true },
      { what: 'files', source: 3, here: 3, instead: 'recorded' },
    ];
    const ids = Array.from({ length: 12 }, (_, at) => `c${at}`);
    const text = renderReport({ rows, problems: [{ text: 'Missing', ids }], notes: [{ text: 'A note.' }] });
    expect(stripVTControlCharacters(text).split('\n')).toEqual([
      '        at the source   here',
      'chunks          2,500  2,499  not equal',
      'turns               1      1  equal',
      'files               3      3  recorded',
      '',
      '! Missing: c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, and 2 more in the state file',
      '- A note.',
      '',
    ]);
  });
});
