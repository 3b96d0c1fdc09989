import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddingsReport, ProjectInfo, ProjectSettings, QueryResult } from '@groundwire/client';
import { type FakeUpstream, startFakeUpstream } from '../../../tools/fake-upstream/start-fake-upstream.ts';
import { Database } from '../src/database/database.ts';
import { type GatedUpstream, startGatedUpstream } from './gated-upstream.ts';
import { ASK_YODA, startTestServer, type TestServer } from './harness.ts';

const OPENAI = 'openai/text-embedding-3-large';
const MISTRAL = 'mistral/mistral-embed';
const JINA = 'jina/jina-embeddings-v3';
const TEXTS = Array.from({ length: 100 }, (_, index) => `Room number ${index} is on floor ${index % 7}.`);
/** Chunks are asked of a vendor 64 together. */
const CHUNKS_OF_A_STEP = 64;

let vendors: FakeUpstream;
let jina: GatedUpstream;
let server: TestServer;
let project: string;
beforeAll(async () => {
  vendors = await startFakeUpstream();
  jina = await startGatedUpstream(vendors.url);
  server = await startTestServer({
    EMBEDDINGS_MODEL: '',
    MISTRAL_API_KEY: 'sk-test',
    MISTRAL_BASE_URL: vendors.url,
    JINA_API_KEY: 'sk-test',
    JINA_BASE_URL: jina.url,
  });
});
beforeEach(async () => {
  jina.release();
  jina.failWith(undefined);
  project = await server.createProject('alice', TEXTS);
  vendors.requests.length = 0;
});
afterAll(async () => {
  jina.close();
  await server.close();
  await vendors.close();
});

async function call<Body>(method: string, path: string, body?: object): Promise<Body> {
  const response = await server.request('alice', method, `${ASK_YODA}/${project}/${path}`, body);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Body;
}
const changeTo = (provider: string): Promise<ProjectSettings> =>
  call('PATCH', 'update_project/', { embeddings_provider: provider });
const info = (): Promise<ProjectInfo> => call('GET', 'info/');
/** Each space as model, status and how many chunks have a vector in it. */
const progress = async (): Promise<unknown[]> =>
  (await info()).embeddings.map(({ model, status, embedded }: EmbeddingsReport) => [model, status, embedded]);
async function untilProgress(...expected: unknown[]): Promise<void> {
  const wanted = JSON.stringify(expected);
  while (JSON.stringify(await progress()) !== wanted) await sleep(10);
}
const query = (): Promise<QueryResult> => call('POST', 'query/', { query: 'On which floor is room number 17?', k: 1 });
const asked = (model: string): string[] =>
  vendors.requests.flatMap(({ body }) => (model.endsWith(`/${body['model']}`) ? (body['input'] as string[]) : []));
/** Half-way: the first chunks are embedded by jina; the second step is held until it is released. */
async function startJina(): Promise<void> {
  jina.release(({ input }) => input.length === TEXTS.length - CHUNKS_OF_A_STEP);
  expect(await changeTo('jina')).toMatchObject({ embeddings_provider: 'jina', adjustments: [] });
  await untilProgress([OPENAI, 'active', 100], [JINA, 'building', CHUNKS_OF_A_STEP]);
}
const untilOnlyOneSpace = async (): Promise<void> => {
  const database = server.app.get(Database);
  while ((await database.query('select from embedding_space where project_id = $1', [project])).length !== 1) {
    await sleep(10);
  }
};

describe('another embeddings_provider', () => {
  it('embeds all documents anew in the background, while the old vectors serve', async () => {
    await startJina();
    expect(await info()).toMatchObject({ embeddings_provider: 'jina', embeddings_model: JINA });
    expect(await query()).toMatchObject({
      mode: 'hybrid',
      adjustments: [],
      result: [{ payload: { page_content: TEXTS[17] } }],
    });

    jina.release();
    await untilProgress([JINA, 'active', 100]);
    expect(
      asked(JINA)
        .filter((text) => TEXTS.includes(text))
        .sort(),
    ).toEqual([...TEXTS].sort());
    vendors.requests.length = 0;
    expect(await query()).toMatchObject({ mode: 'hybrid', adjustments: [] });
    expect(asked(JINA)).toEqual(['On which floor is room number 17?']);
    await untilOnlyOneSpace();
  });

  it('gives way to a second change while it is under way', async () => {
    await startJina();
    expect(await changeTo('mistral')).toMatchObject({ embeddings_provider: 'mistral' });
    await untilProgress([MISTRAL, 'active', 100]);
    jina.release();
    await untilOnlyOneSpace();
    expect(await progress()).toEqual([[MISTRAL, 'active', 100]]);
  });

  it('is changed back while it is under way: nothing is embedded twice, and what came in meanwhile is not missing', async () => {
    await startJina();
    await call('POST', 'add_text/', { texts: ['Room number 100 is under the roof.'] });
    server.upstream.requests.length = 0;
    await changeTo('openai');
    await untilProgress([OPENAI, 'active', 101]);
    const embedded = server.upstream.requests.flatMap(({ body }) => body['input'] as string[]);
    expect(embedded).toEqual(['Room number 100 is under the roof.']);
    jina.release();
    await untilOnlyOneSpace();
    expect(await progress()).toEqual([[OPENAI, 'active', 101]]);
  });

  it('does not wait for a vendor that is down, nor does the next change', async () => {
    jina.failWith(503);
    expect(await changeTo('jina')).toMatchObject({ embeddings_provider: 'jina' });
    expect(await progress()).toEqual([[OPENAI, 'active', 100]]);
    expect(await query()).toMatchObject({ mode: 'hybrid' });
    await changeTo('mistral');
    await untilProgress([MISTRAL, 'active', 100]);
  });

  it('changed many times at once ends with the last one', async () => {
    for (const provider of ['jina', 'mistral', 'openai', 'jina', 'openai', 'mistral', 'jina', 'mistral', 'jina']) {
      await changeTo(provider);
    }
    await untilProgress([JINA, 'active', 100]);
    await untilOnlyOneSpace();
    expect(await progress()).toEqual([[JINA, 'active', 100]]);
  });

  it('without a key is taken as a wish, and the vectors stay', async () => {
    expect(await changeTo('cohere')).toMatchObject({
      embeddings_provider: 'cohere',
      adjustments: [{ parameter: 'embeddings_provider', action: 'not_executed', from: 'cohere' }],
    });
    expect(await progress()).toEqual([[OPENAI, 'active', 100]]);
    expect(await query()).toMatchObject({ mode: 'hybrid' });
  });

  it('that nobody knows is a 400 that names the field', async () => {
    const body = { embeddings_provider: 'nobody' };
    const response = await server.request('alice', 'PATCH', `${ASK_YODA}/${project}/update_project/`, body);
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { error: { message: { embeddings_provider: [expect.any(String)] } } },
    ]);
  });
});
