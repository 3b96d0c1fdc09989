import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddingsReport, ProjectInfo, QueryResult } from '@groundwire/client';
import { type FakeUpstream, startFakeUpstream } from '../../../tools/fake-upstream/start-fake-upstream.ts';
import { type GatedUpstream, startGatedUpstream } from './embeddings/gated-upstream.ts';
import { ASK_YODA } from './harness.ts';
import { runToken, type ServerProcess, startServerProcess } from './process.ts';
import { makeStorage, type Storage } from './storage.ts';

const OPENAI = 'openai/text-embedding-3-large';
const MISTRAL = 'mistral/mistral-embed';
const CHUNKS = 384;
const CHUNKS_OF_A_STEP = 64;
const TEXTS = Array.from({ length: CHUNKS }, (_, index) => `Room number ${index} is on floor ${index % 7}.`);

let storage: Storage;
let vendors: FakeUpstream;
let mistral: GatedUpstream;
let token: string;
let running: ServerProcess | undefined;
beforeAll(async () => {
  storage = await makeStorage();
  vendors = await startFakeUpstream();
  mistral = await startGatedUpstream(vendors.url);
});
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.exited;
});
afterAll(async () => {
  mistral.close();
  await vendors.close();
  await storage.remove();
});

async function start(): Promise<void> {
  running = await startServerProcess({
    ...storage.environment,
    OPENAI_API_KEY: 'sk-test',
    OPENAI_BASE_URL: vendors.url,
    MISTRAL_API_KEY: 'sk-test',
    MISTRAL_BASE_URL: mistral.url,
  });
  token = (await runToken(['--sub', 'alice'], storage.environment)).trim();
}
async function kill(): Promise<void> {
  running!.child.kill('SIGKILL');
  await running!.exited;
}
async function call<Body>(method: string, path: string, body?: object): Promise<Body> {
  const response = await fetch(`${running!.url}${ASK_YODA}/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Body;
}

describe('kill -9 while a project is embedded anew', () => {
  it('is taken up where it was, twice, and serves meanwhile', async () => {
    await start();
    const wish = { project_name: 'p', collection_name: 'c', embeddings_provider: 'openai' };
    const { project_id: project } = await call<{ project_id: string }>('POST', '', wish);
    await call('POST', `${project}/add_text/`, { texts: TEXTS });
    const progress = async (): Promise<EmbeddingsReport[]> =>
      (await call<ProjectInfo>('GET', `${project}/info/`)).embeddings;
    let before = 0;
    mistral.release(({ input }) => input.includes(TEXTS[130]!));
    await call('PATCH', `${project}/update_project/`, { embeddings_provider: 'mistral' });
    for (const next of [TEXTS[260]!, 'nothing']) {
      await mistral.untilHeld();
      await kill();
      await start();
      const [active, building] = await progress();
      expect(active).toMatchObject({ model: OPENAI, status: 'active', embedded: CHUNKS, chunks: CHUNKS });
      expect(building).toMatchObject({ model: MISTRAL, status: 'building' });
      expect(building!.embedded).toBeGreaterThan(before);
      before = building!.embedded;
      const query = { query: 'On which floor is room number 17?', k: 1 };
      const found = await call<QueryResult>('POST', `${project}/query/`, query);
      expect(found).toMatchObject({ mode: 'hybrid', result: [{ payload: { page_content: TEXTS[17] } }] });
      mistral.release(({ input }) => input.includes(next));
    }
    while ((await progress()).length > 1) await sleep(20);
    expect(await progress()).toMatchObject([{ model: MISTRAL, status: 'active', embedded: CHUNKS, chunks: CHUNKS }]);
    // A process that dies loses the step it was at, and no more; what was held is asked when it is let pass.
    const texts = vendors.requests.flatMap(({ body }) =>
      body['model'] === 'mistral-embed' ? (body['input'] as string[]) : [],
    );
    const asked = texts.filter((text) => text.startsWith('Room'));
    expect(new Set(asked)).toEqual(new Set(TEXTS));
    expect(asked.length).toBeLessThanOrEqual(CHUNKS + 4 * CHUNKS_OF_A_STEP);
  }, 240_000);

  it('takes up a change that no vendor had answered yet', async () => {
    await start();
    const wish = { project_name: 'p', collection_name: 'c', embeddings_provider: 'openai' };
    const { project_id: project } = await call<{ project_id: string }>('POST', '', wish);
    await call('POST', `${project}/add_text/`, { texts: TEXTS.slice(0, 5) });
    await call('PATCH', `${project}/update_project/`, { embeddings_provider: 'mistral' });
    await kill();
    await start();
    const models = async (): Promise<unknown[]> =>
      (await call<ProjectInfo>('GET', `${project}/info/`)).embeddings.map(({ model, embedded }) => [model, embedded]);
    while (JSON.stringify(await models()) !== JSON.stringify([[MISTRAL, 5]])) await sleep(20);
  }, 60_000);
});
