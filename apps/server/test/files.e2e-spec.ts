import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ASK_YODA, signToken, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Shown {
  file_id: string;
  status: string;
  error: string | null;
  file_type: string;
  chunk_count: number;
  [field: string]: unknown;
}

async function upload(project: string, path: string, fields: Record<string, string | Blob>, name = 'file'): Promise<Response> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(field, value);
    else form.append(field, value, name);
  }
  const headers = { authorization: `Bearer ${await signToken({ sub: 'alice' })}` };
  return fetch(`${server.url}${ASK_YODA}/${project}/${path}/`, { method: 'POST', body: form, headers });
}

const get = async <Body>(path: string): Promise<Body> =>
  (await (await server.request('alice', 'GET', `${ASK_YODA}/${path}`)).json()) as Body;

/** The file, once it is read or has failed. */
async function ended(project: string, fileId: string): Promise<Shown> {
  for (;;) {
    const file = await get<Shown>(`${project}/files/${fileId}/`);
    if (file.status !== 'processing') return file;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const text = (content: string): Blob => new Blob([content]);

describe('a file', () => {
  it('is answered at once, read, listed and found', async () => {
    const project = await server.createProject('alice');
    const response = await upload(project, 'add_file', { data_type: 'csv', file: text('name,city\nAnna,Rome\nBert,Oslo\n') }, 'people.csv');
    expect(response.status).toBe(201);
    const { file_id, ...answer } = (await response.json()) as { file_id: string };
    expect(answer).toEqual({ status: 'processing', duplicate: false, adjustments: [] });
    expect(await ended(project, file_id)).toMatchObject({ status: 'succeeded', file_type: 'csv', chunk_count: 1, error: null });
    const found = await server.request('alice', 'POST', `${ASK_YODA}/${project}/query/`, { query: 'Oslo' });
    expect(await found.json()).toMatchObject({
      result: [{ payload: { page_content: 'name | city\nAnna | Rome\nBert | Oslo', place: { first_row: 2, last_row: 3 } } }],
    });
  });
});
