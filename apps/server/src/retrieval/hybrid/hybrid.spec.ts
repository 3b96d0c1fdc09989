import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from '../../../../../tools/fake-upstream/start-fake-upstream.ts';
import type { ChunkedProject } from '../../documents/documents.service.ts';
import { ask, type Library, openLibrary } from '../../documents/testing/open-library.ts';
import { vectorWeight } from './fuse.ts';
import { makeRetrieval } from '../testing/make-retrieval.ts';

const TEXTS = Array.from({ length: 200 }, (_, index) => {
  const thing = ['lamp', 'chair', 'table', 'clock', 'mirror'][index % 5];
  const place = ['kitchen', 'garden', 'cellar'][index % 3];
  return `The ${thing} in the ${place} is number${index}. ${'Nothing else is said. '.repeat(index % 7)}`.trim();
});

let fake: FakeUpstream;
let library: Library;
let project: ChunkedProject;
beforeAll(async () => {
  fake = await startFakeUpstream();
  library = await openLibrary(withModel('openai/a-model'));
  project = await library.addProject();
  const metadata = TEXTS.map((_, index) => ({ hundredth: index % 100, even: index % 2 === 0 }));
  await library.documents.addText(project, { texts: TEXTS, metadata });
}, 60_000);
beforeEach(() => {
  fake.requests.length = 0;
});
afterAll(async () => {
  await library.close();
  await fake.close();
});

function withModel(embeddings: string): Parameters<typeof openLibrary>[0] {
  return { apiKeys: { openai: 'sk-test' }, baseUrls: { openai: fake.url }, tasks: { models: { embeddings } } };
}

describe('retrieval by words and meaning', () => {
  it('scores the best of both sides both ways, and says so', async () => {
    const { mode, adjustments, passages } = await library.retrieval.search(project, ask('lamps of the kitchen'));
    expect({ mode, adjustments }).toEqual({ mode: 'hybrid', adjustments: [] });
    expect(passages).toHaveLength(10);
    const weight = vectorWeight(Math.max(...passages.map(({ scoreVector = NaN }) => scoreVector)));
    for (const { score, scoreVector = NaN, scoreLexical = NaN } of passages) {
      expect(score).toBeCloseTo(weight * scoreVector + (1 - weight) * scoreLexical, 10);
      expect(Math.min(score, scoreVector, scoreLexical)).toBeGreaterThanOrEqual(0);
      expect(Math.max(score, scoreVector, scoreLexical)).toBeLessThanOrEqual(1);
    }
    const scores = passages.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    expect(passages[0]?.text).toMatch(/lamp.*kitchen/);
    expect(fake.requests.map(({ body }) => body['input'])).toEqual([['lamps of the kitchen']]);
  });

  it('gives what comparing every chunk with the question gives', async () => {
    const all = (await library.retrieval.search(project, ask('a clock in the garden', { k: 1_000 }))).passages;
    expect(all).toHaveLength(TEXTS.length);
    const few = (await library.retrieval.search(project, ask('a clock in the garden', { k: 10 }))).passages;
    expect(few).toEqual(all.slice(0, 10));
  });

  it.each([
    ['one in a hundred', { hundredth: 42 }, 2],
    ['half', { even: true }, 100],
    ['nothing', { hundredth: 'none' }, 0],
  ])('returns as many as exist under a filter that keeps %s', async (_what, filter, count) => {
    const { passages } = await library.retrieval.search(project, ask('a lamp', { filter, k: 1_000 }));
    expect(passages).toHaveLength(count);
    const scores = passages.map(({ scoreVector }) => scoreVector);
    expect(scores.every((score) => score !== undefined)).toBe(true);
  });

  it('leaves out what scores less than min_score', async () => {
    const { passages } = await library.retrieval.search(project, ask('the clock number17', { k: 100 }));
    const minScore = passages[4]!.score;
    const better = await library.retrieval.search(project, ask('the clock number17', { k: 100, minScore }));
    expect(better.passages).toEqual(passages.filter(({ score }) => score >= minScore));
  });

  it('does not see vectors of documents that are not ready, nor of other projects', async () => {
    const other = await library.addProject();
    await library.documents.addText(other, { texts: ['A lamp of another project.', 'Ready soon: a lamp.'] });
    await library.database.query(
      `update document set status = 'processing' where id = (select document_id from chunk where text like 'Ready soon%')`,
    );
    const { passages } = await library.retrieval.search(other, ask('lamp'));
    expect(passages.map(({ text }) => text)).toEqual(['A lamp of another project.']);
  });

  it('takes its zero from the mean cosine of its chunks, again when their number has doubled', async () => {
    const small = await library.addProject();
    const meanOf = async (): Promise<[number, number]> => {
      await library.retrieval.search(small, ask('lamp'));
      const [row] = await library.database.query<{ mean: number; at: number }>(
        'select mean_cosine as mean, sampled_at as at from embedding_space where project_id = $1',
        [small.id],
      );
      return [row!.mean, row!.at];
    };
    await library.documents.addText(small, { texts: TEXTS.slice(0, 60) });
    const [mean, at] = await meanOf();
    expect(mean).toBeGreaterThan(0.1);
    expect(mean).toBeLessThan(0.9);
    expect(at).toBe(60);
    await library.documents.addText(small, { texts: TEXTS.slice(60, 100) });
    expect(await meanOf()).toEqual([mean, 60]);
    await library.documents.addText(small, { texts: TEXTS.slice(100, 130) });
    expect((await meanOf())[1]).toBe(130);
  });
});

describe('a model that does not answer', () => {
  it.each(['error-503', 'error-401', 'reset-before-headers', 'zeros'])(
    '%s leaves retrieval by words, on its own scale, and says so',
    async (model) => {
      const spoilt = `update embedding_space set model = $2 where project_id = $1`;
      await library.database.query(spoilt, [project.id, `openai/${model}`]);
      const { mode, adjustments, passages } = await library.retrieval.search(project, ask('a lamp in the cellar'));
      await library.database.query(spoilt, [project.id, 'openai/a-model']);
      expect(mode).toBe('lexical');
      expect(adjustments).toEqual([
        expect.objectContaining({ parameter: 'embeddings_provider', action: 'not_executed' }),
      ]);
      const keyless = makeRetrieval(library.database);
      expect(passages).toEqual((await keyless.retrieval.search(project, ask('a lamp in the cellar'))).passages);
      expect(passages.every(({ score, scoreLexical }) => score === scoreLexical)).toBe(true);
      await keyless.llm.close();
    },
  );

  it('is not asked for a question without words', async () => {
    expect(await library.retrieval.search(project, ask(' ', { k: 2 }))).toMatchObject({
      mode: 'lexical',
      adjustments: [],
    });
    expect(fake.requests).toEqual([]);
  });
});
