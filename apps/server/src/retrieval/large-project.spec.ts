import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, type Library, openLibrary } from '../documents/testing/open-library.ts';
import type { ChunkedProject } from '../documents/documents.service.ts';
import { wordKeys } from './candidates/word-keys.ts';
import { referenceScores } from './testing/reference-ranking.ts';

const COUNT = 1_800;
const COLOURS = ['red', 'green', 'blue', 'yellow', 'violet', 'orange', 'white'];
const THINGS = [
  'lamp',
  'chair',
  'table',
  'clock',
  'mirror',
  'carpet',
  'drawer',
  'window',
  'ladder',
  'kettle',
  'basket',
];
const PLACES = ['kitchen', 'garden', 'cellar', 'attic', 'garage'];
/** Each text differs from all others, so no two score alike unless they say as much. */
const TEXTS = Array.from({ length: COUNT }, (_, index) => {
  const words = [COLOURS[index % 7], THINGS[index % 11], PLACES[index % 5], `number${index}`];
  return `The ${words.join(' ')} ${'again '.repeat(index % 13)}`.trim();
});

/** Above the size from which candidates are looked for. */
describe('retrieval in a large project', () => {
  let library: Library;
  let project: ChunkedProject;
  beforeAll(async () => {
    library = await openLibrary();
    project = await library.addProject();
    const metadata = TEXTS.map((_, index) => ({ even: index % 2 === 0, hundredth: index % 100, index }));
    await library.documents.addText(project, { texts: TEXTS, metadata });
  }, 120_000);
  afterAll(() => library.database.close());

  const scoresOf = (question: string): number[] => referenceScores(question, TEXTS);

  it.each([
    ['a rare word', 'number1234', {}],
    ['words of many chunks', 'a green lamp in the cellar', {}],
    ['a typing error', 'the veilow kettle number17', {}],
    ['no known word', 'lampshades', {}],
    ['stop words alone', 'the', {}],
    ['a filter that keeps half', 'a green lamp in the cellar', { even: true }],
    ['a filter that keeps one in a hundred', 'a green lamp in the cellar', { hundredth: 42 }],
    ['a range', 'violet basket', { index: { $gte: 100 } }],
  ])('returns the k best with their exact scores: %s', async (_, question, filter) => {
    const passages = await library.retrieval.retrieve(project, ask(question, { k: 12, filter }));
    const scores = scoresOf(question);
    const passing = TEXTS.map((text, index) => ({ text, index, score: scores[index]! })).filter(
      ({ index }) =>
        (!('even' in filter) || index % 2 === 0) &&
        (!('hundredth' in filter) || index % 100 === 42) &&
        (!('index' in filter) || index >= 100),
    );
    const best = passing.map(({ score }) => score).toSorted((left, right) => right - left);
    expect(passages).toHaveLength(12);
    passages.forEach(({ text, score }, place) => {
      expect(score).toBeCloseTo(scores[TEXTS.indexOf(text)]!, 5);
      expect(score).toBeCloseTo(best[place]!, 5);
    });
  });

  it('returns k passages although fewer hold a word of the question', async () => {
    const hundred = await library.retrieval.retrieve(project, ask('number1234', { k: 100 }));
    expect(new Set(hundred.map(({ id }) => id)).size).toBe(100);
    hundred.forEach(({ text, score }) => {
      expect(score).toBeCloseTo(scoresOf('number1234')[TEXTS.indexOf(text)]!, 5);
    });
    const filtered = ask('number1234', { k: 1_000, filter: { even: true } });
    expect(await library.retrieval.retrieve(project, filtered)).toHaveLength(900);
  });

  it('fills places that no rare word fills with the best by common words, and with others', async () => {
    const question = 'number1234 lamp';
    const passages = await library.retrieval.retrieve(project, ask(question, { k: 400 }));
    const scores = scoresOf(question);
    const best = scores.toSorted((left, right) => right - left);
    const lamps = scores.filter((_, index) => index % 11 === 0 || index === 1234).length;
    expect(passages).toHaveLength(400);
    passages.slice(0, lamps).forEach(({ score }, place) => {
      expect(score).toBeCloseTo(best[place]!, 5);
    });
  });

  it('offers no candidate of another project, however alike its chunks are', async () => {
    const other = await library.addProject();
    await library.documents.addText(other, { texts: ['red lamp'] });
    const [row] = await library.database.query<{ keys: number[] }>(
      'select keys from chunk_word where project_id = $1',
      [other.id],
    );
    const found = await library.database.query('select from chunk_word where project_id = $1 and keys && $2::int[]', [
      project.id,
      row!.keys,
    ]);
    expect(found).toEqual([]);
  });

  it('gives rows from before the candidates the keys that new rows get', async () => {
    const [row] = await library.database.query<{ key: number }>(
      `select 12345 # ('x' || right($1::uuid::text, 8))::bit(32)::int as key`,
      [project.id],
    );
    expect([row!.key]).toEqual(wordKeys(project.id, [12_345]));
  });
});
