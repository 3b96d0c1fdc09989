import { describe, expect, it } from '@jest/globals';
import type { ChatMessage, ChunkChoice } from '@groundwire/client';
import type { StreamPart } from '../types.ts';
import { putThinkingBack } from './put-thinking-back.ts';
import { type ThinkingEntry, ThinkingCollector } from './thinking-collector.ts';
import type { ThinkingForm } from './thinking-form.ts';
import { callKey, textKey } from './thinking-keys.ts';

const question: ChatMessage = { role: 'user', content: 'Weather?' };
const BLOCKS = [
  { type: 'thinking' as const, thinking: 'Hm.', signature: 'sig' },
  { type: 'redacted_thinking' as const, data: 'hidden' },
];
const SIGNED = { google: { thought_signature: 'abc' } };

const chunk = (delta: object, finish: string | null = null, index = 0): StreamPart => ({
  type: 'chunk',
  chunk: {
    id: 'c',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index, delta, finish_reason: finish } as ChunkChoice],
  },
});
const whole = (message: object): StreamPart => ({
  type: 'completion',
  completion: { choices: [{ index: 0, message, finish_reason: 'tool_calls' }] } as never,
});
const collect = (form: ThinkingForm, parts: readonly StreamPart[]): ThinkingEntry[] => {
  const collector = new ThinkingCollector(form, [question]);
  return parts.flatMap((part) => collector.add(part));
};

describe('what is kept of an answer', () => {
  const calls = [
    { id: 't1', type: 'function', function: { name: 'f', arguments: '{}' } },
    { id: 't2', type: 'function', function: { name: 'f', arguments: '{}' } },
  ];
  const cases: [ThinkingForm, object, StreamPart[], ThinkingEntry[]][] = [
    [
      'thinking_blocks',
      { content: 'Let me look.', tool_calls: calls, thinking_blocks: BLOCKS, reasoning_content: 'Hm.' },
      [
        chunk({ role: 'assistant', content: '' }),
        chunk({ reasoning_content: 'Hm.' }),
        chunk({ thinking_blocks: [BLOCKS[0]] }),
        chunk({ thinking_blocks: [BLOCKS[1]] }),
        chunk({ content: 'Let me look.' }),
        chunk({ tool_calls: [{ index: 0, id: 't1', function: { name: 'f', arguments: '' } }] }),
        chunk({ tool_calls: [{ index: 0, function: { arguments: '{}' } }] }),
        chunk({ tool_calls: [{ index: 1, id: 't2', function: { name: 'f', arguments: '{}' } }] }),
        chunk({}, 'tool_calls'),
      ],
      [{ key: callKey('t1'), thinking: { thinking_blocks: BLOCKS } }],
    ],
    [
      'reasoning_content',
      { content: null, tool_calls: calls, reasoning_content: 'I think.' },
      [
        chunk({ role: 'assistant', content: null }),
        chunk({ reasoning_content: 'I ' }),
        chunk({ reasoning_content: 'think.' }),
        chunk({ tool_calls: [{ index: 0, id: 't1' }] }, 'tool_calls'),
      ],
      [{ key: callKey('t1'), thinking: { reasoning_content: 'I think.' } }],
    ],
    [
      'reasoning_content',
      { content: 'Sunny.', reasoning_content: 'I know.' },
      [
        chunk({ reasoning_content: 'I know.' }),
        chunk({ content: 'Sun' }),
        chunk({ content: 'ny.' }),
        chunk({}, 'stop'),
      ],
      [{ key: textKey([question], 'Sunny.'), thinking: { reasoning_content: 'I know.' } }],
    ],
    [
      'extra_content',
      { content: null, tool_calls: [{ ...calls[0], extra_content: SIGNED }, calls[1]] },
      [
        chunk({ tool_calls: [{ index: 0, id: 't1', extra_content: SIGNED }] }),
        chunk({ tool_calls: [{ index: 1, id: 't2' }] }),
        chunk({}, 'tool_calls'),
      ],
      [{ key: callKey('t1'), thinking: { extra_content: [['t1', SIGNED]] } }],
    ],
  ];

  it.each(cases)('%s: the same, whole and streamed', (form, message, parts, expected) => {
    expect(collect(form, [whole(message)])).toEqual(expected);
    expect(collect(form, parts)).toEqual(expected);
  });

  it.each(cases)('%s: comes back into the message as a plain client sends it', (form, message, parts, _expected) => {
    const kept = new Map(collect(form, parts).map(({ key, thinking }) => [key, JSON.parse(JSON.stringify(thinking))]));
    const { content, tool_calls: sent } = message as ChatMessage;
    const plain = sent?.map(({ id, function: called }) => ({ id, type: 'function', function: called }));
    const said = { role: 'assistant', content, ...(plain && { tool_calls: plain }) } as ChatMessage;
    const result: ChatMessage = { role: 'tool', tool_call_id: 't1', content: 'Sunny' };
    const history = [question, said, result];
    const { reasoning_content: reasoning, ...rest } = message as ChatMessage;
    const back = form === 'reasoning_content' ? { ...rest, reasoning_content: reasoning } : rest;
    expect(putThinkingBack(history, form, kept)).toEqual([question, { ...back, role: 'assistant' }, result]);
  });

  it('is nothing before the answer ended, without thinking, and for the older form of calls', () => {
    expect(collect('thinking_blocks', cases[0]![2].slice(0, -1))).toEqual([]);
    expect(collect('thinking_blocks', [whole({ tool_calls: calls })])).toEqual([]);
    expect(collect('thinking_blocks', [whole({ content: 'Hi.', thinking_blocks: BLOCKS })])).toEqual([]);
    const older = { content: null, function_call: { name: 'f', arguments: '{}' }, reasoning_content: 'Hm.' };
    expect(collect('reasoning_content', [whole(older)])).toEqual([]);
  });

  it('belongs to each choice by itself', () => {
    const parts = [0, 1].map((index) => [
      chunk({ reasoning_content: `thought ${index}` }, null, index),
      chunk({ tool_calls: [{ index: 0, id: `t${index}` }] }, null, index),
    ]);
    const interleaved = [parts[0]![0]!, parts[1]![0]!, parts[1]![1]!, parts[0]![1]!];
    const ends = [chunk({}, 'tool_calls', 1), chunk({}, 'tool_calls', 0)];
    expect(collect('reasoning_content', [...interleaved, ...ends])).toEqual([
      { key: callKey('t1'), thinking: { reasoning_content: 'thought 1' } },
      { key: callKey('t0'), thinking: { reasoning_content: 'thought 0' } },
    ]);
  });
});
