import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AcceptedFile, ProjectInfo } from '@groundwire/client';
import { type FakeUpstream, startFakeUpstream } from '../../../tools/fake-upstream/start-fake-upstream.ts';
import { FileReader } from '../src/documents/jobs/file-reader.service.ts';
import { JobRunner } from '../src/documents/jobs/job-runner.service.ts';
import { type Job, JobsStore } from '../src/documents/jobs/jobs.store.ts';
import { LANES } from '../src/documents/jobs/lanes.ts';
import { LostJobError } from '../src/documents/jobs/lost-job-error.ts';
import { type GatedUpstream, startGatedUpstream } from './embeddings/gated-upstream.ts';
import { ASK_YODA, signToken, startTestServer, type TestServer } from './harness.ts';

const PARAGRAPHS = 600;
const content = Array.from(
  { length: PARAGRAPHS },
  (_, at) => `Paragraph ${at}. ${'It is of some length, as most are. '.repeat(26)}`,
).join('\n\n');
const NOBODY_STOPS = new AbortController().signal;

let vendors: FakeUpstream;
let gate: GatedUpstream;
let server: TestServer;
let jobs: JobsStore;
let project: string;
let file: string;

beforeAll(async () => {
  vendors = await startFakeUpstream();
  gate = await startGatedUpstream(vendors.url);
  server = await startTestServer({ EMBEDDINGS_MODEL: '', OPENAI_BASE_URL: gate.url });
  jobs = server.app.get(JobsStore);
  // From now on jobs are claimed by this spec alone, and no heartbeat looks after them.
  await server.app.get(JobRunner).beforeApplicationShutdown();
});
beforeEach(async () => {
  project = await server.createProject('alice');
  const form = new FormData();
  form.append('file', new Blob([content]), 'a.txt');
  const headers = { authorization: `Bearer ${await signToken({ sub: 'alice' })}` };
  const url = `${server.url}${ASK_YODA}/${project}/add_file/`;
  const accepted = (await (await fetch(url, { method: 'POST', headers, body: form })).json()) as AcceptedFile;
  file = accepted.file_id;
  gate.release(({ input }) => input.some((text) => text.includes('Paragraph 400.')));
});
afterEach(() => gate.release());
afterAll(async () => {
  gate.close();
  await server.close();
  await vendors.close();
});

/** Begins to read, and resolves when the vendor holds a request in the midst of it. */
async function beginToRead(): Promise<{ job: Job; reading: Promise<void> }> {
  const job = (await jobs.claim(null))!;
  expect(job.id).toBe(file);
  const reading = read(job);
  reading.catch(() => undefined);
  await gate.untilHeld();
  return { job, reading };
}
const read = (job: Job): Promise<void> => server.app.get(FileReader).read(job, LANES[0]!, { done: 0 }, NOBODY_STOPS);

/** As another replica does when the lease has ended: as long as one writes for a file, nobody else can have it. */
async function claimAnew(): Promise<Job> {
  await server.database.query('update file set lease_until = now() where id = $1', [file]);
  for (;;) {
    const job = await jobs.claim(null);
    if (job !== undefined) return job;
  }
}

const ofProject = (table: string): Promise<Record<string, unknown>[]> =>
  server.database.query(`select * from ${table} where project_id = $1`, [project]);

async function expectWholeAndOnce(): Promise<void> {
  const [{ status, chunk_count: count } = {}] = await ofProject('file');
  expect(status).toBe('succeeded');
  const positions = (await ofProject('chunk')).map(({ position }) => position as number).sort((a, b) => a - b);
  expect(positions).toEqual(Array.from({ length: count as number }, (_, at) => at));
  for (const table of ['chunk_lex', 'chunk_word', 'chunk_vector']) {
    expect(await ofProject(table)).toHaveLength(positions.length);
  }
  const path = `${ASK_YODA}/${project}/info/`;
  const info = (await (await server.request('alice', 'GET', path)).json()) as ProjectInfo;
  expect(info.collection_size).toBe(count);
}

describe('a job that is lost in the midst of a file', () => {
  it('leaves what another one has begun as it is, which reads the file whole', async () => {
    const { job, reading } = await beginToRead();
    const others = await claimAnew();
    expect([others.id, others.attempts]).toEqual([job.id, 2]);
    // The other one has removed what was staged, and has staged nothing yet.
    await server.database.query('delete from chunk where project_id = $1', [project]);
    gate.release();
    await expect(reading).rejects.toThrow(LostJobError);
    expect(await ofProject('chunk')).toEqual([]);
    await read(others);
    await expectWholeAndOnce();
  });

  it('changes nothing of what another one has read', async () => {
    const { reading } = await beginToRead();
    const others = await claimAnew();
    const isRead = read(others);
    gate.release();
    await expect(reading).rejects.toThrow(LostJobError);
    await isRead;
    await expectWholeAndOnce();
  });

  it.each(['file', 'project'])('leaves nothing of a %s that was deleted', async (what) => {
    const { reading } = await beginToRead();
    const path = `${ASK_YODA}/${project}/${what === 'file' ? `files/${file}/` : ''}`;
    expect((await server.request('alice', 'DELETE', path)).status).toBe(204);
    gate.release();
    await expect(reading).rejects.toThrow(LostJobError);
    for (const table of ['chunk', 'chunk_lex', 'document', 'file']) {
      while ((await ofProject(table)).length > 0) await sleep(10);
    }
  });
});
