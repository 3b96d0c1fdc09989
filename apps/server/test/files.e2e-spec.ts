import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
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

async function upload(
  project: string,
  path: string,
  fields: Record<string, string | Blob>,
  name = 'file',
): Promise<Response> {
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
    const response = await upload(
      project,
      'add_file',
      { data_type: 'csv', file: text('name,city\nAnna,Rome\nBert,Oslo\n') },
      'people.csv',
    );
    expect(response.status).toBe(201);
    const { file_id, ...answer } = (await response.json()) as { file_id: string };
    expect(answer).toEqual({ status: 'processing', duplicate: false, adjustments: [] });
    expect(await ended(project, file_id)).toMatchObject({
      status: 'succeeded',
      file_type: 'csv',
      chunk_count: 1,
      error: null,
    });
    const found = await server.request('alice', 'POST', `${ASK_YODA}/${project}/query/`, { query: 'Oslo' });
    expect(await found.json()).toMatchObject({
      result: [
        { payload: { page_content: 'name | city\nAnna | Rome\nBert | Oslo', place: { first_row: 2, last_row: 3 } } },
      ],
    });
  });

  it('with the same content is recognised, unless it is forced', async () => {
    const project = await server.createProject('alice');
    const send = (fields: Record<string, string> = {}): Promise<Response> =>
      upload(project, 'add_file', { ...fields, file: text('The same words.') }, 'a.txt');
    const first = (await (await send()).json()) as Shown;
    await ended(project, first.file_id);
    expect(await (await send()).json()).toMatchObject({ file_id: first.file_id, duplicate: true, status: 'succeeded' });
    expect(await (await send({ metadata: '{"n":1}' })).json()).toMatchObject({
      adjustments: [{ parameter: 'metadata' }],
    });
    expect(await (await send({ force: 'true' })).json()).toMatchObject({ duplicate: false });
    const files = await get<Shown[]>(`${project}/files/`);
    expect(files.map(({ file_name }) => file_name)).toEqual(['a.txt', 'a.txt']);
  });

  it('keeps its metadata, which a form sends as text', async () => {
    const project = await server.createProject('alice');
    const fields = { metadata: '{"title":"A title","n":1}', provider: '', file_url: '', file: text('Some words.') };
    const { file_id } = (await (await upload(project, 'add_file', fields, 'a.txt')).json()) as Shown;
    expect(await ended(project, file_id)).toMatchObject({ metadata: { title: 'A title', n: 1 } });
    const found = await server.request('alice', 'POST', `${ASK_YODA}/${project}/query/`, { query: 'title' });
    expect(await found.json()).toMatchObject({ result: [{ payload: { metadata: { title: 'A title', n: 1 } } }] });
  });

  it('that is deleted takes its chunks and their counts along', async () => {
    const project = await server.createProject('alice', ['A text that stays.']);
    const { file_id } = (await (
      await upload(project, 'add_file', { file: text('Words that go.') }, 'a.txt')
    ).json()) as Shown;
    await ended(project, file_id);
    const path = `${ASK_YODA}/${project}/files/${file_id}/`;
    expect((await server.request('alice', 'DELETE', path)).status).toBe(204);
    expect((await server.request('alice', 'GET', path)).status).toBe(404);
    expect(await get(`${project}/info/`)).toMatchObject({ collection_size: 1 });
    const found = await server.request('alice', 'POST', `${ASK_YODA}/${project}/query/`, { query: 'words' });
    expect(JSON.stringify(await found.json())).not.toContain('Words that go');
  });

  it('that cannot be read fails in plain words', async () => {
    const project = await server.createProject('alice');
    const { file_id } = (await (
      await upload(project, 'add_file', { file: text('%PDF-1.7 broken') }, 'a.pdf')
    ).json()) as Shown;
    expect(await ended(project, file_id)).toMatchObject({
      status: 'failed',
      error: 'The file is damaged, or no proper pdf file.',
      chunk_count: 0,
    });
  });

  it('of sound is transcribed by the project’s provider, and its passages tell when they were said', async () => {
    const project = await server.createProject('alice');
    // The fake vendor hears what stands in the file.
    const sound = new Blob(['RIFF\x30\0\0\0WAVEfmt ', ' Marbles are round. They roll away.']);
    const { file_id } = (await (await upload(project, 'add_file', { file: sound }, 'talk.wav')).json()) as Shown;
    expect(await ended(project, file_id)).toMatchObject({ status: 'succeeded', file_type: 'audio' });
    const found = await server.request('alice', 'POST', `${ASK_YODA}/${project}/query/`, { query: 'marbles' });
    expect(await found.json()).toMatchObject({
      result: [{ payload: { page_content: expect.stringContaining('They roll away.'), place: { start_seconds: 0 } } }],
    });
  });

  it('that is a picture is looked at by the model that is named', async () => {
    const project = await server.createProject('alice');
    const png = readFileSync(new URL('../src/documents/parsing/__fixtures__/scan.png', import.meta.url));
    const fields = { model: 'openai/echo', prompt: 'What is it?', file: new Blob([png]) };
    const { file_id } = (await (await upload(project, 'add_image', fields, 'a.png')).json()) as Shown;
    expect(await ended(project, file_id)).toMatchObject({ status: 'succeeded', file_type: 'image' });
    const found = await server.request('alice', 'POST', `${ASK_YODA}/${project}/query/`, {
      query: 'What is it?',
      k: 1,
    });
    expect(JSON.stringify(await found.json())).toContain('What is it?');
    const other = await upload(project, 'add_image', { ...fields, model: 'nobody/knows' }, 'a.png');
    expect(await other.json()).toMatchObject({ adjustments: [{ parameter: 'model' }, { parameter: 'prompt' }] });
  });
});

describe('a request to add is refused', () => {
  let project: string;
  beforeAll(async () => {
    project = await server.createProject('alice');
  });

  it.each([
    ['without a file', {}, 400, 'file or file_url is required'],
    ['with an empty file', { file: text('') }, 400, 'file is empty'],
    [
      'with a program',
      { file: new Blob([Buffer.from('7f454c460201010000000000', 'hex'), Buffer.alloc(500)]) },
      415,
      'no type that can be read',
    ],
    ['with a file in another field', { other: text('x') }, 400, 'belongs into the field file'],
    ['with metadata that is no object', { metadata: '[1]', file: text('x') }, 400, 'metadata must be a JSON object'],
    ['with an address inside', { file_url: 'http://127.0.0.1:1/a.pdf' }, 400, 'could not be fetched'],
    ['with NUL in a field', { metadata: '\0', file: text('x') }, 400, 'NUL'],
  ] as [string, Record<string, string | Blob>, number, string][])('%s', async (_what, fields, status, message) => {
    const response = await upload(project, 'add_file', fields);
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(message)]);
    expect(await get(`${project}/files/`)).toEqual([]);
  });

  it('when its file is larger than 100 MB', async () => {
    const response = await upload(project, 'add_file', { file: new Blob([Buffer.alloc(101 * 1024 * 1024, 'a')]) });
    expect([response.status, await response.text()]).toEqual([413, expect.stringContaining('larger than 100 MB')]);
  });

  it('when the operation takes no form', async () => {
    expect((await upload(project, 'query', { query: 'x' })).status).toBe(415);
  });

  it('for another tenant’s project and file, as if there were none', async () => {
    const { file_id } = (await (await upload(project, 'add_file', { file: text('Mine.') })).json()) as Shown;
    for (const [method, path] of [
      ['GET', ''],
      ['GET', `${file_id}/`],
      ['DELETE', `${file_id}/`],
    ] as const) {
      const response = await server.request('mallory', method, `${ASK_YODA}/${project}/files/${path}`);
      expect([response.status, await response.json()]).toEqual([404, { details: 'Not Found' }]);
    }
  });
});

describe('add_url', () => {
  it('makes a file of each address, says why one cannot be fetched, and reports what is not done', async () => {
    const project = await server.createProject('alice');
    const body = { urls: ['http://nowhere.invalid/a'], js_render: [true] };
    const response = await server.request('alice', 'POST', `${ASK_YODA}/${project}/add_url/`, body);
    const { files } = (await response.json()) as { files: (Shown & { adjustments: unknown[] })[] };
    expect([response.status, files[0]!.adjustments]).toEqual([
      201,
      [expect.objectContaining({ parameter: 'js_render.0' })],
    ]);
    expect(await ended(project, files[0]!.file_id)).toMatchObject({
      status: 'failed',
      error: 'The address could not be fetched.',
      url: 'http://nowhere.invalid/a',
    });
  });
});

describe('an idempotency-key', () => {
  const body = { project_name: 'Once', collection_name: 'c', embeddings_provider: 'openai' };
  const create = (key: string, tenant = 'alice', extra: object = {}): Promise<Response> =>
    server.request(tenant, 'POST', `${ASK_YODA}/`, { ...body, ...extra }, { 'idempotency-key': key });

  it('makes one project of a request that is sent twice, and answers both alike', async () => {
    const answers = [await create('k1'), await create('k1')];
    const [first, second] = (await Promise.all(answers.map((answer) => answer.json()))) as [object, object];
    expect(second).toEqual(first);
  });

  it('belongs to its tenant', async () => {
    const answers = [await create('k2'), await create('k2', 'bob')];
    const [first, second] = (await Promise.all(answers.map((answer) => answer.json()))) as [Shown, Shown];
    expect(second.project_id).not.toBe(first.project_id);
  });

  it('is refused with another body, and free again when its request failed', async () => {
    expect((await create('k3', 'alice', { chunk_size: 1 })).status).toBe(200);
    expect((await create('k3', 'alice', { chunk_size: 2 })).status).toBe(422);
    const add = (projectId: string): Promise<Response> =>
      server.request(
        'alice',
        'POST',
        `${ASK_YODA}/${projectId}/add_text/`,
        { texts: ['x'] },
        { 'idempotency-key': 'k4' },
      );
    expect((await add('0198c0de-7000-7abc-8def-0123456789ab')).status).toBe(404);
    expect((await add(await server.createProject('alice'))).status).toBe(201);
  });

  it('answers 409, or the same, to requests at once, and carries out one', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => create('k5')));
    const ids = new Set<unknown>();
    for (const answer of answers) {
      expect([200, 409]).toContain(answer.status);
      if (answer.status === 200) ids.add(((await answer.json()) as Shown).project_id);
    }
    expect(ids.size).toBe(1);
  });
});
