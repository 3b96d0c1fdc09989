import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, type Library, openLibrary } from '../documents/testing/open-library.ts';
import { referenceScores } from './testing/reference-ranking.ts';

const TEXTS = [
  'A stream that was cut ends with an error, never with a finish reason.',
  'Tokens are checked before anything else; a token without a signature is refused.',
  'We are open from 9 to 17, and on Sundays from 10 to 14.',
  'Streams of slow readers are held back, so that memory stays small. A slow stream harms no other stream.',
  'Das Museum öffnet sonntags um zehn Uhr.',
  '博物館は日曜日の十時に開きます。',
  'An error names the field at fault.',
];
const QUESTIONS = [
  'What happens when a stream is cut?',
  'opening hours on Sundays',
  'Wann öffnet das Museum am Sonntag?',
  '博物館は何時に開きますか',
  'tokne signature',
  'Who are you?',
  'zebra',
];

describe('RetrievalService', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library.database.close());

  const projectWith = async (texts: string[], metadata: Record<string, unknown>[] = []): Promise<{ id: string }> => {
    const project = await library.addProject();
    await library.documents.addText(project, { texts, metadata });
    return project;
  };

  it.each(QUESTIONS)('scores and ranks as two-field BM25 does: %s', async (question) => {
    const passages = await library.retrieval.retrieve(await projectWith(TEXTS), ask(question));
    const expected = referenceScores(question, TEXTS)
      .map((score, index) => ({ score, text: TEXTS[index]! }))
      .sort((left, right) => right.score - left.score);
    expect(passages.map(({ text }) => text)).toEqual(expected.map(({ text }) => text));
    for (const [index, { score }] of passages.entries()) expect(score).toBeCloseTo(expected[index]!.score, 5);
  });

  it('keeps every score in [0, 1], best first', async () => {
    const project = await projectWith(['stream '.repeat(40), 'stream', 'other words']);
    const scores = (await library.retrieval.retrieve(project, ask('stream'))).map(({ score }) => score);
    expect(scores[0]).toBe(1);
    expect(scores.at(-1)).toBe(0);
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
  });

  it('returns k passages whenever so many exist, in a fixed order where scores are equal', async () => {
    const project = await projectWith(['same words', 'same words', 'same words', 'nothing else']);
    const passages = await library.retrieval.retrieve(project, ask('same words', { k: 3 }));
    expect(passages).toHaveLength(3);
    expect(passages.map(({ id }) => id)).toEqual(passages.map(({ id }) => id).toSorted());
    expect(await library.retrieval.retrieve(project, ask('same words', { k: 3 }))).toEqual(passages);
  });

  it('scores 0 for a question without any word, and still returns k passages', async () => {
    const project = await projectWith(TEXTS);
    const passages = await library.retrieval.retrieve(project, ask('???', { k: 2 }));
    expect(passages.map(({ score, text }) => [score, text])).toEqual([
      [0, TEXTS[0]],
      [0, TEXTS[1]],
    ]);
  });

  it('leaves out what scores less than minScore', async () => {
    const project = await projectWith(TEXTS);
    const all = await library.retrieval.retrieve(project, ask('cut stream'));
    const minScore = all[1]!.score;
    expect(await library.retrieval.retrieve(project, ask('cut stream', { minScore }))).toEqual(all.slice(0, 2));
    expect(await library.retrieval.retrieve(project, ask('cut stream', { minScore: 1.01 }))).toEqual([]);
  });

  it('never changes a score by a filter, and returns k passages under it', async () => {
    const project = await projectWith(
      TEXTS,
      TEXTS.map((_, index) => ({ even: index % 2 === 0 })),
    );
    const all = await library.retrieval.retrieve(project, ask('cut stream'));
    const even = await library.retrieval.retrieve(project, ask('cut stream', { filter: { even: true } }));
    expect(even).toHaveLength(4);
    expect(even).toEqual(all.filter(({ metadata }) => metadata.even === true));
  });

  it.each([
    ['a text', { tag: 'a' }, ['a']],
    ['a number, however written', { size: 1.0 }, ['a']],
    ['null, which is not the same as absent', { gone: null }, ['b']],
    ['a nested object as a whole', { at: { city: 'Bonn', zip: 1 } }, ['a']],
    ['not a part of a nested object', { at: { city: 'Bonn' } }, []],
    ['not a part of a list', { list: [1] }, []],
    ['a list', { list: [1, 2] }, ['b']],
    ['all keys at once', { tag: 'a', size: 2 }, []],
    ['a key that looks like SQL', { "x' or true --": 1 }, []],
  ])('filters by %s', async (_, filter, tags) => {
    const project = await projectWith(
      ['first text', 'second text', 'third text'],
      [
        { tag: 'a', size: 1, at: { zip: 1, city: 'Bonn' } },
        { tag: 'b', gone: null, list: [1, 2] },
      ],
    );
    const passages = await library.retrieval.retrieve(project, ask('text', { filter }));
    expect(passages.map(({ metadata }) => metadata.tag)).toEqual(tags);
  });

  it('names the document and its title, when that is a text', async () => {
    const texts = ['one text', 'two texts'];
    const project = await library.addProject();
    const added = await library.documents.addText(project, { texts, metadata: [{ title: 'Hours' }, { title: 7 }] });
    const passages = await library.retrieval.retrieve(project, ask('one two'));
    const byText = new Map(passages.map((passage) => [passage.text, passage]));
    expect(byText.get('one text')).toMatchObject({ title: 'Hours', documentId: added.document_ids[0] });
    expect(byText.get('two texts')).toMatchObject({ title: null, metadata: { title: 7 } });
  });

  it('sees neither other projects nor documents that are still processing', async () => {
    await projectWith(['text of another project']);
    const project = await library.addProject();
    const { document_ids } = await library.documents.addText(project, { texts: ['visible text', 'staged text'] });
    await library.database.query(`update document set status = 'processing' where id = $1`, [document_ids[1]]);
    const passages = await library.retrieval.retrieve(project, ask('text'));
    expect(passages.map(({ text }) => text)).toEqual(['visible text']);
  });

  it('gives a chunk to its own project only', async () => {
    const project = await projectWith(['A text of one chunk.'], [{ title: 'T' }]);
    const [passage] = await library.retrieval.retrieve(project, ask('text'));
    expect(await library.retrieval.getChunk(project.id, passage!.id)).toEqual({
      id: passage!.id,
      documentId: passage!.documentId,
      position: 0,
      startOffset: 0,
      endOffset: 20,
      text: 'A text of one chunk.',
      place: {},
      metadata: { title: 'T' },
    });
    const { id: otherId } = await library.addProject();
    expect(await library.retrieval.getChunk(otherId, passage!.id)).toBeUndefined();
  });

  it('reads a question of megabytes in part only', async () => {
    const project = await projectWith(TEXTS);
    const [best] = await library.retrieval.retrieve(
      project,
      ask(`cut stream ${'x'.repeat(50)} `.repeat(50_000), { k: 1 }),
    );
    expect(best?.text).toBe(TEXTS[0]);
  });
});
