import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { pdfOf, pdfStream } from '../src/documents/testing/make-pdf.ts';
import { askServer, runToken, type ServerProcess, startServerProcess } from './process.ts';
import { makeStorage, type Storage } from './storage.ts';

/** Ten are run by hand: `KILL_ROUNDS=10`. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 2);
/** A file takes a few seconds to be read; the kill falls anywhere within. */
const MAX_DELAY_MS = 2_500;
const ROWS = 4_000;

let storage: Storage;
let token: string;
let running: ServerProcess | undefined;

beforeAll(async () => {
  storage = await makeStorage();
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
  chunk_count: number;
}

async function allRead(project: string): Promise<File[]> {
  for (;;) {
    const files = await ask<File[]>('GET', `${project}/files/`);
    if (files.every(({ status }) => status !== 'processing')) return files;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const table = (round: number): Blob =>
  new Blob([
    `number,word\n${Array.from({ length: ROWS }, (_, row) => `${row},word${String(round).padStart(2, '0')}x${row % 97}`).join('\n')}`,
  ]);

describe('kill -9 while files are read', () => {
  it(
    `loses none that was acknowledged, none in part, and makes none twice: ${ROUNDS} rounds`,
    async () => {
      running = await startServerProcess(storage.environment);
      token = await runToken(['--sub', 'alice'], storage.environment);
      const { project_id } = await ask<{ project_id: string }>('POST', '', {
        project_name: 'p',
        collection_name: 'c',
        embeddings_provider: 'openai',
      });
      const acknowledged: string[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        for (const part of [0, 1]) {
          const form = new FormData();
          form.append('file', table(2 * round + part), `${round}-${part}.csv`);
          acknowledged.push((await ask<File>('POST', `${project_id}/add_file/`, form)).file_id);
        }
        await new Promise((resolve) => setTimeout(resolve, randomInt(MAX_DELAY_MS)));
        running.child.kill('SIGKILL');
        await running.exited;
        running = await startServerProcess(storage.environment);
      }
      const files = await allRead(project_id);
      expect(files.map(({ file_id }) => file_id)).toEqual(acknowledged);
      expect(files.filter(({ status }) => status !== 'succeeded')).toEqual([]);
      // Whole: read in one go, a table of that size makes that many chunks.
      const form = new FormData();
      form.append('file', table(99), 'whole.csv');
      await ask('POST', `${project_id}/add_file/`, form);
      const last = (await allRead(project_id)).at(-1)!;
      for (const { chunk_count } of files) expect(chunk_count).toBe(last.chunk_count);
      const { collection_size } = await ask<{ collection_size: number }>('GET', `${project_id}/info/`);
      const total = [...files, last].reduce((sum, file) => sum + file.chunk_count, 0);
      expect(collection_size).toBe(total);
      // None twice: the rows that hold a word are those of its one file.
      const { result } = await ask<{ result: { payload: { page_content: string } }[] }>(
        'POST',
        `${project_id}/query/`,
        {
          query: 'word00x5',
          k: 1000,
          min_score: 0.01,
        },
      );
      const rows = result
        .flatMap(({ payload }) => payload.page_content.split('\n'))
        .filter((row) => row.endsWith(' | word00x5'));
      expect(rows.sort()).toEqual([...new Set(rows)].sort());
      expect(rows).toHaveLength(Math.ceil((ROWS - 5) / 97));
    },
    ROUNDS * 90_000 + 60_000,
  );

  it('leaves no process behind that read one, be it in the midst of a page', async () => {
    running = await startServerProcess(storage.environment);
    token = await runToken(['--sub', 'alice'], storage.environment);
    const names = { project_name: 'q', collection_name: 'd', embeddings_provider: 'openai' };
    const { project_id } = await ask<{ project_id: string }>('POST', '', names);
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(makeEndlessPdf())]), 'endless.pdf');
    await ask('POST', `${project_id}/add_file/`, form);
    let readers: number[] = [];
    while (readers.length === 0) readers = childrenOf(running.child.pid!);
    running.child.kill('SIGKILL');
    await running.exited;
    while (readers.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 20));
  }, 60_000);
});

/** A page of a form that calls another ten times, which calls another ten times, and so on: it is never done. */
function makeEndlessPdf(): Buffer {
  const form = (content: string, resources: string): Buffer =>
    pdfStream(`/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<${resources}>>`, Buffer.from(content));
  const forms = Array.from({ length: 9 }, (_, at) => form('/X Do '.repeat(10), `/XObject<</X ${at + 6} 0 R>>`));
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>',
    pdfStream('', Buffer.from('/X Do')),
    ...forms,
    form('BT (ha) Tj ET', ''),
  ]);
}

function childrenOf(processId: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const processes = lines.map((line) => line.trim().split(/\s+/).map(Number));
  return processes.filter(([, parentId]) => parentId === processId).map(([id]) => id!);
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
