import { expect, it } from '@jest/globals';
import type { Annotation, Source } from '@groundwire/client';
import { cite } from './cite.ts';

const citation = (end_index: number, chunk_id?: string): Annotation => ({
  type: 'url_citation',
  url_citation: { start_index: 0, end_index, url: 'file:///README.md', title: 'Groundwire', chunk_id },
});
const sources = ['a', 'b'].map((id) => ({ id })) as Source[];

it('puts the number of the source behind each cited span', () => {
  const marked = cite('First. Second.\n\nThird.', [citation(6, 'b'), citation(14, 'a')], sources);
  expect(marked).toBe('First. [2] Second. [1]\n\nThird.');
});

it('leaves out citations that are of no source', () => {
  expect(cite('First.', [citation(6, 'c'), citation(6)], sources)).toBe('First.');
});
