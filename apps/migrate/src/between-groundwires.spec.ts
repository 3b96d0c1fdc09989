import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Groundwire, startGroundwire } from './testing/start-groundwire.ts';

// Two built servers in processes of their own, and the built command between them, killed on its way.

const COMMAND = join(import.meta.dirname, '../dist/main.js');
const TEXTS = 1_200;
const CONVERSATIONS = 60;

let source: Groundwire;
let target: Groundwire;
let folder: string;
let project: string;
let conversation: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'migrate-'));
  [source, target] = await Promise.all([startGroundwire(), startGroundwire()]);
  project = await fill(source);
}, 180_000);
afterAll(async () => {
  await Promise.all([source.stop(), target.stop()]);
  await rm(folder, { recursive: true, force: true });
});

async function fill({ client }: Groundwire): Promise<string> {
  const { project_id: id } = await client.createProject({
    ...{ project_name: 'Library', collection_name: 'books', embeddings_provider: 'mistral', chunk_size: 300 },
    ...{ llm_provider: 'local', llm_model: 'extractive', chunk_separators: ['\n\n'] },
  });
  const numbers = Array.from({ length: TEXTS }, (_, at) => at);
  const texts = numbers.map(
    (at) => `Shelf ${at} holds books about subject${at % 89}.\n\n${`It is dusted in week ${at % 52}. `.repeat(12)}`,
  );
  const metadata = numbers.map((shelf) => ({ shelf, even: shelf % 2 === 0, title: `Shelf ${shelf}` }));
  for (let start = 0; start < TEXTS; start += 300) {
    const page = { texts: texts.slice(start, start + 300), metadata: metadata.slice(start, start + 300) };
    await client.addText(id, page);
  }
  for (let at = 0; at < CONVERSATIONS; at++) {
    const messages = Array.from({ length: at % 7 }, (_, turn) => ({
      user_text: `Question ${turn}?`,
      assistant_text: `Answer ${at}.`,
    }));
    const begun = await client.createConversation(id, { name: `Talk ${at}`, messages });
    conversation = begun.id;
  }
  await client.generate(id, {
    ...{ model: 'local/extractive', conversation_id: conversation },
    messages: [{ role: 'user', content: 'What is on shelf 7?' }],
  });
  await client.createBotPrompt(id, {
    name: 'librarian',
    model: 'local/extractive',
    text: 'Of {{town}}.',
    params: '{"town":"Ulm"}',
  });
  return id;
}

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

function start(more: string[] = []): {
  child: ChildProcess;
  ended: Promise<Ended>;
  reaches: (count: number) => Promise<void>;
} {
  const options = [
    '--from',
    source.url,
    '--project',
    project,
    '--to',
    target.url,
    '--state',
    join(folder, 'state.json'),
    ...more,
  ];
  const child = spawn(process.execPath, [COMMAND, ...options], {
    env: { PATH: process.env.PATH, ASKYODA_TOKEN: source.token, GROUNDWIRE_TOKEN: target.token },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (said.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.stderr += data.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, ended, reaches: (count) => Promise.race([untilCopied(count), ended.then(() => undefined)]) };
}

/** Resolves when so many chunks are at the target. */
async function untilCopied(count: number): Promise<void> {
  for (;;) {
    const info = await target.client.getProjectInfo(project).catch(() => undefined);
    if (info !== undefined && info.collection_size >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function namesOf({ client }: Groundwire): Promise<Record<string, unknown>[]> {
  const listed = await client.listConversations(project);
  const details = await Promise.all(listed.map(({ id }) => client.getConversation(project, id)));
  return details.map(({ id, name, messages }) => ({
    ...{ id, name },
    turns: messages.map(({ turn, user_text: user, assistant_text: assistant }) => [turn, user, assistant]),
  }));
}

describe('a migration between two servers', () => {
  it('killed twice anywhere, interrupted once, and run to its end, copies everything once', async () => {
    const { collection_size: count } = await source.client.getProjectInfo(project);
    expect(count).toBeGreaterThan(TEXTS);
    for (const share of [0.2, 0.5]) {
      const { child, ended, reaches } = start();
      await reaches(count * share);
      await new Promise((resolve) => setTimeout(resolve, randomInt(150)));
      child.kill('SIGKILL');
      expect((await ended).code).toBeNull();
    }
    const interrupted = start();
    await interrupted.reaches(count * 0.75);
    interrupted.child.kill('SIGINT');
    expect(await interrupted.ended).toMatchObject({
      code: 130,
      stderr: expect.stringMatching(/Run the same command again/),
    });
    const { code, stdout, stderr } = await start().ended;
    expect([code, stdout]).toEqual([0, expect.not.stringContaining('not equal')]);
    expect(stderr + stdout + (await readFile(join(folder, 'state.json'), 'utf8'))).not.toContain(source.token);
    const info = await target.client.getProjectInfo(project);
    expect(info.collection_size).toBe(count);
    expect(await namesOf(target)).toEqual(await namesOf(source));
    expect(await target.client.listBotPrompts(project)).toEqual(await source.client.listBotPrompts(project));
    const { created_at: _there, ...there } = await source.client.getProject(project);
    expect(await target.client.getProject(project)).toMatchObject(there);
  }, 180_000);

  it('finds the same passages, by the same filters', async () => {
    for (const query of ['books about subject17', 'shelf 731', 'dusted in week 30']) {
      const [there, here] = await Promise.all(
        [source, target].map(async ({ client }) => {
          const { result } = await client.query(project, {
            query,
            k: 8,
            filter_documents: { even: query.includes('30') },
          });
          return result.map(({ payload: { page_content: text, metadata } }) => [text, metadata.shelf]);
        }),
      );
      expect(here!.toSorted()).toEqual(there!.toSorted());
      expect(here!.length).toBeGreaterThan(0);
    }
  });

  it('goes on with the conversation, and is still equal then', async () => {
    const answer = await target.client.generate(project, {
      ...{ model: 'local/extractive', conversation_id: conversation },
      messages: [{ role: 'user', content: 'And on shelf 8?' }],
    });
    expect(answer.choices[0]?.message.content).toMatch(/\b8\b/);
    const { messages } = await target.client.getConversation(project, conversation);
    expect(messages.at(-1)).toMatchObject({ user_text: 'And on shelf 8?', turn: messages.length });
    expect(await start().ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/went on here/) });
  }, 60_000);

  it('onto itself is refused, and makes a copy with new ids when it is asked to', async () => {
    const onto = (more: string[]) =>
      start(['--to', source.url, '--to-token', source.token, '--state', join(folder, `${randomUUID()}.json`), ...more])
        .ended;
    expect(await onto([])).toMatchObject({ code: 1, stderr: expect.stringMatching(/are the same project/) });
    const copied = await onto(['--to-project', 'new']);
    expect(copied).toMatchObject({ code: 0, stdout: expect.stringMatching(/Conversations with another id here/) });
  }, 120_000);
});
