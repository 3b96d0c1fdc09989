import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Garden, openGarden } from './garden.ts';
import { ASK_YODA } from './harness.ts';

let garden: Garden;
beforeAll(async () => {
  garden = await openGarden();
});
afterAll(() => garden.server.close());
beforeEach(() => garden.plantAnew());

const call: Garden['call'] = (...request) => garden.call(...request);
const size = async (): Promise<unknown> => (await call('GET', 'info/')).json.collection_size;

describe('list_chunks_ids', () => {
  it('pages through everything, whatever is deleted meanwhile', async () => {
    const first = await call('POST', 'list_chunks_ids/', { limit: 2 });
    const [, second] = first.json.chunks_ids as string[];
    expect(first.json.next_cursor).toBe(second);
    await call('DELETE', `delete_chunk/?id=${second}`);
    const rest = await call('POST', 'list_chunks_ids/', { limit: 2, cursor: first.json.next_cursor });
    expect(rest.json).toMatchObject({ chunks_ids: [expect.any(String)], next_cursor: null });
    expect((await call('POST', 'list_chunks_ids/', { offset: 1 })).json.chunks_ids).toEqual(rest.json.chunks_ids);
  });

  it('filters and brings payloads', async () => {
    const body = { filter_documents: { plant: { $in: ['fern'] } }, with_payload: true };
    const { json } = await call('POST', 'list_chunks_ids/', body);
    expect(json.chunks).toMatchObject([
      { payload: { page_content: 'Ferns like shade and wet soil.', metadata: { plant: 'fern' } } },
    ]);
    expect(json.chunks_ids).toEqual((json.chunks as { id: string }[]).map(({ id }) => id));
  });

  it('says when it lists fewer than were asked for, and what is wrong with a filter', async () => {
    expect((await call('POST', 'list_chunks_ids/', { limit: 100_000 })).json.adjustments).toMatchObject([
      { parameter: 'limit', action: 'clamped', from: 100_000 },
    ]);
    const refused = await call('POST', 'list_chunks_ids/', { filter_documents: { plant: { $foo: 1 } } });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.json)).toContain('filter_documents.plant.$foo');
  });
});

describe('delete_chunk', () => {
  const ids = async (): Promise<string[]> => (await call('POST', 'list_chunks_ids/', {})).json.chunks_ids as string[];

  it.each<[string, (ids: string[]) => [string, object | undefined]]>([
    ['id in the query', ([a]) => [`?id=${a}`, undefined]],
    ['a repeated parameter', ([a]) => [`?chunk_ids=${a}&chunk_ids=${a}`, undefined]],
    ['a list with commas', ([a]) => [`?chunk_ids=${a},${a}`, undefined]],
    ['id in the body', ([a]) => ['', { id: a }]],
    ['ids in the body', ([a]) => ['', { ids: [a] }]],
  ])('takes %s', async (_, request) => {
    const all = await ids();
    const [query, body] = request(all);
    expect(await call('DELETE', `delete_chunk/${query}`, body)).toEqual({
      status: 200,
      json: { result: 'Done!', deleted: 1 },
    });
    expect(await ids()).toEqual(all.slice(1));
    expect(await size()).toBe(2);
  });

  it('finds nothing of a deleted chunk, and scores the others as if it had never been', async () => {
    const [cactus] = await ids();
    await call('DELETE', `delete_chunk/?id=${cactus}`);
    const fresh = await garden.server.createProject('alice', [
      'Ferns like shade and wet soil.',
      'Roses need six hours of sun.',
    ]);
    const scores = async (id: string): Promise<number[]> => {
      const response = await garden.server.request('alice', 'POST', `${ASK_YODA}/${id}/query/`, {
        query: 'cactus sun water',
      });
      return ((await response.json()) as { result: { score: number }[] }).result.map(({ score }) => score);
    };
    expect(await scores(garden.project)).toEqual(await scores(fresh));
  });

  it('takes a chunk that is not there for one that is gone already, and deletes nothing of others', async () => {
    const other = await garden.server.createProject('alice', ['Another project.']);
    const listed = await garden.server.request('alice', 'POST', `${ASK_YODA}/${other}/list_chunks_ids/`, {});
    const [foreign] = ((await listed.json()) as { chunks_ids: string[] }).chunks_ids;
    expect((await call('DELETE', 'delete_chunk/', { ids: [foreign, randomUUID()] })).json.deleted).toBe(0);
    const info = await garden.server.request('alice', 'GET', `${ASK_YODA}/${other}/info/`);
    expect(await info.json()).toMatchObject({ collection_size: 1 });
  });

  it.each(['', '?chunk_ids=nonsense', '?id=nonsense'])('refuses "%s" in the field form', async (query) => {
    expect(await call('DELETE', `delete_chunk/${query}`)).toMatchObject({
      status: 400,
      json: { error: { type: 'invalid_request_error', message: expect.any(Object) } },
    });
  });
});

describe('delete_all_chunks', () => {
  it('empties a project of many chunks, also when two do it at once, and counts each once', async () => {
    const texts = Array.from({ length: 60 }, (_, index) => `Text number ${index} is here.`);
    await call('POST', 'add_text/', { texts });
    const both = await Promise.all([call('DELETE', 'delete_all_chunks/'), call('DELETE', 'delete_all_chunks/')]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both.reduce((sum, { json }) => sum + Number(json.deleted), 0)).toBe(63);
    expect(await size()).toBe(0);
    await call('POST', 'add_text/', { texts: ['Water a cactus.'] });
    expect(await size()).toBe(1);
    const found = await call('POST', 'query/', { query: 'Water a cactus' });
    expect(found.json.result).toMatchObject([{ score: 1 }]);
  });
});
