import { describe, expect, it } from '@jest/globals';
import type { Passage } from '../../../retrieval/passage.ts';
import { CitedText } from './cited-text.ts';
import { Candidate } from './support.ts';

const passage = (id: string, text: string): Passage => ({
  id,
  documentId: 'd',
  title: `Title ${id}`,
  score: 1,
  text,
  metadata: {},
});
const candidates = [
  passage('a', 'The museum opens at nine on weekdays. Dogs stay outside. 🎈 Balloons are sold at the counter.'),
  passage('b', '博物館は月曜日に休館します。入場料は千円です。'),
].map((passage) => new Candidate(passage));

interface Seen {
  text: string;
  cited: string[];
  removed: number;
}

function cite(parts: string[], keepsMarkers = false): Seen {
  const cited = new CitedText(candidates, keepsMarkers);
  const outcomes = [...parts.map((part) => cited.push(part)), cited.end()];
  const text = outcomes.map((outcome) => outcome.text).join('');
  return {
    text,
    cited: outcomes.flatMap(({ citations }) =>
      citations.map(({ start, end, passage: { id } }) => `${id}: ${text.slice(start, end)}`),
    ),
    removed: cited.removed,
  };
}

describe('a cited text', () => {
  it('turns marks into citations of the statements before them', () => {
    expect(cite(['On weekdays the museum opens at nine [p1]. Dogs must stay outside the museum. [p1]'])).toEqual({
      text: 'On weekdays the museum opens at nine. Dogs must stay outside the museum.',
      cited: ['a: On weekdays the museum opens at nine', 'a: Dogs must stay outside the museum.'],
      removed: 0,
    });
  });

  it('writes marks as places in the sources where they are to stay', () => {
    expect(cite(['The museum opens at nine on weekdays [p1].'], true)).toEqual({
      text: 'The museum opens at nine on weekdays [1].',
      cited: ['a: The museum opens at nine on weekdays'],
      removed: 0,
    });
  });

  it('counts UTF-16 code units, across emoji and Japanese', () => {
    expect(cite(['🎈🎈 Balloons are sold at the counter [p1]. 博物館は月曜日に休館します[p2]。'])).toMatchObject({
      cited: ['a: 🎈🎈 Balloons are sold at the counter', 'b: 博物館は月曜日に休館します'],
    });
  });

  it.each([
    ['no passage', 'The museum opens at nine on weekdays [p7].', 'The museum opens at nine on weekdays.'],
    ['a passage without the words', 'Elephants paint purple landscapes [p1].', 'Elephants paint purple landscapes.'],
    ['a passage without the number', 'The museum opens on 25 weekdays [p1].', 'The museum opens on 25 weekdays.'],
    ['nothing at all', '[p1]', ''],
  ])('removes a mark that names %s, and counts it', (_name, given, text) => {
    const seen = cite([given]);
    expect(seen).toMatchObject({ text, removed: 1 });
    expect(cite([given], true).text).toBe(text);
  });

  it('gives two marks behind one statement the same span, and half statements their own', () => {
    const seen = cite(['The museum opens at nine [p1][p1], and dogs stay outside it [p1].']);
    expect(seen.cited).toEqual([
      'a: The museum opens at nine',
      'a: The museum opens at nine',
      'a: , and dogs stay outside it',
    ]);
  });

  it('finds sentences without a mark by their words, once the text has ended', () => {
    expect(cite(['The museum opens at nine on weekdays. I like it.']).cited).toEqual([
      'a: The museum opens at nine on weekdays.',
    ]);
  });

  it('is the same, cut anywhere', () => {
    const text = '- The museum opens at nine on weekdays [p1].\n- 🎈 Balloons are sold at the counter. [p1][p2] [p';
    const whole = cite([text]);
    expect(whole.text).toBe('- The museum opens at nine on weekdays.\n- 🎈 Balloons are sold at the counter. [p');
    for (let cut = 1; cut < text.length; cut++) expect(cite([text.slice(0, cut), text.slice(cut)])).toEqual(whole);
    expect(cite(text.split(/(?:)/u))).toEqual(whole);
  });

  it('knows where a place of the model’s own text went', () => {
    const cited = new CitedText(candidates, false);
    const given = 'The museum opens at nine [p1] on weekdays.';
    const { text } = cited.push(given);
    expect(text.slice(cited.placeOf(given.indexOf('on weekdays')))).toBe('on weekdays.');
    expect(cited.placeOf(4)).toBe(4);
  });
});
