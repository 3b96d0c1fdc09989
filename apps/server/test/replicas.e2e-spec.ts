import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AcceptedFile, AiProductFile, ProjectInfo } from '@groundwire/client';
import type { Database } from '../src/database/database.ts';
import { DocumentsStore, type NewChunk } from '../src/documents/documents.store.ts';
import { JobRunner } from '../src/documents/jobs/job-runner.service.ts';
import { type Job, JobsStore } from '../src/documents/jobs/jobs.store.ts';
import { LostJobError } from '../src/documents/jobs/lost-job-error.ts';
import { timeOrderedId } from '../src/http/time-ordered-id.ts';
import { ChunkIndex } from '../src/retrieval/indexing/chunk-index.service.ts';
import { ASK_YODA, signToken, startTestServer, type TestServer } from './harness.ts';

const NOBODY_STOPS = new AbortController().signal;

/** Two servers on one database, as behind a load balancer. With TEST_DATABASE_URL it is one on a Postgres server. */
let servers: [TestServer, TestServer];
let database: Database;
beforeAll(async () => {
  const first = await startTestServer();
  database = first.database;
  servers = [first, await startTestServer({}, undefined, database)];
});
// The first one closes the database.
afterAll(async () => {
  for (const server of servers.toReversed()) await server.close();
});

async function upload(server: TestServer, project: string, content: string): Promise<AcceptedFile> {
  const form = new FormData();
  form.append('file', new Blob([content]), 'a.txt');
  const response = await fetch(`${server.url}${ASK_YODA}/${project}/add_file/`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${await signToken({ sub: 'alice' })}` },
  });
  expect(response.status).toBe(201);
  return (await response.json()) as AcceptedFile;
}

const call = (server: TestServer, method: string, path: string, body?: object): Promise<Response> =>
  server.request('alice', method, `${ASK_YODA}/${path}`, body);

async function allRead(server: TestServer, project: string): Promise<AiProductFile[]> {
  for (;;) {
    const files = (await (await call(server, 'GET', `${project}/files/`)).json()) as AiProductFile[];
    if (files.every(({ status }) => status !== 'processing')) return files;
    await sleep(20);
  }
}

const sentences = (count: number, about: string): string =>
  Array.from({ length: count }, (_, at) => `Sentence ${at} tells of ${about} and of little else.`).join('\n\n');

const countOf = async (table: string, project: string): Promise<number> =>
  (await database.query(`select from ${table} where project_id = $1`, [project])).length;

describe('two servers on one database', () => {
  it('store a file once that both are sent at the same moment, and name the same one', async () => {
    const project = await servers[0].createProject('alice');
    const content = sentences(50, 'marbles');
    const sent = await Promise.all(Array.from({ length: 16 }, (_, at) => upload(servers[at % 2]!, project, content)));
    expect(new Set(sent.map(({ file_id }) => file_id)).size).toBe(1);
    expect(sent.filter(({ duplicate }) => !duplicate).length).toBe(1);
    expect((await allRead(servers[1], project)).map(({ status }) => status)).toEqual(['succeeded']);
  });

  it('read each file once between them', async () => {
    const project = await servers[0].createProject('alice');
    const sent = await Promise.all(
      Array.from({ length: 24 }, (_, at) => upload(servers[at % 2]!, project, sentences(30, `number${at}`))),
    );
    for (const server of servers) server.app.get(JobRunner).wake();
    const files = await allRead(servers[0], project);
    expect(files.map(({ file_id }) => file_id).sort()).toEqual(sent.map(({ file_id }) => file_id).sort());
    expect(new Set(files.map(({ status }) => status))).toEqual(new Set(['succeeded']));
    const attempts = await database.query('select from file where project_id = $1 and attempts <> 1', [project]);
    expect(attempts).toEqual([]);
    const total = files.reduce((sum, { chunk_count }) => sum + chunk_count, 0);
    expect([await countOf('chunk', project), await countOf('chunk_lex', project)]).toEqual([total, total]);
    const info = (await (await call(servers[1], 'GET', `${project}/info/`)).json()) as ProjectInfo;
    expect(info.collection_size).toBe(total);
  });

  it.each(['file', 'project'] as const)(
    'keep nothing of a %s that one deletes while the other reads it',
    async (what) => {
      const project = await servers[0].createProject('alice');
      const { file_id: file } = await upload(servers[0], project, sentences(4_000, 'pebbles'));
      while ((await countOf('chunk', project)) === 0) await sleep(5);
      const path = what === 'file' ? `${project}/files/${file}/` : `${project}/`;
      expect((await call(servers[1], 'DELETE', path)).status).toBe(204);
      const found = await call(servers[0], 'POST', `${project}/query/`, { query: 'pebbles' });
      expect(found.status).toBe(what === 'file' ? 200 : 404);
      expect(await found.text()).not.toContain('tells of');
      for (const table of ['chunk', 'chunk_lex', 'chunk_word', 'document', 'file']) {
        while ((await countOf(table, project)) > 0) await sleep(20);
      }
      expect(await database.query('select from file_piece where file_id = $1', [file])).toEqual([]);
    },
  );
});

describe('a server whose job was given to another', () => {
  /** A job that nobody but this spec reads: it is waiting for a time that no server sees. */
  async function claimTwice(): Promise<{ project: string; mine: Job; others: Job }> {
    const jobs = servers[0].app.get(JobsStore);
    const project = await servers[0].createProject('alice');
    const { file_id: file } = await upload(servers[0], project, 'Read by now.');
    await allRead(servers[0], project);
    const take = async (): Promise<Job> => {
      const [job] = await database.query<Job>(
        `update file set status = 'processing', attempt = $2, lease_until = now() + interval '1 hour' where id = $1
         returning id, attempt, attempts, project_id as "projectId"`,
        [file, randomUUID()],
      );
      return job!;
    };
    const mine = await take();
    await jobs.renew(mine, 0);
    return { project, mine, others: await take() };
  }

  it('writes nothing any more, takes nothing away, and neither finishes nor fails the file', async () => {
    const { project, mine, others } = await claimTwice();
    const [jobs, documents, index] = [JobsStore, DocumentsStore, ChunkIndex].map((type) =>
      servers[0].app.get<unknown>(type),
    ) as [JobsStore, DocumentsStore, ChunkIndex];
    const chunk = { id: timeOrderedId(), documentId: mine.id, indexedText: 'Too late.' };
    const [indexEntry] = await index.prepare({ id: project }, [chunk], NOBODY_STOPS);
    const row: NewChunk = {
      ...chunk,
      position: 9,
      start: 0,
      end: 1,
      text: 'Too late.',
      place: {},
      indexEntry: indexEntry!,
    };
    const before = await countOf('chunk', project);
    expect(before).toBe(1);

    const late = jobs.holding(mine, NOBODY_STOPS);
    await expect(jobs.renew(mine, 0.5)).rejects.toThrow(LostJobError);
    await expect(documents.stageChunks(project, [row], late)).rejects.toThrow(LostJobError);
    await expect(
      documents.stageDocuments(project, [{ id: timeOrderedId(), text: '', metadata: {} }], late),
    ).rejects.toThrow(LostJobError);
    await database.query(`update document set status = 'processing' where id = $1`, [mine.id]);
    await expect(documents.discard([mine.id], late)).rejects.toThrow(LostJobError);
    const finding = { type: 'text', url: null, name: null, byteCount: 1, sha256: null, pageCount: null, chunkCount: 7 };
    await expect(documents.publish(project, [mine.id], 7, jobs.finishing(mine, finding))).rejects.toThrow(LostJobError);
    await jobs.fail(mine, 'Not any more.');
    await jobs.release(mine, { waitSeconds: 0, counts: true });
    const [file] = await database.query(
      `select status, attempt, error, lease_until > now() as held from file where id = $1`,
      [mine.id],
    );
    expect(file).toEqual({ status: 'processing', attempt: others.attempt, error: null, held: true });
    expect(await countOf('chunk', project)).toBe(before);

    // The one who holds it goes on.
    await documents.stageChunks(project, [row], jobs.holding(others, NOBODY_STOPS));
    expect(await countOf('chunk', project)).toBe(before + 1);
    await documents.publish(project, [mine.id], 2, jobs.finishing(others, finding));
    expect((await allRead(servers[1], project)).map(({ status }) => status)).toEqual(['succeeded']);
  });
});
