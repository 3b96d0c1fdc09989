import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { askServer, runToken, type ServerProcess, startServerProcess } from './process.ts';
import { makeStorage, type Storage } from './storage.ts';

// A new embedded database takes seconds, and a file of some thousand chunks some more.
jest.setTimeout(240_000);

const ROWS = 12_000;

let storage: Storage;
let token: string;
let running: ServerProcess | undefined;

beforeAll(async () => {
  storage = await makeStorage();
  token = await runToken(['--sub', 'alice'], storage.environment);
});
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.exited;
});
afterAll(() => storage.remove());

const ask = <Body>(method: string, path: string, body?: FormData | object): Promise<Body> =>
  askServer(running!, token, method, path, body);

interface File {
  file_id: string;
  status: string;
  progress: number;
  error: string | null;
  chunk_count: number;
}

async function start(): Promise<void> {
  running = await startServerProcess({ ...storage.environment, DRAIN_TIMEOUT_MS: '5000' });
}

async function newProject(): Promise<string> {
  const names = { project_name: 'p', collection_name: 'c', embeddings_provider: 'openai' };
  return (await ask<{ project_id: string }>('POST', '', names)).project_id;
}

async function send(project: string, content: string, name: string): Promise<File> {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  return ask<File>('POST', `${project}/add_file/`, form);
}

async function until(project: string, { file_id }: File, holds: (file: File) => boolean): Promise<File> {
  for (;;) {
    const file = await ask<File>('GET', `${project}/files/${file_id}/`);
    if (holds(file)) return file;
    await sleep(20);
  }
}
const isEnded = ({ status }: File): boolean => status !== 'processing';

const table = (word: string): string =>
  `number,word\n${Array.from({ length: ROWS }, (_, row) => `${row},${word}x${row % 997}`).join('\n')}`;

describe('SIGTERM while files are read', () => {
  it('ends the process cleanly, and the next one reads them whole, once', async () => {
    await start();
    const project = await newProject();
    const sent = [await send(project, table('alpha'), 'a.csv'), await send(project, table('gamma'), 'b.csv')];
    // In the midst of it: some chunks are staged, and many are to come.
    await until(project, sent[0]!, ({ progress }) => progress > 0.2);
    running!.child.kill('SIGTERM');
    expect(await running!.exited).toBe(0);
    expect(running!.output()).not.toMatch(/"level":"?(error|fatal|50|60)/);

    await start();
    const read = [];
    for (const file of sent) read.push(await until(project, file, isEnded));
    expect(read).toEqual(
      sent.map(({ file_id }) => expect.objectContaining({ file_id, status: 'succeeded' }) as unknown),
    );
    // Whole: read in one go, a table of that size makes that many chunks.
    const whole = await until(project, await send(project, table('delta'), 'c.csv'), isEnded);
    for (const { chunk_count } of read) expect(chunk_count).toBe(whole.chunk_count);
    const { collection_size } = await ask<{ collection_size: number }>('GET', `${project}/info/`);
    expect(collection_size).toBe([...read, whole].reduce((sum, { chunk_count }) => sum + chunk_count, 0));
    // Once: the rows that hold a word are those of its one file.
    const question = { query: 'alphax5', k: 1000, min_score: 0.01 };
    const { result } = await ask<{ result: { payload: { page_content: string } }[] }>(
      'POST',
      `${project}/query/`,
      question,
    );
    const lines = result.flatMap(({ payload }) => payload.page_content.split('\n'));
    const rows = lines.filter((line) => line.endsWith(' | alphax5')).sort();
    expect(rows).toEqual([...new Set(rows)]);
    expect(rows).toHaveLength(Math.ceil((ROWS - 5) / 997));
  });
});

describe('a reading process that needs too much memory', () => {
  it('fails its file in plain words, and the next file is read by a fresh process', async () => {
    await start();
    const project = await newProject();
    // In memory an element takes some twenty times its nine bytes.
    const heavy = `<?xml version="1.0"?><a>${'<b c=""/>'.repeat(1_150_000)}</a>`;
    for (const name of ['a.xml', 'b.xml']) {
      const failed = await until(
        project,
        await send(project, heavy + ' '.repeat(name.length + name.charCodeAt(0)), name),
        isEnded,
      );
      expect([failed.status, failed.error]).toEqual(['failed', expect.stringContaining('MB of memory')]);
    }
    const next = await until(project, await send(project, 'Words of another file.', 'c.txt'), isEnded);
    expect(next).toMatchObject({ status: 'succeeded', chunk_count: 1 });
    expect(running!.child.exitCode).toBeNull();
  });
});
