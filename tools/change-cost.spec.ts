import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Groundwire, startGroundwire } from './bench/start-groundwire.ts';
import { type FakeUpstream, startFakeUpstream } from './fake-upstream/start-fake-upstream.ts';

const root = join(import.meta.dirname, '..');

/** The whole cost of each change, in hand-edited files: one entry in one file. */
const newProvider = {
  file: 'packages/llm/src/providers.ts',
  after: /^const table = \{\n/m,
  insert: "  acme: { dialect: 'openai-chat', baseUrl: 'https://acme.invalid/v1', apiKeyEnv: 'ACME_API_KEY' },\n",
};
const newParameter = {
  file: 'openapi.yaml',
  after: /^ {4}ModelParameters:\n(?: {6}.*\n)*? {6}properties:\n/m,
  insert:
    '        politeness: { type: integer, minimum: 0, maximum: 10, description: How polite it is., examples: [3] }\n',
};

/** Recorded, because the fake upstream refuses parameters that OpenAI does not have. */
const reply = {
  contentType: 'application/json',
  body: JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_735_689_600,
    model: 'polite-1',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: 'Good morning', refusal: null },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 },
  }),
};

/** Copies the working tree; installed packages are linked, and the project's own point into the copy. */
function copyRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), 'groundwire-change-'));
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root });
  for (const path of listed
    .toString()
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)))) {
    cpSync(join(root, path), join(copy, path));
  }
  for (const folder of ['.', 'packages/dto', 'packages/llm', 'apps/server', 'tools']) {
    linkInstalled(join(folder, 'node_modules'), copy);
  }
  const own = join(copy, 'node_modules/@groundwire');
  rmSync(own);
  mkdirSync(own);
  for (const name of ['client', 'dto', 'llm', 'text']) symlinkSync(join(copy, 'packages', name), join(own, name));
  return copy;
}

function linkInstalled(folder: string, copy: string): void {
  if (!existsSync(join(root, folder))) return;
  mkdirSync(join(copy, folder), { recursive: true });
  for (const name of readdirSync(join(root, folder))) symlinkSync(join(root, folder, name), join(copy, folder, name));
}

function edit(copy: string, { file, after, insert }: typeof newProvider): void {
  const text = readFileSync(join(copy, file), 'utf8');
  const edited = text.replace(after, (place) => place + insert);
  if (edited === text) throw new Error(`${file} has no place like ${after.source}`);
  writeFileSync(join(copy, file), edited);
}

/** Generates and compiles; a type error anywhere fails here. */
function build(copy: string): void {
  const run = (file: string, ...args: string[]) =>
    execFileSync(process.execPath, [file, ...args], { cwd: copy, stdio: 'pipe' });
  run('tools/generate.ts');
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  for (const folder of ['packages/client', 'packages/text', 'packages/dto', 'packages/llm', 'apps/server']) {
    run(compiler, '-p', join(folder, 'tsconfig.build.json'));
  }
}

describe('in a copy with a new provider and a new model parameter', () => {
  let upstream: FakeUpstream;
  let groundwire: Groundwire;
  const cleanUps: (() => unknown)[] = [];

  beforeAll(async () => {
    const copy = copyRepository();
    cleanUps.unshift(() => rmSync(copy, { recursive: true }));
    edit(copy, newProvider);
    edit(copy, newParameter);
    build(copy);
    upstream = await startFakeUpstream({ recordings: { 'polite-1': reply } });
    cleanUps.unshift(() => upstream.close());
    const environment = { ACME_BASE_URL: upstream.url, ACME_API_KEY: 'key-of-acme' };
    groundwire = await startGroundwire({ root: copy, upstreamUrl: 'http://127.0.0.1:9', environment });
    cleanUps.unshift(() => groundwire.stop());
  }, 240_000);

  afterAll(async () => {
    for (const cleanUp of cleanUps) await cleanUp();
  });

  const generate = (body: object) =>
    fetch(`${groundwire.origin}/v2/aiproducts/askyoda/v2/${groundwire.projectId}/generate`, {
      method: 'POST',
      headers: groundwire.headers,
      body: JSON.stringify({ model: 'acme/polite-1', messages: [{ role: 'user', content: 'Good morning' }], ...body }),
    });

  it('the provider answers under its name, with its key', async () => {
    const answer = await generate({});
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ object: 'chat.completion', provider: 'acme' });
    expect(upstream.requests.at(-1)).toMatchObject({
      body: { model: 'polite-1' },
      headers: { authorization: 'Bearer key-of-acme' },
    });
  });

  it('the parameter is forwarded', async () => {
    expect((await generate({ politeness: 7 })).status).toBe(200);
    expect(upstream.requests.at(-1)?.body).toMatchObject({ politeness: 7 });
  });

  it.each([11, -1, 1.5, 'very'])('the parameter is checked: %p', async (politeness) => {
    const answer = await generate({ politeness });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('politeness');
  });
});
