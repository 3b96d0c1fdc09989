import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Task } from '@groundwire/llm';
import { type FakeUpstream, startFakeUpstream } from '../../../../../tools/fake-upstream/start-fake-upstream.ts';
import { type Library, openLibrary } from '../../documents/testing/open-library.ts';
import { makeRetrieval, type RetrievalParts } from '../testing/make-retrieval.ts';

const TEXTS = ['We open at ten on Sundays.', 'Refunds take thirty days.', 'The ferry leaves at eight.'];

let fake: FakeUpstream;
let library: Library;
beforeAll(async () => {
  fake = await startFakeUpstream();
  library = await openLibrary(withModel('openai/a-model'));
});
beforeEach(() => {
  fake.requests.length = 0;
});
afterAll(async () => {
  await library.close();
  await fake.close();
});

function withModel(embeddings: string): Parameters<typeof openLibrary>[0] {
  const models: Partial<Record<Task, string>> = { embeddings };
  return { apiKeys: { openai: 'sk-test' }, baseUrls: { openai: fake.url }, tasks: { models } };
}

/** The parts of a process that was started with another model, over the same database. */
async function asIf<Result>(model: string, work: (parts: RetrievalParts) => Promise<Result>): Promise<Result> {
  const parts = makeRetrieval(library.database, withModel(model));
  try {
    return await work(parts);
  } finally {
    await parts.reembedding.beforeApplicationShutdown();
    await parts.llm.close();
  }
}

const countRows = async (projectId: string): Promise<unknown> => {
  const [row] = await library.database.query(
    `select (select count(*)::int from chunk where project_id = $1) as chunks,
            (select count(*)::int from document where project_id = $1) as documents,
            (select count(*)::int from chunk_vector where project_id = $1) as vectors,
            (select count(*)::int from embedding_space where project_id = $1) as spaces`,
    [projectId],
  );
  return row;
};

describe('storing documents', () => {
  it('stores a vector for each chunk, of what the chunk is found by', async () => {
    const project = await library.addProject();
    const metadata = [{ title: 'Hours' }, {}, { title: 'Ferry' }];
    await library.documents.addText(project, { texts: TEXTS, metadata });
    expect(fake.requests.map(({ body }) => body['input'])).toEqual([
      [`Hours\n${TEXTS[0]}`, TEXTS[1], `Ferry\n${TEXTS[2]}`],
    ]);
    expect(await countRows(project.id)).toEqual({ chunks: 3, documents: 3, vectors: 3, spaces: 1 });
    expect(await library.embeddings.progress(project.id)).toEqual([
      { model: 'openai/a-model', dimensions: 256, status: 'active', chunks: 3, embeddedChunks: 3 },
    ]);
  });

  it('puts later documents into the same space', async () => {
    const project = await library.addProject();
    for (const text of TEXTS) await library.documents.addText(project, { texts: [text] });
    expect(await countRows(project.id)).toEqual({ chunks: 3, documents: 3, vectors: 3, spaces: 1 });
  });

  it('needs no model', async () => {
    const keyless = await openLibrary();
    const project = await keyless.addProject();
    await keyless.documents.addText(project, { texts: TEXTS });
    expect(await keyless.embeddings.progress(project.id)).toEqual([]);
    await keyless.close();
  });

  it.each<[string, number, string]>([
    ['error-400', 502, 'upstream_error'],
    ['error-401', 502, 'upstream_error'],
    ['error-404', 502, 'upstream_error'],
    ['error-408', 504, 'upstream_error'],
    ['error-429-after-7', 503, 'upstream_unavailable'],
    ['error-500', 502, 'upstream_error'],
    ['error-503', 503, 'upstream_unavailable'],
    ['stall-before-headers', 504, 'upstream_timeout'],
    ['reset-before-headers', 502, 'upstream_unavailable'],
    ['reset-mid-body', 502, 'upstream_unavailable'],
    ['one-too-few', 502, 'upstream_invalid_response'],
    ['zeros', 502, 'upstream_invalid_response'],
    ['html', 502, 'upstream_invalid_response'],
  ])('stores nothing when the model ends in %s: %i %s', async (model, status, code) => {
    const failing = await openLibrary(withModel(`openai/${model}`), library.database);
    const project = await failing.addProject();
    const adding = failing.documents.addText(project, { texts: TEXTS });
    await expect(adding).rejects.toMatchObject({ name: 'Problem', status, code, message: /Nothing was stored/ });
    if (model.includes('after')) await expect(adding).rejects.toMatchObject({ retryAfterMs: 7_000 });
    expect(await countRows(project.id)).toEqual({ chunks: 0, documents: 0, vectors: 0, spaces: 0 });
    await failing.close();
  });

  it('stops asking, and stores nothing, when the caller leaves', async () => {
    const slow = await openLibrary(withModel('openai/stall-mid-body'), library.database);
    const project = await slow.addProject();
    const caller = new AbortController();
    const adding = slow.documents.addText(project, { texts: TEXTS }, caller.signal);
    while (fake.requests.length === 0) await sleep(5);
    caller.abort();
    expect(await fake.requests[0]?.ended).toBe('aborted');
    await expect(adding).rejects.toMatchObject({ kind: 'cancelled' });
    expect(await countRows(project.id)).toEqual({ chunks: 0, documents: 0, vectors: 0, spaces: 0 });
    await slow.close();
  });
});

describe('another model', () => {
  const spacesOf = async (projectId: string): Promise<unknown[]> =>
    (await library.embeddings.progress(projectId)).map(({ model, status, embeddedChunks }) => [
      model,
      status,
      embeddedChunks,
    ]);

  it('takes the place of the first when every chunk is embedded with it, titles included', async () => {
    const project = await library.addProject();
    await library.documents.addText(project, { texts: TEXTS, metadata: [{ title: 'Hours' }] });
    await asIf('openai/another-model', async ({ reembedding }) => {
      fake.requests.length = 0;
      await reembedding.reembed(project.id);
      await reembedding.settled();
    });
    expect(fake.requests.at(-1)?.body['input']).toEqual([`Hours\n${TEXTS[0]}`, TEXTS[1], TEXTS[2]]);
    expect(await spacesOf(project.id)).toEqual([['openai/another-model', 'active', 3]]);
    expect(await countRows(project.id)).toMatchObject({ vectors: 3, spaces: 1 });
  });

  it('is built beside the first, which serves meanwhile, and is taken up where a process died', async () => {
    const project = await library.addProject({ chunkSize: 40 });
    const texts = Array.from({ length: 100 }, (_, index) => `Sentence number ${index}.`);
    await library.documents.addText(project, { texts });
    const dying = makeRetrieval(library.database, withModel('openai/another-model'));
    await dying.reembedding.reembed(project.id);
    while (!JSON.stringify(await spacesOf(project.id)).match(/building",[1-9]/)) await sleep(5);
    await dying.reembedding.beforeApplicationShutdown();
    const [active, building] = (await spacesOf(project.id)) as [string, string, number][];
    expect(active).toEqual(['openai/a-model', 'active', 100]);
    expect(building?.[2]).toBeLessThan(100);
    expect(await library.embeddings.embedQuestion(project.id, 'Which?', new AbortController().signal)).toMatchObject({
      space: { model: 'openai/a-model' },
    });

    fake.requests.length = 0;
    await asIf('openai/another-model', async ({ reembedding }) => {
      await reembedding.resume();
      await reembedding.settled();
    });
    expect(await spacesOf(project.id)).toEqual([['openai/another-model', 'active', 100]]);
    const embedded = fake.requests.flatMap(({ body }) => body['input'] as string[]);
    expect(embedded.filter((text) => text.startsWith('Sentence number'))).toHaveLength(100 - building![2]);
    await dying.llm.close();
  });

  it('embeds what comes in while it is built, and so do chunks that were stored without a model', async () => {
    const project = await library.addProject();
    const keyless = await openLibrary(withModel('none'), library.database);
    await keyless.documents.addText(project, { texts: TEXTS });
    expect(await countRows(project.id)).toMatchObject({ vectors: 0, spaces: 0 });
    await library.documents.addText(project, { texts: ['A late text.'] });
    await library.reembedding.settled();
    expect(await spacesOf(project.id)).toEqual([['openai/a-model', 'active', 4]]);
    await keyless.close();
  });

  it('is begun anew when it changes again before it is complete', async () => {
    const project = await library.addProject();
    await library.documents.addText(project, { texts: TEXTS });
    await asIf('openai/error-503', async ({ reembedding }) => {
      await expect(reembedding.reembed(project.id)).rejects.toMatchObject({ kind: 'overloaded' });
    });
    await asIf('openai/third-model', async ({ reembedding }) => {
      await reembedding.reembed(project.id);
      await reembedding.settled();
    });
    expect(await spacesOf(project.id)).toEqual([['openai/third-model', 'active', 3]]);
  });
});

describe('a question', () => {
  it('is told why it is not compared when the model fails', async () => {
    const project = await library.addProject();
    await library.documents.addText(project, { texts: TEXTS });
    await library.database.query(`update embedding_space set model = 'openai/error-503' where project_id = $1`, [
      project.id,
    ]);
    const { signal } = new AbortController();
    expect(await library.embeddings.embedQuestion(project.id, 'Which?', signal)).toEqual({
      reason: '`openai` is overloaded.',
      cost: '0',
    });
  });

  it('has nothing to be compared with in a project without vectors, or without words', async () => {
    const { signal } = new AbortController();
    expect(await library.embeddings.embedQuestion(randomUUID(), 'Which?', signal)).toBeUndefined();
    const project = await library.addProject();
    await library.documents.addText(project, { texts: TEXTS });
    expect(await library.embeddings.embedQuestion(project.id, '  ', signal)).toBeUndefined();
  });
});
