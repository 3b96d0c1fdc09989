import { describe, expect, it } from '@jest/globals';
import type { Passage } from '../../../retrieval/passage.ts';
import { findCitations } from './annotate.ts';
import { Candidate } from './support.ts';

const passage = (id: string, text: string): Passage => ({
  id,
  documentId: 'd',
  title: `Title ${id}`,
  score: 1,
  text,
  metadata: {},
});
const passages = [
  passage('a', 'The museum opens at nine on weekdays. Dogs stay outside.'),
  passage('b', '博物館は月曜日に休館します。入場料は千円です。'),
];
const cited = (text: string): string[][] =>
  findCitations(
    text,
    passages.map((passage) => new Candidate(passage)),
  ).map(({ start, end, passage: { id } }) => [text.slice(start, end), `https://x.test/${id}`]);

describe('findCitations', () => {
  it('cites each sentence whose words a passage holds, and no other', () => {
    const text = 'On weekdays the museum opens at nine. I like museums very much indeed.';
    expect(cited(text)).toEqual([['On weekdays the museum opens at nine.', 'https://x.test/a']]);
  });
  it('counts UTF-16 code units, across emoji and Chinese characters', () => {
    const text = '🎈🎈 Balloons! The museum opens at nine on weekdays. 博物館は月曜日に休館します。';
    expect(cited(text)).toEqual([
      ['The museum opens at nine on weekdays.', 'https://x.test/a'],
      ['博物館は月曜日に休館します。', 'https://x.test/b'],
    ]);
  });
  it('leaves short sentences alone, whose words any passage may hold', () => {
    expect(cited('Dogs. Yes, dogs.')).toEqual([]);
  });
  it('has nothing to say about an empty answer', () => expect(cited('')).toEqual([]));
});
