import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isEqual } from '../printing/report.ts';
import type { FakeProject } from '../testing/start-fake-askyoda.ts';
import { chunkOf, fakeProject, originalsOf, rowsOf, textsOf, Migrations } from '../testing/migration.ts';

let migrations: Migrations;
beforeAll(async () => void (migrations = await Migrations.start()), 120_000);
afterAll(() => migrations.groundwire.stop());
beforeEach(() => migrations.begin());
afterEach(() => migrations.end());

describe('lists of chunks', () => {
  type Points = { id: string; payload: { page_content: unknown; metadata: unknown } }[];
  it.each<[string, NonNullable<FakeProject['wrap']>]>([
    ['chunks_ids of points', (points) => ({ chunks_ids: points })],
    ['chunks beside their ids', (points, ids) => ({ chunks_ids: ids, chunks: points })],
    [
      'payloads whose ids stand elsewhere',
      (points, ids) => ({ chunks_ids: ids, result: (points as Points).map(({ payload }) => ({ payload })) }),
    ],
    ['a bare list', (points) => points],
    ['flat records', (points) => ({ result: (points as Points).map(({ id, payload }) => ({ id, ...payload })) })],
    [
      'metadata as text',
      (points) => ({
        points: (points as Points).map(({ id, payload }) => ({
          id,
          payload: { text: payload.page_content, metadata: JSON.stringify(payload.metadata) },
        })),
      }),
    ],
    [
      'metadata beside the text',
      (points) => ({
        points: (points as Points).map(({ id, payload }) => ({
          id,
          payload: { page_content: payload.page_content, ...(payload.metadata as object) },
        })),
      }),
    ],
  ])('are understood: %s', async (_name, wrap) => {
    const fake = fakeProject({ wrap });
    expect((await migrations.run(fake)).problems).toEqual([]);
    expect(await migrations.copiesOf(fake.id)).toEqual(originalsOf(fake));
  });

  it.each<[RegExp, Partial<FakeProject>]>([
    [/chunks_ids holds ids without texts/, { wrap: (_, ids) => ({ chunks_ids: ids }) }],
    [/list_chunks_ids\.chunks should be a list and is an object with something/, { wrap: () => ({ something: 1 }) }],
    [
      /chunks_ids\.0\.payload\.page_content should be a text and is a list/,
      { chunks: [{ id: 'a', page_content: [], metadata: {} }] },
    ],
    [
      /chunks_ids\.0\.payload\.metadata should be an object and is a list/,
      { chunks: [{ id: 'a', page_content: 'a', metadata: [] }] },
    ],
    [/info\.collection_size should be a whole number and is string/, { size: 'many' }],
    [/list_chunks_ids\.next should be null and is string/, { wrap: (points) => ({ chunks: points, next: 'x' }) }],
    [
      /messages\.0\.user_text should be a text/,
      { conversations: [{ id: randomUUID(), name: null, messages: [{ role: 'user' }] }] },
    ],
  ])('and all else that is not understood stop it, by the name of the field: %s', async (words, changes) => {
    await expect(migrations.run(fakeProject(changes))).rejects.toThrow(words);
  });

  it.each([
    ['by offset when more is refused', { mostChunks: 1_000, knowsOffset: true }],
    ['by offset when it is cut', { cutTo: 700, knowsOffset: true }],
    ['at once', {}],
  ])('are read to the end %s', async (_name, changes) => {
    const fake = fakeProject({ chunks: Array.from({ length: 2_300 }, (_, at) => chunkOf(at)), ...changes });
    const report = await migrations.run(fake, { isDryRun: true, toToken: undefined });
    expect([report.problems, rowsOf(report).chunks]).toEqual([[], [2_300, 2_300]]);
  });

  it('that the source cuts for good are a difference', async () => {
    const fake = fakeProject({ chunks: Array.from({ length: 800 }, (_, at) => chunkOf(at)), cutTo: 600 });
    const report = await migrations.run(fake);
    expect([isEqual(report), rowsOf(report)['chunks, as counted']]).toEqual([false, [800, 600]]);
    expect(textsOf(report.problems)).toEqual([expect.stringMatching(/counts 800 chunks and gave 600/)]);
  });
});

describe('an export', () => {
  it('written from a live source, in a migrations.folder or put together in one file, gives the same project', async () => {
    const fake = fakeProject({
      chunks: Array.from({ length: 700 }, (_, at) => chunkOf(at)),
      conversations: [{ id: randomUUID(), name: 'a', messages: [{ user_text: 'b', assistant_text: 'c' }] }],
      files: [{ file_id: 'f' }],
    });
    const dump = join(migrations.folder, 'export');
    const exported = await migrations.run(fake, { dump, toToken: undefined });
    expect([isEqual(exported), await readdir(migrations.folder)]).toEqual([true, ['export']]);
    await expect(migrations.run(fake, { dump })).rejects.toThrow(/is not empty/);
    const report = await migrations.run(fake, { fromDump: dump, from: 'http://127.0.0.1:1', token: undefined });
    expect([report.problems, isEqual(report)]).toEqual([[], true]);
    expect(await migrations.copiesOf(fake.id)).toEqual(originalsOf(fake));

    const whole = join(migrations.folder, 'whole.json');
    const info = { collection_size: 700, llm_provider: 'openai', llm_model: 'gpt-4o' };
    await writeFile(
      whole,
      JSON.stringify({ info, files: fake.files, chunks: fake.chunks, conversations: fake.conversations }),
    );
    const again = await migrations.run(fake, {
      fromDump: whole,
      statePath: join(migrations.folder, 'whole.state.json'),
    });
    expect([again.problems, isEqual(again), rowsOf(again).conversations]).toEqual([[], true, [1, 1]]);
    expect((await migrations.copiesOf(fake.id)).size).toBe(700);
  });

  it('keeps every digit of whole numbers that no double holds', async () => {
    const path = join(migrations.folder, 'whole.json');
    const chunk = (metadata: string): string => `{"id":"a","page_content":"b","metadata":${metadata}}`;
    const odd = '{"post":1234567890123456789,"exact":9007199254740991,"share":0.1234567890123456789,"big":1e25}';
    await writeFile(
      path,
      `{"info":{"collection_size":1,"llm_provider":"openai","llm_model":"m"},"chunks":[${chunk(odd)}]}`,
    );
    const fake = fakeProject();
    const report = await migrations.run(fake, { fromDump: path });
    expect(textsOf(report.notes)).toContainEqual(expect.stringMatching(/^Whole numbers beyond .*\(1\)/));
    const metadata = { post: '1234567890123456789', exact: 9007199254740991, share: 0.12345678901234568, big: 1e25 };
    expect([...(await migrations.copiesOf(fake.id)).values()]).toEqual([{ text: 'b', metadata }]);
    expect(isEqual(report)).toBe(true);
  });

  it('that misses something is a difference, or stops it', async () => {
    const path = join(migrations.folder, 'whole.json');
    const chunks = [chunkOf(1)];
    await writeFile(path, JSON.stringify({ info: { collection_size: 2 }, chunks }));
    expect(isEqual(await migrations.run(fakeProject(), { fromDump: path }))).toBe(false);
    await writeFile(path, JSON.stringify({ chunks }));
    await expect(
      migrations.run(fakeProject(), { fromDump: path, statePath: join(migrations.folder, 'b') }),
    ).rejects.toThrow(/has no info/);
    await writeFile(path, '{');
    await expect(
      migrations.run(fakeProject(), { fromDump: path, statePath: join(migrations.folder, 'c') }),
    ).rejects.toThrow(/is not JSON/);
    await expect(migrations.run(fakeProject(), { fromDump: join(migrations.folder, 'none') })).rejects.toThrow(
      /There is no/,
    );
  });
});
