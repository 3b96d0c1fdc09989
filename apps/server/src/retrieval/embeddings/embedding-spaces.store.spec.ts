import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from '../../../../../tools/fake-upstream/start-fake-upstream.ts';
import { type Library, openLibrary } from '../../documents/testing/open-library.ts';
import { makeRetrieval } from '../testing/make-retrieval.ts';
import type { EmbeddingSpace } from './embedding-space.ts';
import { EmbeddingSpacesStore } from './embedding-spaces.store.ts';

const TEXTS = ['We open at ten on Sundays.', 'Refunds take thirty days.', 'The ferry leaves at eight.'];

let fake: FakeUpstream;
let library: Library;
let spaces: EmbeddingSpacesStore;
beforeAll(async () => {
  fake = await startFakeUpstream();
  library = await openLibrary(withModel('openai/a-model'));
  spaces = new EmbeddingSpacesStore(library.database);
});
afterAll(async () => {
  await library.close();
  await fake.close();
});

function withModel(embeddings: string): Parameters<typeof openLibrary>[0] {
  return { apiKeys: { openai: 'sk-test' }, baseUrls: { openai: fake.url }, tasks: { models: { embeddings } } };
}

async function addEmbedded(): Promise<string> {
  const project = await library.addProject();
  await library.documents.addText(project, { texts: TEXTS });
  return project.id;
}

async function expectOne(projectId: string, model: string): Promise<void> {
  const [space, ...others] = await spaces.progress(projectId);
  expect(others).toEqual([]);
  expect(space).toMatchObject({ model, status: 'active', embeddedChunks: TEXTS.length, chunks: TEXTS.length });
}

describe('a space that two replicas build', () => {
  it('stays the active one when the second of them is done with it too', async () => {
    const projectId = await addEmbedded();
    await library.database.query(`update embedding_space set status = 'building' where project_id = $1`, [projectId]);
    const space = (await spaces.read(projectId))!.building!;
    expect(await spaces.activate(space)).toBe(true);
    expect(await spaces.activate(space)).toBe(true);
    await expectOne(projectId, 'openai/a-model');
  });

  it('takes the place of the one before, once, and loses no vector', async () => {
    const projectId = await addEmbedded();
    const replicas = [1, 2].map(() => makeRetrieval(library.database, withModel('openai/another-model')));
    await Promise.all(replicas.map(({ reembedding }) => reembedding.reembed(projectId)));
    await Promise.all(replicas.map(({ reembedding }) => reembedding.settled()));
    await expectOne(projectId, 'openai/another-model');
    for (const { reembedding, llm } of replicas) {
      await reembedding.beforeApplicationShutdown();
      await llm.close();
    }
  });

  it('is gone on with by a process that runs already when the other has died', async () => {
    const projectId = await addEmbedded();
    const { active } = (await spaces.read(projectId))!;
    await library.database.query(`update embedding_space set status = 'building' where id = $1`, [active!.id]);
    await library.database.query('delete from chunk_vector where space_id = $1', [active!.id]);
    await library.reembedding.takeUpLeft();
    await library.reembedding.settled();
    await expectOne(projectId, 'openai/a-model');
  });

  it('is left alone by a process that is set to another model', async () => {
    const projectId = await addEmbedded();
    await library.database.query(`update embedding_space set status = 'building' where project_id = $1`, [projectId]);
    const other = makeRetrieval(library.database, withModel('openai/another-model'));
    await other.reembedding.takeUpLeft();
    await other.reembedding.settled();
    expect(await spaces.read(projectId)).toMatchObject({ active: undefined, building: { model: 'openai/a-model' } });
    await other.llm.close();
  });
});

// PGlite has no other process: who held a lease is dead.
const onServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;

onServer('the lease of a space', () => {
  async function addSpace(): Promise<EmbeddingSpace> {
    return (await spaces.read(await addEmbedded()))!.active!;
  }
  const expire = (space: EmbeddingSpace): Promise<unknown> =>
    library.database.query('update embedding_space set leased_until = now() where id = $1', [space.id]);

  it("is one process's at a time, until it is given back or not renewed", async () => {
    const space = await addSpace();
    const [one, other] = [{ untilMs: 0 }, { untilMs: 0 }];
    expect(await spaces.lease(space.id, one)).toBe('held');
    expect(await spaces.lease(space.id, other)).toBe('busy');
    expect(await spaces.lease(space.id, one)).toBe('held');
    await spaces.release(space.id, one);
    expect(await spaces.lease(space.id, other)).toBe('held');
    await expire(space);
    one.untilMs = 0;
    expect(await spaces.lease(space.id, one)).toBe('held');
  });

  it('is not taken back, nor given back, by one who slept until it had ended', async () => {
    const space = await addSpace();
    const [sleeper, other] = [{ untilMs: 0 }, { untilMs: 0 }];
    expect(await spaces.lease(space.id, sleeper)).toBe('held');
    await expire(space);
    expect(await spaces.lease(space.id, other)).toBe('held');
    sleeper.untilMs = performance.now();
    await spaces.release(space.id, sleeper);
    expect(await spaces.lease(space.id, sleeper)).toBe('busy');
  });
});
