import { describe, expect, it } from '@jest/globals';
import { candidatesOf } from './candidates.ts';

const passage = (text: string, title: string | null = null) => ({ id: 'id', title, text });
const textsOf = (text: string): string[] => candidatesOf(passage(text), 0).map((candidate) => candidate.text);

describe('candidatesOf', () => {
  it('quotes prose verbatim, white space aside', () => {
    expect(textsOf('It is **open**\nfrom `9`  to 17. Come in!')).toEqual([
      'It is **open** from `9` to 17.',
      'Come in!',
    ]);
  });

  it('strips list, task and quote markers', () => {
    expect(textsOf('- First item\n* [x] second item\n3. third item\n> quoted words')).toEqual([
      'First item',
      'second item',
      'third item',
      'quoted words',
    ]);
  });

  it('leaves out headings, code, images, HTML, rules and single words', () => {
    const text =
      '# A heading here\n\n```sh\nnpm run it all\n```\n\n' +
      '![an image here](a.png)\n\n<p align="center">\n\n---\n\nWord.\n\nA real sentence.';
    expect(textsOf(text)).toEqual(['A real sentence.']);
  });

  it('takes title, heading, question and lead-in as what the next sentences stand under', () => {
    const text = '## Sundays\n\nWhen do you open? At ten sharp.\n\n## Holidays\n\nYou need:\n- a ticket today';
    const candidates = candidatesOf(passage(text, 'Opening hours'), 2);
    expect(candidates.map((candidate) => [candidate.text, [...candidate.contextStems], candidate.passage])).toEqual([
      ['At ten sharp.', ['open', 'hour', 'sundai'], 2],
      ['a ticket today', ['open', 'hour', 'holidai', 'need'], 2],
    ]);
  });

  it('quotes the cells of a table that are sentences, and knows their rows', () => {
    const table = '| id | promise |\n|---|---|\n| P10 | a cut stream is never complete |\n| P11 | a \\| b |';
    const candidates = candidatesOf(passage(table), 0);
    expect(candidates.map(({ text }) => text)).toEqual(['a cut stream is never complete']);
    expect(candidates[0]!.contextStems).toContain('p10');
  });

  it('takes each line for itself where lines have no end marks', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `value number ${index} of the log`);
    expect(textsOf(lines.join('\n'))).toEqual(lines);
  });

  it('analyses a title, heading or row once, however many sentences stand under it', () => {
    const [sentences, rows] = ['Two words.\n\n'.repeat(100), `|${' one two three four five |'.repeat(100)}`];
    const candidates = candidatesOf(passage(`${sentences}${rows}`, 'title '.repeat(3_000)), 0);
    expect(candidates).toHaveLength(200);
    expect(new Set(candidates.map(({ contextStems }) => contextStems)).size).toBe(2);
  });

  it('reads a long run of white space in a line once', () => {
    expect(textsOf(`two${' '.repeat(300_000)}words`)).toEqual(['two words']);
  });
});
