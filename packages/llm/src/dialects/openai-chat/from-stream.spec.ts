import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { FunctionCallDelta } from '@groundwire/client';
import { EventScanner } from '../../transport/event-scanner.ts';
import type { AnswerContext, CompletionChunk, StreamPart } from '../../types.ts';
import { fromStream } from './from-stream.ts';

type ChunkPart = Extract<StreamPart, { type: 'chunk' }>;

const CONTEXT: AnswerContext = { provider: 'test', model: 'asked', usesFunctions: false };
const HEAD = { id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'm' };
const FINISH = { ...HEAD, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };

const read = (name: string): Buffer => readFileSync(new URL(`./__fixtures__/${name}.sse`, import.meta.url));

function decode(chunks: readonly Uint8Array[], context = CONTEXT): ChunkPart[] {
  const scanner = new EventScanner(1_000_000, 'test');
  const decoder = fromStream(context);
  const events = chunks.flatMap((bytes) => scanner.push(Buffer.from(bytes)));
  return [...events.flatMap((event) => decoder.decode(event)), ...decoder.end()] as ChunkPart[];
}
const decodeObjects = (objects: readonly unknown[], context = CONTEXT): ChunkPart[] =>
  decode([Buffer.from(objects.map((object) => `data: ${JSON.stringify(object)}\n\n`).join(''))], context);
const choice = (delta: object, rest: object = {}): object => ({
  ...HEAD,
  choices: [{ index: 0, delta, finish_reason: null, ...rest }],
});
const join = (parts: ChunkPart[], field: 'content' | 'reasoning_content'): string =>
  parts.map(({ chunk }) => chunk.choices[0]?.delta[field] ?? '').join('');
const usages = (parts: ChunkPart[]): CompletionChunk['usage'][] =>
  parts.map(({ chunk }) => chunk.usage).filter((usage) => usage != null);

describe('recorded streams', () => {
  it.each([
    ['openai', '', 15, 5],
    ['groq', '', 45, 5],
    ['mistral-thinking', 'A greeting', 40, 2],
    ['deepseek-reasoner', 'A greeting', 47, 4],
    ['ollama', '', 30, 4],
  ])('%s says its text, thinking and usage', (name, reasoning, totalTokens, passedOn) => {
    const parts = decode([read(name)]);
    expect(join(parts, 'content')).toBe('Grüße 🙂\n');
    expect(join(parts, 'reasoning_content')).toBe(reasoning);
    expect(parts[0]?.chunk.choices[0]?.delta.role).toBe('assistant');
    expect(usages(parts)).toEqual([expect.objectContaining({ total_tokens: totalTokens })]);
    expect(parts.at(-1)?.chunk.choices).toEqual([]);
    expect(parts.filter(({ frame }) => frame !== undefined)).toHaveLength(passedOn);
  });

  it.each(['openai', 'openai-tools', 'groq', 'mistral-thinking', 'deepseek-reasoner', 'ollama'])(
    '%s, cut at every byte, says the same',
    (name) => {
      const bytes = read(name);
      const whole = JSON.stringify(decode([bytes]));
      const cuts = Array.from({ length: bytes.length - 1 }, (_, index) => index + 1);
      expect(
        cuts.filter((cut) => JSON.stringify(decode([bytes.subarray(0, cut), bytes.subarray(cut)])) !== whole),
      ).toEqual([]);
    },
  );

  it.each(['openai', 'groq', 'mistral-thinking', 'deepseek-reasoner', 'ollama'])(
    '%s is incomplete without its finish',
    (name) => {
      const text = read(name).toString();
      const cut = text.slice(0, text.indexOf('data:', text.indexOf('"finish_reason":"stop"') - 500));
      expect(() => decode([Buffer.from(cut)])).toThrow('ended its answer early');
    },
  );

  it('tool calls become function calls for callers who wrote functions', () => {
    const parts = decode([read('openai-tools')], { ...CONTEXT, usesFunctions: true });
    const deltas = parts.map(
      ({ chunk }) => chunk.choices[0]?.delta as { function_call?: FunctionCallDelta } | undefined,
    );
    expect(deltas.map((delta) => delta?.function_call?.arguments ?? '').join('')).toBe('{"city":"Paris"}');
    expect(deltas[0]?.function_call?.name).toBe('get_weather');
    expect(parts.at(-1)?.chunk.choices[0]?.finish_reason).toBe('function_call');
    expect(JSON.stringify(parts)).not.toContain('tool_calls');
  });
});

describe('what is mended', () => {
  it.each<[string, object, object]>([
    ['a missing role', choice({ content: 'a' }), { delta: { role: 'assistant', content: 'a' } }],
    [
      'an empty list of tool calls',
      choice({ role: 'assistant', content: 'a', tool_calls: [] }),
      { delta: { role: 'assistant', content: 'a' } },
    ],
    [
      'a tool call without index',
      choice({ role: 'assistant', tool_calls: [{ id: 'i', function: { name: 'f' } }] }),
      { delta: { role: 'assistant', tool_calls: [{ id: 'i', function: { name: 'f' }, index: 0 }] } },
    ],
    [
      'thoughts under the name of Groq',
      choice({ role: 'assistant', reasoning: 'r' }),
      { delta: { role: 'assistant', reasoning_content: 'r' } },
    ],
    ['an empty finish reason', choice({ role: 'assistant' }, { finish_reason: '' }), { finish_reason: null }],
    ['no finish reason', { ...HEAD, choices: [{ index: 0, delta: { role: 'assistant' } }] }, { finish_reason: null }],
    [
      "another vendor's finish reason",
      choice({ role: 'assistant' }, { finish_reason: 'max_tokens' }),
      { finish_reason: 'length' },
    ],
    ['no delta', { ...HEAD, choices: [{ index: 0, finish_reason: null }] }, { delta: { role: 'assistant' } }],
  ])('%s', (_what, object, expected) => {
    const [part] = decodeObjects([object, FINISH]);
    expect(part?.frame).toBeUndefined();
    expect(part?.chunk.choices[0]).toMatchObject(expected);
    expect(part?.chunk.choices[0]?.delta.tool_calls).not.toEqual([]);
  });

  it('an error key without an error', () => {
    const [part] = decodeObjects([{ ...choice({ role: 'assistant' }), error: null }, FINISH]);
    expect(part?.chunk).not.toHaveProperty('error');
    expect(part?.frame).toBeUndefined();
  });

  it('a missing head, with the same id all along', () => {
    const parts = decodeObjects([
      { choices: [{ index: 0, delta: { role: 'assistant' }, finish_reason: null }] },
      { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
    ]);
    expect(parts[0]?.chunk).toMatchObject({
      object: 'chat.completion.chunk',
      model: 'asked',
      created: expect.any(Number),
    });
    expect(parts[1]?.chunk.id).toBe(parts[0]?.chunk.id);
  });

  it('usage on every chunk becomes one at the end', () => {
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
    const parts = decodeObjects([
      { ...choice({ role: 'assistant' }), usage },
      { ...FINISH, usage: { ...usage, completion_tokens: 2, total_tokens: 3 } },
    ]);
    expect(usages(parts)).toEqual([{ ...usage, completion_tokens: 2, total_tokens: 3 }]);
  });
});

describe('what fails', () => {
  it.each<[string, unknown[], object]>([
    [
      'an error',
      [choice({ role: 'assistant' }), { error: { message: 'secret', code: 529 } }],
      { kind: 'overloaded', status: 529 },
    ],
    ['an error object of vLLM', [{ object: 'error', message: 'secret', code: 400 }], { kind: 'invalid_request' }],
    [
      'a finish reason that means failure',
      [choice({ role: 'assistant' }, { finish_reason: 'error' })],
      { kind: 'upstream' },
    ],
    ['something else', [{ type: 'ping' }], { kind: 'malformed' }],
    ['a bare value', ['text'], { kind: 'malformed' }],
    ['nothing', [], { kind: 'malformed' }],
    [
      'one choice of two unfinished',
      [choice({ role: 'assistant' }, { index: 1 }), choice({ role: 'assistant' }, { finish_reason: 'stop' })],
      { kind: 'malformed' },
    ],
  ])('%s', (_what, objects, expected) => {
    expect(() => decodeObjects(objects)).toThrow(
      expect.objectContaining({ ...expected, message: expect.not.stringContaining('secret') }),
    );
  });
});
