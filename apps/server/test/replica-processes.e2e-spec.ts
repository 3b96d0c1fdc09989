import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AcceptedFile, AiProductFile, ProjectInfo } from '@groundwire/client';
import { type FakeUpstream, startFakeUpstream } from '../../../tools/fake-upstream/start-fake-upstream.ts';
import type { Database } from '../src/database/database.ts';
import { openDatabase } from '../src/database/open-database.ts';
import { type GatedUpstream, startGatedUpstream } from './embeddings/gated-upstream.ts';
import { askServer, runToken, type ServerProcess, startServerProcess } from './process.ts';
import { makeStorage, type Storage } from './storage.ts';

// A lease lasts thirty seconds.
jest.setTimeout(180_000);

/** Paragraphs of about a chunk each: some groups of them are embedded before the one that the vendor holds. */
const PARAGRAPHS = 600;
const text = Array.from(
  { length: PARAGRAPHS },
  (_, at) => `Paragraph ${at}. ${'It is of some length, as most are. '.repeat(26)}`,
).join('\n\n');
const HELD = 'Paragraph 400.';
/** Only one of a process's two lanes takes a file of more than a megabyte. */
const PADDING = ' '.repeat(1024 * 1024);

let storage: Storage;
let database: Database | undefined;
let vendors: FakeUpstream;
let gate: GatedUpstream;
let token: string;
const running: ServerProcess[] = [];

beforeAll(async () => {
  storage = await makeStorage();
  vendors = await startFakeUpstream();
});
beforeEach(async () => {
  gate = await startGatedUpstream(vendors.url);
  gate.release(({ input }) => input.some((text) => text.includes(HELD)));
});
afterEach(async () => {
  for (const { child, exited } of running.splice(0)) {
    child.kill('SIGKILL');
    await exited;
  }
  gate.close();
});
afterAll(async () => {
  await database?.close();
  await vendors.close();
  await storage.remove();
});

async function start(vendorUrl: string): Promise<ServerProcess> {
  const server = await startServerProcess({
    ...storage.environment,
    OPENAI_API_KEY: 'sk-test',
    OPENAI_BASE_URL: vendorUrl,
    // The one that is held waits as long as it takes.
    UPSTREAM_HEADERS_TIMEOUT_MS: '600000',
    UPSTREAM_TOTAL_TIMEOUT_MS: '600000',
  });
  running.push(server);
  return server;
}

/** A replica that is in the midst of a file, and another one beside it. */
async function startReading(): Promise<{ reading: ServerProcess; other: ServerProcess; path: string }> {
  const reading = await start(gate.url);
  token = await runToken(['--sub', 'alice'], storage.environment);
  database ??= await openDatabase({ databaseUrl: storage.environment.DATABASE_URL, dataDir: 'memory' });
  const names = { project_name: 'p', collection_name: 'c', embeddings_provider: 'openai' };
  const { project_id: project } = await askServer<{ project_id: string }>(reading, token, 'POST', '', names);
  const path = await upload(reading, project, text);
  await gate.untilHeld();
  while ((await stored(project)).chunk === 0) await sleep(20);
  return { reading, other: await start(vendors.url), path };
}

/** Returns the file's path. */
async function upload(server: ServerProcess, project: string, content: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content, PADDING]), 'a.txt');
  const { file_id: file } = await askServer<AcceptedFile>(server, token, 'POST', `${project}/add_file/`, form);
  return `${project}/files/${file}/`;
}

async function untilRead(server: ServerProcess, path: string): Promise<AiProductFile> {
  for (;;) {
    const file = await askServer<AiProductFile>(server, token, 'GET', path);
    if (file.status !== 'processing') return file;
    await sleep(100);
  }
}

const TABLES = ['chunk', 'chunk_lex', 'chunk_word', 'chunk_vector', 'document', 'file'];

/** How many rows of a project there are in each table. */
async function stored(project: string): Promise<Record<string, number>> {
  const counts = TABLES.map((table) => `(select count(*)::int from ${table} where project_id = $1) as ${table}`);
  const [row] = await database!.query<Record<string, number>>(`select ${counts.join(', ')}`, [project]);
  return row!;
}

async function expectWholeAndOnce(server: ServerProcess, path: string): Promise<void> {
  const [project = ''] = path.split('/');
  const { status, chunk_count: count } = await untilRead(server, path);
  expect(status).toBe('succeeded');
  expect(count).toBeGreaterThanOrEqual(PARAGRAPHS);
  expect(await stored(project)).toEqual({
    ...Object.fromEntries(TABLES.map((table) => [table, count])),
    document: 1,
    file: 1,
  });
  const [{ first, last, attempts } = {}] = await database!.query(
    `select (select min(position) from chunk where project_id = file.project_id) as first,
            (select max(position) from chunk where project_id = file.project_id) as last, attempts
     from file where project_id = $1`,
    [project],
  );
  expect({ first, last, attempts }).toEqual({ first: 0, last: count - 1, attempts: 2 });
  const info = await askServer<ProjectInfo>(server, token, 'GET', `${project}/info/`);
  expect(info.collection_size).toBe(count);
}

// PGlite has one process.
const onServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;

onServer('two processes on one Postgres', () => {
  it('finish what one of them read when it was killed, and once', async () => {
    const { reading, other, path } = await startReading();
    reading.child.kill('SIGKILL');
    await reading.exited;
    await expectWholeAndOnce(other, path);
  });

  it('finish what one of them read when it stood still, which then writes nothing more', async () => {
    const { reading, other, path } = await startReading();
    reading.child.kill('SIGSTOP');
    await expectWholeAndOnce(other, path);
    gate.release();
    reading.child.kill('SIGCONT');
    // Its lane is at the next file, read by nobody else, when it has given up that one.
    other.child.kill('SIGKILL');
    await other.exited;
    const names = { project_name: 'q', collection_name: 'd', embeddings_provider: 'openai' };
    const { project_id: next } = await askServer<{ project_id: string }>(reading, token, 'POST', '', names);
    const nextPath = await upload(reading, next, 'A few words.');
    expect(await untilRead(reading, nextPath)).toMatchObject({ status: 'succeeded', chunk_count: 1 });
    await expectWholeAndOnce(reading, path);
  });

  it('bring an empty database up to date when they start at the same moment', async () => {
    const empty = await makeStorage();
    const replicas = await Promise.all([1, 2, 3].map(() => startServerProcess(empty.environment)));
    running.push(...replicas);
    const identity = await runToken(['--sub', 'alice'], empty.environment);
    for (const server of replicas) expect(await askServer(server, identity, 'GET', '')).toEqual([]);
    for (const { child, exited } of replicas) {
      child.kill('SIGKILL');
      await exited;
    }
    await empty.remove();
  });
});
