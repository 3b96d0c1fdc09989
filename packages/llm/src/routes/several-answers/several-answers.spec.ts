import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from '../../../../../tools/fake-upstream/start-fake-upstream.ts';
import { callOf, collect, createTestLlm, type Outcome } from '../../__fixtures__/create-test-llm.ts';
import type { CallParameters, CompletionChunk, Llm, StreamPart } from '../../types.ts';

const FIXTURES = ['groq', 'deepseek-reasoner', 'ollama'];
const read = (name: string): Buffer =>
  readFileSync(new URL(`../../dialects/openai-chat/__fixtures__/${name}.sse`, import.meta.url));

let fake: FakeUpstream;
let llm: Llm;
beforeAll(async () => {
  const recordings = Object.fromEntries(
    FIXTURES.map((name) => [name, { contentType: 'text/event-stream', body: read(name) }]),
  );
  fake = await startFakeUpstream({ recordings });
});
beforeEach(() => {
  fake.requests.length = 0;
  llm = createTestLlm(fake.url, {
    apiKeys: { groq: 'key', openai: 'key', anthropic: 'key' },
    baseUrls: { groq: fake.url, openai: fake.url, anthropic: fake.url },
    parameterNames: ['stream', 'n', 'stop', 'seed', 'max_tokens', 'tools'],
  });
});
afterEach(() => llm.close());
afterAll(() => fake.close());

const ask = (model: string, parameters: CallParameters, signal = new AbortController().signal): Promise<Outcome> =>
  collect(llm.call(callOf(model, parameters), signal));
const chunksOf = ({ parts }: Outcome): CompletionChunk[] =>
  parts.flatMap((part) => (part.type === 'chunk' ? [part.chunk] : []));
const choiceOf = (chunks: CompletionChunk[], index: number): CompletionChunk['choices'] =>
  chunks.flatMap(({ choices }) => choices).filter((choice) => choice.index === index);
/** How each call of a model that reached the vendor ended; resolves only when no connection is left. */
const endsOf = (model: string): Promise<string[]> =>
  Promise.all(fake.requests.filter(({ body }) => model.endsWith(`/${body.model}`)).map(({ ended }) => ended));
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await sleep(5);
};

describe.each(['groq/stream-4', 'anthropic/stream-4'])('three answers of %s', (model) => {
  it('are one stream: one head, a role and a finish for each, one usage that is added up', async () => {
    const outcome = await ask(model, { stream: true, n: 3 });
    expect(outcome.error).toBeUndefined();
    const chunks = chunksOf(outcome);
    expect(new Set(chunks.map(({ id, created, model: name }) => `${id} ${created} ${name}`)).size).toBe(1);
    for (const index of [0, 1, 2]) {
      const choice = choiceOf(chunks, index);
      expect(choice[0]?.delta.role).toBe('assistant');
      expect(choice.filter(({ delta }) => delta.role !== undefined)).toHaveLength(1);
      expect(choice.map(({ delta }) => delta.content ?? '').join('')).toBe('token0 token1 token2 token3 ');
      expect(choice.flatMap(({ finish_reason: reason }) => reason ?? [])).toEqual(['stop']);
      expect(choice.at(-1)).toMatchObject({ delta: {}, finish_reason: 'stop' });
    }
    expect(chunks.filter(({ usage }) => usage != null)).toHaveLength(1);
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 12 } });
    expect(fake.requests.map(({ body }) => body.n)).toEqual([undefined, undefined, undefined]);
  });

  it('are one completion, with its choices in order and its details added up', async () => {
    const { parts, error } = await ask(model, { n: 3 });
    expect(error).toBeUndefined();
    expect(parts).toHaveLength(1);
    const [part] = parts as [Extract<StreamPart, { type: 'completion' }>];
    expect(part.completion.choices.map(({ index }) => index)).toEqual([0, 1, 2]);
    const cached = model.startsWith('groq') ? 0 : 12;
    expect(part.completion.usage).toMatchObject({
      completion_tokens: 12,
      prompt_tokens_details: { cached_tokens: cached },
    });
  });
});

describe.each(FIXTURES)('three recordings of %s', (name) => {
  it('say what one says, three times', async () => {
    const one = chunksOf(await ask(`groq/${name}`, { stream: true }));
    const three = chunksOf(await ask(`groq/${name}`, { stream: true, n: 3 }));
    const said = (chunks: CompletionChunk[], index: number): unknown =>
      choiceOf(chunks, index).map(({ delta, finish_reason: reason }) => [delta, reason]);
    for (const index of [0, 1, 2]) expect(said(three, index)).toEqual(said(one, 0));
    expect(three.at(-1)?.usage?.total_tokens).toBe(3 * (one.at(-1)?.usage?.total_tokens ?? 0));
  });
});

it('sends the bytes of the first answer on as they came', async () => {
  const { parts } = await ask('groq/stream-4', { stream: true, n: 2 });
  const frames = parts.flatMap((part) =>
    part.type === 'chunk' ? [[part.chunk.choices[0]?.index, part.frame !== undefined]] : [],
  );
  expect(frames.filter(([index]) => index === 0).every(([, hasFrame]) => hasFrame)).toBe(true);
  expect(frames.filter(([index]) => index !== 0).some(([, hasFrame]) => hasFrame)).toBe(false);
});

it('counts a seed on, as equal ones would give equal answers', async () => {
  const { adjustments } = llm.call(callOf('groq/echo', { n: 3, seed: 7 }), new AbortController().signal);
  expect(adjustments.map(({ parameter, action }) => `${parameter} ${action}`)).toEqual([
    'n translated',
    'seed translated',
  ]);
  await ask('groq/echo', { n: 3, seed: 7 });
  expect(fake.requests.map(({ body }) => body['seed']).sort()).toEqual([7, 8, 9]);
});

it('is not done where the vendor gives several answers itself', async () => {
  const { parts } = await ask('openai/stream-4', { stream: true, n: 3 });
  expect(fake.requests).toHaveLength(1);
  expect(choiceOf(chunksOf({ parts, text: '', error: undefined }), 2)).not.toEqual([]);
});

it('says on the way what all calls have counted, for calls that end early', async () => {
  const { parts } = await ask('anthropic/cut-mid-stream', { stream: true, n: 3 });
  const counts = parts.flatMap((part) => (part.type === 'chunk' ? [part.usageSoFar?.prompt_tokens ?? []].flat() : []));
  expect(counts).toEqual([14, 28, 42]);
});

describe('one of several calls that fails', () => {
  it.each([[true], [false]])('fails them all before anything was said (stream: %s)', async (stream) => {
    const model = stream ? 'groq/second-refused' : 'groq/flaky-1-500';
    const { parts, error } = await ask(model, { stream, n: 3 });
    expect(parts).toEqual([]);
    expect(error).toMatchObject({ kind: 'upstream', status: 500 });
    // The third may never have been sent.
    const ends = await endsOf(model);
    if (stream) expect(ends).toEqual(expect.arrayContaining(['aborted', 'complete']));
  });

  it('is an error after the first chunk, and leaves no connection behind', async () => {
    const { parts, error } = await ask('groq/second-cut', { stream: true, n: 3 });
    expect(parts.length).toBeGreaterThanOrEqual(3);
    expect(error).toMatchObject({ kind: 'malformed' });
    expect((await endsOf('groq/second-cut')).sort()).toEqual(['aborted', 'aborted', 'complete']);
  });
});

describe('a caller who leaves', () => {
  it.each([
    ['a whole answer', 'groq/stall-mid-body', false],
    ['a stream', 'groq/stall-mid-stream', true],
  ])('%s closes every connection', async (_what, model, stream) => {
    const caller = new AbortController();
    const outcome = ask(model, { stream, n: 16 }, caller.signal);
    await until(() => fake.requests.filter(({ body }) => model.endsWith(`/${body.model}`)).length === 16);
    caller.abort();
    expect(new Set(await endsOf(model))).toEqual(new Set(['aborted']));
    expect((await outcome).error).toMatchObject({ kind: 'cancelled' });
  });

  it('by just stopping to iterate closes them too', async () => {
    const { parts } = llm.call(callOf('groq/flood', { stream: true, n: 3 }), new AbortController().signal);
    for await (const part of parts) if (part.type === 'chunk') break;
    expect(new Set(await endsOf('groq/flood'))).toEqual(new Set(['aborted']));
  });
});

it('holds every vendor back for a slow reader', async () => {
  const call = llm.call(callOf('groq/flood', { stream: true, n: 4 }), new AbortController().signal);
  const parts = call.parts[Symbol.asyncIterator]();
  for (let count = 0; count < 8; count++) await parts.next();
  const sent = (): number[] => fake.requests.map((request) => request.sentBytes());
  // Until no socket takes any more.
  for (let before = -1, now = 0; now !== before;) {
    before = now;
    await sleep(100);
    now = sent().reduce((sum, bytes) => sum + bytes, 0);
  }
  for (const bytes of sent()) expect(bytes).toBeLessThan(16 * 1024 * 1024);
  expect(await parts.next()).toMatchObject({ done: false });
  await parts.return?.();
});

describe('stop texts of ours', () => {
  it('end each of several answers, and leave no connection behind', async () => {
    const stop = ['x1', 'x2', 'x3', 'x4', 'token2'];
    const outcome = await ask('groq/flood', { stream: true, n: 2, stop: ['x1', 'x2', 'x3', 'x4', 'xxxx'] });
    expect(outcome.error).toBeUndefined();
    expect(new Set(await endsOf('groq/flood'))).toEqual(new Set(['aborted']));
    expect(fake.requests[0]?.body['stop']).toEqual(['x1', 'x2', 'x3', 'x4']);
    const { parts } = await ask('groq/stream-4', { n: 2, stop });
    const [part] = parts as [Extract<StreamPart, { type: 'completion' }>];
    expect(part.completion.choices.map(({ message, finish_reason: reason }) => [message.content, reason])).toEqual([
      ['token0 token1 ', 'stop'],
      ['token0 token1 ', 'stop'],
    ]);
  });

  it('are found across the chunks of a stream', async () => {
    const { text, parts } = await ask('openai/o3', { stream: true, stop: 'said: hel' });
    expect(text).toBe('You ');
    expect(fake.requests[0]?.body['stop']).toBeUndefined();
    expect(chunksOf({ parts, text, error: undefined }).at(-1)?.choices[0]?.finish_reason).toBe('stop');
  });

  it("are those of whitespace where Claude's are others", async () => {
    const { text } = await ask('anthropic/claude-opus-4-8', { stop: [' hello', '###', ' '], max_tokens: 50 });
    expect(fake.requests[0]?.body['stop_sequences']).toEqual([' hello', '###']);
    expect(text).toBe('You');
  });
});
