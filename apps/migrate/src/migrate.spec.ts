import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isEqual } from './printing/report.ts';
import { chunkOf, fakeProject, originalsOf, rowsOf, textsOf, Migrations } from './testing/migration.ts';

let migrations: Migrations;
beforeAll(async () => void (migrations = await Migrations.start()), 120_000);
afterAll(() => migrations.groundwire.stop());
beforeEach(() => migrations.begin());
afterEach(() => migrations.end());

describe('a project', () => {
  it('is copied whole: 2,500 chunks, through limits, a failure and lost answers, and only read at the source', async () => {
    const values = [1.5, 'a', true, ['x', 'y'], { deep: [1] }, '2026-01-31', 'Straße 支店 🎈'];
    const fake = fakeProject({
      chunks: Array.from({ length: 2_500 }, (_, at) =>
        chunkOf(at, { at, value: values[at % values.length], file_name: 'a.pdf' }),
      ),
      faults: [
        { path: 'info/', status: 429, headers: { 'retry-after': '0' } },
        { path: 'list_chunks_ids/', status: 500, after: 1 },
        { path: 'list_chunks_ids/', status: 429, headers: { 'retry-after': '0' }, after: 2 },
        { path: 'conversations/', status: 503 },
      ],
      conversations: [
        { id: randomUUID(), name: 'Later', messages: [] },
        {
          id: randomUUID(),
          name: null,
          messages: [
            { user_text: 'Hi 🎈', assistant_text: 'Hello.' },
            { user_text: 'And?', assistant_text: null },
          ],
        },
      ],
      files: [{ file_id: randomUUID(), file_name: 'a.pdf', file_type: 'pdf', status: 'finished' }],
    });
    const report = await migrations.run(fake);
    expect([report.problems, isEqual(report)]).toEqual([[], true]);
    expect(rowsOf(report)).toMatchObject({
      'chunks, as counted': [2_500, 2_500],
      'chunks, by content': [2_500, 2_500],
      conversations: [2, 2],
      'their turns': [2, 2],
      model: ['openai/gpt-4o', 'openai/gpt-4o'],
      files: [1, 1],
    });
    expect(await migrations.copiesOf(fake.id)).toEqual(originalsOf(fake));
    const { client } = migrations.groundwire;
    expect(await client.getProjectInfo(fake.id)).toMatchObject({ collection_size: 2_500, llm_model: 'gpt-4o' });
    const found = await client.query(fake.id, { query: 'number 1777', filter_documents: { at: 1_777 } });
    expect(found.result.map(({ payload }) => payload.page_content)).toEqual([fake.chunks[1_777]!.page_content]);
    const listed = await client.listConversations(fake.id);
    expect(listed.map(({ id }) => id)).toEqual(fake.conversations!.map(({ id }) => id));
    expect((await client.getConversation(fake.id, listed[1]!.id)).messages).toMatchObject(
      fake.conversations![1]!.messages,
    );
    const state = JSON.parse(await readFile(migrations.statePath, 'utf8')) as { files: unknown };
    expect(state.files).toEqual(fake.files);
    const others = migrations.source!.requests.filter((line) => !/^GET |^POST .*\/list_chunks_ids\/$/.test(line));
    expect(others).toEqual([]);
  });

  it('is copied once, however often', async () => {
    const fake = fakeProject({
      conversations: [{ id: randomUUID(), name: 'a', messages: [{ user_text: 'b', assistant_text: 'c' }] }],
    });
    await migrations.run(fake);
    await rm(migrations.statePath);
    const report = await migrations.run(fake);
    expect([report.problems, isEqual(report)]).toEqual([[], true]);
    expect(await migrations.copiesOf(fake.id)).toEqual(originalsOf(fake));
  });

  it('that is empty is copied', async () => {
    const fake = fakeProject({ chunks: [], faults: [{ path: 'list_chunks_ids/', status: 404 }] });
    const report = await migrations.run(fake);
    expect([isEqual(report), rowsOf(report)['chunks, as counted']]).toEqual([true, [0, 0]]);
  });

  it('can be copied into another, beside what is there', async () => {
    const { project_id: other } = await migrations.groundwire.client.createProject({
      ...{
        project_name: 'p',
        collection_name: 'c',
        embeddings_provider: 'openai',
        llm_provider: 'openai',
        llm_model: 'gpt-4o',
      },
    });
    await migrations.groundwire.client.addText(other, { texts: ['Something else.'] });
    const fake = fakeProject();
    const report = await migrations.run(fake, { toProject: other });
    expect([isEqual(report), rowsOf(report)['chunks, as counted']]).toEqual([true, [3, 3]]);
    expect((await migrations.groundwire.client.getProjectInfo(other)).collection_size).toBe(4);
    const unknown = { toProject: randomUUID(), statePath: join(migrations.folder, 'b.json') };
    await expect(migrations.run(fake, unknown)).rejects.toThrow(/knows no project/);
  });
});

describe('what cannot be kept as it is', () => {
  it('is replaced and named (NUL, half a surrogate pair), or refused and named, and nothing else suffers', async () => {
    const chunks = [
      chunkOf(1),
      { id: 'odd', page_content: 'a\0b \ud83d c', metadata: { 'k\0': ['\udc00'] } },
      { id: 'long', page_content: 'x'.repeat(100_001), metadata: {} },
      { id: 'empty', page_content: '', metadata: {} },
      { id: 'wide', page_content: 'w', metadata: { text: 'm'.repeat(17_000) } },
      chunkOf(2),
    ];
    const fake = fakeProject({
      chunks,
      conversations: [{ id: 'no-uuid', name: 'x', messages: [{ user_text: '\0', assistant_text: '' }] }],
    });
    const report = await migrations.run(fake);
    expect(rowsOf(report)).toMatchObject({
      'chunks, as counted': [6, 3],
      'chunks, by content': [6, 3],
      conversations: [1, 1],
    });
    expect(textsOf(report.problems)).toEqual([
      expect.stringMatching(/Chunk long was not taken: .*100000/),
      expect.stringMatching(/Chunk empty was not taken/),
      expect.stringMatching(/Chunk wide was not taken: .*16000/),
    ]);
    expect(report.notes).toEqual(
      expect.arrayContaining([
        { text: expect.stringMatching(/U\+FFFD in chunks/), ids: ['odd'] },
        { text: expect.stringMatching(/another id here/), ids: ['no-uuid'] },
        { text: expect.stringMatching(/U\+FFFD in conversations/), ids: ['no-uuid'] },
      ]),
    );
    const copies = await migrations.copiesOf(fake.id);
    expect([...copies.keys()]).toEqual([chunks[0]!.id, 'odd', chunks[5]!.id]);
    expect(copies.get('odd')).toEqual({ text: 'a\ufffdb \ufffd c', metadata: { 'k\ufffd': ['\ufffd'] } });
    const again = await migrations.run(fake);
    expect(rowsOf(again)).toMatchObject({ 'chunks, as counted': [6, 3], conversations: [1, 1] });
    expect(await migrations.groundwire.client.listConversations(fake.id)).toHaveLength(1);
  });

  it('what changed, went or came at the source between runs is seen, and the copy is left alone', async () => {
    const conversation = { id: randomUUID(), name: null, messages: [{ user_text: 'a', assistant_text: 'b' }] };
    const fake = fakeProject({ conversations: [conversation] });
    await migrations.run(fake);
    const [gone, changed] = fake.chunks;
    fake.chunks.shift();
    changed!.metadata = { number: '2' };
    fake.chunks.push(chunkOf(4));
    conversation.messages.push({ user_text: 'c', assistant_text: 'd' });
    const report = await migrations.run(fake);
    expect(rowsOf(report)).toMatchObject({
      'chunks, as counted': [3, 4],
      'chunks, by content': [3, 2],
      'their turns': [2, 1],
    });
    expect(report.problems.map(({ text, ids }) => [text.slice(0, 36), ids])).toEqual([
      ['Chunks that changed at the source si', [changed!.id]],
      ['Chunks that are here and were delete', [gone!.id]],
      ['Conversations that went on at the so', [conversation.id]],
    ]);
  });

  it('conversations that went on here are equal as far as they were copied', async () => {
    const conversation = { id: randomUUID(), name: null, messages: [{ user_text: 'When?', assistant_text: 'Now.' }] };
    const fake = fakeProject({ conversations: [conversation] });
    await migrations.run(fake);
    await migrations.groundwire.client.generate(fake.id, {
      ...{ model: 'local/extractive', conversation_id: conversation.id },
      messages: [{ role: 'user', content: 'And the number 2?' }],
    });
    const report = await migrations.run(fake);
    expect([isEqual(report), report.notes.at(-2)]).toEqual([
      true,
      { text: 'Conversations that went on here', ids: [conversation.id] },
    ]);
  });
});

describe('the bot profile', () => {
  const prompt = {
    name: 'support',
    model: 'openai/gpt-4o',
    text: 'For {{who}}, 100 % & more.',
    params: { who: 'us' },
    system_prompt: 'Short.',
    file_urls: [],
  };

  it('is said to be unreadable, since AskYoda has no operation for it', async () => {
    const report = await migrations.run(fakeProject());
    expect([isEqual(report), rowsOf(report)['bot profile']]).toEqual([true, ['unknown', 0]]);
    expect(textsOf(report.notes)).toContainEqual(expect.stringMatching(/--bot-prompt/));
  });

  it('comes from a file', async () => {
    const fake = fakeProject();
    const path = join(migrations.folder, 'bot.json');
    await writeFile(path, JSON.stringify({ ...prompt, params: JSON.stringify(prompt.params) }));
    expect(rowsOf(await migrations.run(fake, { botPrompt: path }))['bot profile']).toEqual([1, 1]);
    expect(await migrations.groundwire.client.listBotPrompts(fake.id)).toEqual([{ ...prompt, adjustments: [] }]);
  });
});
