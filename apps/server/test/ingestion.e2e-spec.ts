import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../src/database/database.ts';
import { DocumentsStore } from '../src/documents/documents.store.ts';
import { JobAttempts } from '../src/documents/jobs/job-attempts.service.ts';
import { ASK_YODA, signToken, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
let project: string;
beforeEach(async () => {
  server = await startTestServer();
  project = await server.createProject('alice');
});
afterEach(() => server.close());

interface File {
  file_id: string;
  status: string;
  error: string | null;
  chunk_count: number;
  duplicate: boolean;
}

async function upload(content: string | Buffer<ArrayBuffer>, name: string): Promise<File> {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  const response = await fetch(`${server.url}${ASK_YODA}/${project}/add_file/`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${await signToken({ sub: 'alice' })}` },
  });
  expect(response.status).toBe(201);
  return (await response.json()) as File;
}

const call = (method: string, path: string): Promise<Response> =>
  server.request('alice', method, `${ASK_YODA}/${project}/${path}`);
const get = async <Body>(path: string): Promise<Body> => (await (await call('GET', path)).json()) as Body;

async function ended({ file_id }: File): Promise<File> {
  for (;;) {
    const file = await get<File>(`files/${file_id}/`);
    if (file.status !== 'processing') return file;
    await sleep(20);
  }
}

const sentences = (count: number, about: string): string =>
  Array.from({ length: count }, (_, at) => `Sentence ${at} tells of ${about} and of little else.`).join('\n\n');

/** What the database holds of the project, whoever may see it. */
async function rows(): Promise<Record<string, number>> {
  const [counts] = await server.app.get(Database).query<Record<string, number>>(
    `select (select count(*)::int from file where project_id = $1) as files,
            (select count(*)::int from file_piece) as pieces,
            (select count(*)::int from document where project_id = $1) as documents,
            (select count(*)::int from chunk where project_id = $1) as chunks,
            (select count(*)::int from chunk_lex where project_id = $1) as lex,
            (select count(*)::int from chunk_word where project_id = $1) as words,
            (select count(*)::int from (
               select term from (
                 select term, n from lex_df where project_id = $1
                 union all
                 select term, n from lex_df_change, unnest(terms, changes) as change(term, n) where project_id = $1
               ) as counted group by term having sum(n) <> 0) as terms) as terms`,
    [project],
  );
  return counts!;
}
const NOTHING = { files: 0, pieces: 0, documents: 0, chunks: 0, lex: 0, words: 0, terms: 0 };

/** Does something just before the server's own next call of the store's method, or the one after that. */
function before(method: 'stageDocuments' | 'stageChunks' | 'publish', passed: number, act: () => Promise<unknown>) {
  const store = server.app.get(DocumentsStore);
  const original = store[method].bind(store) as (...values: unknown[]) => Promise<void>;
  const spy = jest.spyOn(store, method) as unknown as jest.Mock<(...values: unknown[]) => Promise<void>>;
  for (let call = 0; call < passed; call++) spy.mockImplementationOnce(original);
  spy.mockImplementationOnce(async (...values) => {
    await act();
    return original(...values);
  });
}

/** Resolves when the attempts that began since have ended. */
function watchAttempts(): () => Promise<unknown> {
  const spy = jest.spyOn(server.app.get(JobAttempts), 'make');
  return () => Promise.all(spy.mock.results.map(({ value }) => value as Promise<void>));
}

describe('equal files that come at once', () => {
  it('are stored once, and every answer names that one', async () => {
    const sent = await Promise.all(Array.from({ length: 20 }, () => upload(sentences(50, 'marbles'), 'a.txt')));
    expect(new Set(sent.map(({ file_id }) => file_id)).size).toBe(1);
    expect(sent.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    const { status, chunk_count } = await ended(sent[0]!);
    expect([status, await get('info/')]).toEqual([
      'succeeded',
      expect.objectContaining({ collection_size: chunk_count }),
    ]);
    expect(await rows()).toMatchObject({ files: 1, documents: 1, chunks: chunk_count });
  });
});

/** Of a job: which step it is about to take, and how often it has taken it. */
const MOMENTS = [
  ['before its document is staged', 'stageDocuments', 0],
  ['between staged batches', 'stageChunks', 1],
  ['when it is to be published', 'publish', 0],
] as const;

describe('a file that is deleted while it is read leaves nothing behind', () => {
  it.each(MOMENTS)('%s', async (_moment, method, passed) => {
    const attemptsEnd = watchAttempts();
    const { promise: isDeleted, resolve } = Promise.withResolvers<number>();
    before(method, passed, async () => {
      const [file] = await get<File[]>('files/');
      resolve((await call('DELETE', `files/${file!.file_id}/`)).status);
    });
    await upload(sentences(2_000, 'marbles'), 'a.txt');
    expect(await isDeleted).toBe(204);
    await attemptsEnd();
    while ((await rows()).documents! > 0) await sleep(20);
    expect(await rows()).toEqual(NOTHING);
    expect(await get('info/')).toMatchObject({ collection_size: 0 });
    expect(await ended(await upload('Words of another file.', 'b.txt'))).toMatchObject({ status: 'succeeded' });
    expect(await rows()).toMatchObject({ files: 1, documents: 1, chunks: 1, lex: 1, words: 1 });
  });
});

describe('a project that is deleted while a file is read leaves nothing behind', () => {
  it.each(MOMENTS)('%s', async (_moment, method, passed) => {
    const attemptsEnd = watchAttempts();
    const { promise: isDeleted, resolve } = Promise.withResolvers<number>();
    before(method, passed, async () => resolve((await call('DELETE', '')).status));
    await upload(sentences(2_000, 'marbles'), 'a.txt');
    expect(await isDeleted).toBe(204);
    await attemptsEnd();
    expect(await rows()).toEqual(NOTHING);
    project = await server.createProject('alice');
    expect(await ended(await upload('Words of another file.', 'b.txt'))).toMatchObject({ status: 'succeeded' });
  });
});

describe('two lanes', () => {
  it('let a small file pass a large one', async () => {
    const { promise: isHeld, resolve: hold } = Promise.withResolvers<void>();
    const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
    before('publish', 0, async () => {
      hold();
      await goesOn;
    });
    const large = await upload(`name\n${'a row of many that are the same\n'.repeat(40_000)}`, 'a.csv');
    await isHeld;
    const small = await ended(await upload('A small file.', 'b.txt'));
    expect([small.status, (await get<File>(`files/${large.file_id}/`)).status]).toEqual(['succeeded', 'processing']);
    goOn();
    expect(await ended(large)).toMatchObject({ status: 'succeeded' });
  });
});
