import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { collectCompletion } from '../../routes/collect-completion.ts';
import { EventScanner } from '../../transport/event-scanner.ts';
import type { AnswerContext, Completion, StreamPart } from '../../types.ts';
import { fromStream } from './from-stream.ts';

const CONTEXT: AnswerContext = { provider: 'anthropic', model: 'asked', usesFunctions: false };
const SIGNATURE = 'EqQBCkYIBxgCKkBd3kf9mPqu1oZr5Tn0=';
const COMPLETE = [
  'text',
  'thinking',
  'redacted-thinking',
  'hidden-thinking',
  'parallel-tools',
  'web-search',
  'max-tokens',
  'refusal',
];

const read = (name: string): Buffer => readFileSync(new URL(`./__fixtures__/${name}.sse`, import.meta.url));

function decode(chunks: readonly Uint8Array[], context = CONTEXT): StreamPart[] {
  const scanner = new EventScanner(1_000_000, 'anthropic');
  const decoder = fromStream(context);
  const events = chunks.flatMap((bytes) => scanner.push(Buffer.from(bytes)));
  return [...events.flatMap((event) => decoder.decode(event)), ...decoder.end()];
}
const decodeObjects = (objects: readonly unknown[]): StreamPart[] =>
  decode([Buffer.from(objects.map((object) => `data: ${JSON.stringify(object)}\n\n`).join(''))]);

async function* stream(parts: readonly StreamPart[]): AsyncGenerator<StreamPart> {
  yield* parts;
}
const collect = (name: string, context = CONTEXT): Promise<Completion> =>
  collectCompletion(stream(decode([read(name)], context)), 'anthropic');

/** Without the one field that is the moment of reading. */
const timeless = (parts: readonly StreamPart[]): string => JSON.stringify(parts).replaceAll(/"created":\d+/g, '');

const deltas = (parts: readonly StreamPart[]): object[] =>
  parts.flatMap((part) => (part.type === 'chunk' ? part.chunk.choices.map(({ delta }) => delta) : []));

describe('recorded streams, collected', () => {
  it.each<[string, string, object]>([
    ['text', 'stop', { content: 'Grüße 🙂\n', refusal: null }],
    [
      'thinking',
      'stop',
      {
        content: 'Grüße 🙂\n',
        reasoning_content: 'A greeting.',
        thinking_blocks: [{ type: 'thinking', thinking: 'A greeting.', signature: SIGNATURE }],
      },
    ],
    [
      'redacted-thinking',
      'stop',
      {
        content: 'Grüße 🙂\n',
        reasoning_content: 'Rest.',
        thinking_blocks: [
          { type: 'redacted_thinking', data: 'EmwKAhgBEgy3va3pzix/LafPsn4=' },
          { type: 'thinking', thinking: 'Rest.', signature: SIGNATURE },
        ],
      },
    ],
    [
      'hidden-thinking',
      'stop',
      { content: 'Grüße 🙂\n', thinking_blocks: [{ type: 'thinking', thinking: '', signature: SIGNATURE }] },
    ],
    [
      'parallel-tools',
      'tool_calls',
      {
        content: 'Let me look.',
        tool_calls: [
          { id: 'toolu_01A', type: 'function', function: { name: 'get_weather', arguments: '{"city": "Paris"}' } },
          { id: 'toolu_01B', type: 'function', function: { name: 'get_time', arguments: '{}' } },
        ],
      },
    ],
    ['max-tokens', 'length', { content: 'Grüße ' }],
    ['refusal', 'content_filter', { content: null, refusal: 'This request may enable harm.' }],
  ])('%s', async (name, finishReason, message) => {
    const { choices } = await collect(name);
    expect(choices).toEqual([
      {
        index: 0,
        finish_reason: finishReason,
        logprobs: null,
        message: { role: 'assistant', content: null, refusal: null, ...message },
      },
    ]);
  });

  it('web-search cites spans of the text by address', async () => {
    const { choices } = await collect('web-search');
    const { content, annotations = [] } = choices[0]!.message;
    expect(content).toBe("I'll search. Für Gäste open 9 to 17.");
    const cited = annotations.map(({ url_citation: { start_index: start, end_index: end, url, title } }) => [
      content?.slice(start, end),
      url,
      title,
    ]);
    expect(cited).toEqual([
      ['Für Gäste open 9 to 17', 'https://example.org/hours', 'Hours'],
      ['Für Gäste open 9 to 17', 'https://example.org/b', 'https://example.org/b'],
    ]);
  });

  it.each<[string, number, number, number, number, object]>([
    ['text', 332, 9, 300, 0, { prompt_tokens_details: { cached_tokens: 300, cache_write_tokens: 20 } }],
    ['thinking', 40, 31, 0, 22, {}],
    ['web-search', 10_682, 80, 0, 0, { server_tool_use: { web_search_requests: 1 } }],
  ])('%s counts cached and thinking tokens within', async (name, prompt, completion, cached, reasoning, others) => {
    const answer = await collect(name);
    expect(answer.usage).toEqual({
      prompt_tokens: prompt,
      completion_tokens: completion,
      total_tokens: prompt + completion,
      prompt_tokens_details: { cached_tokens: cached, cache_write_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: reasoning },
      ...others,
    });
  });

  it('tells us, and only us, what the prompt cost before the answer is whole', () => {
    const [first] = decode([read('text')]);
    expect(first).toMatchObject({ usageSoFar: { prompt_tokens: 332, prompt_tokens_details: { cached_tokens: 300 } } });
    expect((first as { chunk: object }).chunk).not.toHaveProperty('usage');
  });

  it('names its id and its model as Anthropic does', async () => {
    expect(await collect('text')).toMatchObject({
      id: 'msg_01Text',
      object: 'chat.completion',
      created: expect.any(Number),
      model: 'claude-opus-4-8',
    });
  });

  it('answers in the older form those who wrote functions', async () => {
    const { choices } = await collect('parallel-tools', { ...CONTEXT, usesFunctions: true });
    expect(choices[0]?.finish_reason).toBe('function_call');
    expect(choices[0]?.message).toMatchObject({
      function_call: { name: 'get_weather', arguments: '{"city": "Paris"}' },
    });
    expect(JSON.stringify(choices)).not.toContain('tool_calls');
  });
});

describe('recorded streams, chunk by chunk', () => {
  it.each(COMPLETE)('%s, cut at every byte, says the same', (name) => {
    const bytes = read(name);
    const whole = timeless(decode([bytes]));
    const cuts = Array.from({ length: bytes.length - 1 }, (_, index) => index + 1);
    expect(cuts.filter((cut) => timeless(decode([bytes.subarray(0, cut), bytes.subarray(cut)])) !== whole)).toEqual([]);
  });

  it.each(COMPLETE)('%s is incomplete without its message_stop, and has not told its finish', (name) => {
    const text = read(name).toString();
    const scanner = new EventScanner(1_000_000, 'anthropic');
    const decoder = fromStream(CONTEXT);
    const events = scanner.push(Buffer.from(text.slice(0, text.indexOf('event: message_stop'))));
    expect(JSON.stringify(events.flatMap((event) => decoder.decode(event)))).not.toMatch(/"finish_reason":"/);
    expect(() => decoder.end()).toThrow('ended its answer early');
  });

  it('begins with the role, and gives a call its id and name once', () => {
    expect(deltas(decode([read('parallel-tools')]))).toEqual([
      { role: 'assistant', content: '' },
      { content: 'Let me look.' },
      {
        tool_calls: [{ index: 0, id: 'toolu_01A', type: 'function', function: { name: 'get_weather', arguments: '' } }],
      },
      { tool_calls: [{ index: 0, function: { arguments: '{"city"' } }] },
      { tool_calls: [{ index: 0, function: { arguments: ': "Par' } }] },
      { tool_calls: [{ index: 0, function: { arguments: 'is"}' } }] },
      { tool_calls: [{ index: 1, id: 'toolu_01B', type: 'function', function: { name: 'get_time', arguments: '' } }] },
      { tool_calls: [{ index: 1, function: { arguments: '{}' } }] },
      {},
    ]);
  });

  it('gives signed thinking as one list at the end', () => {
    expect(deltas(decode([read('thinking')]))).toEqual([
      { role: 'assistant', content: '' },
      { reasoning_content: 'A gree' },
      { reasoning_content: 'ting.' },
      { content: 'Grüße 🙂\n' },
      { thinking_blocks: [{ type: 'thinking', thinking: 'A greeting.', signature: SIGNATURE }] },
      {},
    ]);
    const lists = deltas(decode([read('redacted-thinking')])).filter((delta) => 'thinking_blocks' in delta);
    expect(lists).toMatchObject([{ thinking_blocks: [{ type: 'redacted_thinking' }, { type: 'thinking' }] }]);
  });
});

const START = {
  type: 'message_start',
  message: { id: 'msg', model: 'm', usage: { input_tokens: 1, output_tokens: 1 } },
};
const END = (stopReason: string | null): object[] => [
  { type: 'message_delta', delta: { stop_reason: stopReason }, usage: { output_tokens: 1 } },
  { type: 'message_stop' },
];

describe('how an answer ends', () => {
  it.each([
    ['end_turn', 'stop'],
    ['stop_sequence', 'stop'],
    ['pause_turn', 'stop'],
    ['max_tokens', 'length'],
    ['model_context_window_exceeded', 'length'],
    ['tool_use', 'tool_calls'],
    ['refusal', 'content_filter'],
  ])('%s is %s', (stopReason, finishReason) => {
    const parts = decodeObjects([START, ...END(stopReason)]);
    expect(parts.at(-2)).toMatchObject({ chunk: { choices: [{ delta: {}, finish_reason: finishReason }] } });
  });

  it('kinds of events, blocks and deltas that came later do not matter', () => {
    const parts = decodeObjects([
      START,
      { type: 'weather_report' },
      { type: 'content_block_start', index: 0, content_block: { type: 'hologram' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'hologram_delta' } },
      { type: 'content_block_stop', index: 0 },
      ...END('end_turn'),
    ]);
    expect(deltas(parts)).toEqual([{ role: 'assistant', content: '' }, {}]);
  });
});

describe('what fails', () => {
  it('an error in the middle, in our words', () => {
    expect(() => decode([read('error-mid-stream')])).toThrow(
      expect.objectContaining({ kind: 'overloaded', message: expect.not.stringContaining('secret') }),
    );
  });

  it.each<[string, unknown[], string]>([
    ['an event that is no object', ['text'], 'malformed'],
    ['a finish without a reason', [START, ...END(null)], 'malformed'],
    ['a finish nobody knows', [START, ...END('meltdown')], 'upstream'],
    ['a block that was not begun', [START, { type: 'content_block_stop', index: 0 }], 'malformed'],
    ['a message that was not begun', END('end_turn'), 'malformed'],
    ['a start without its message', [{ type: 'message_start' }], 'malformed'],
    ['a delta without its change', [START, { type: 'message_delta' }], 'malformed'],
    ['nothing', [], 'malformed'],
  ])('%s', (_what, objects, kind) => {
    expect(() => decodeObjects(objects)).toThrow(expect.objectContaining({ kind, provider: 'anthropic' }));
  });
});
