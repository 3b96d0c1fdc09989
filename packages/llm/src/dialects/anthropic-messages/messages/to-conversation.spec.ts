import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import { ADAPTIVE, faultOf, MANUAL, reported, requestOf } from '../__fixtures__/request-of.ts';

const USER: ChatMessage = { role: 'user', content: 'hi' };
const HI = { role: 'user', content: [{ type: 'text', text: 'hi' }] };
const CALLS: ChatMessage = {
  role: 'assistant',
  content: null,
  tool_calls: [
    { id: 't1', type: 'function', function: { name: 'f', arguments: '{"a":1}' } },
    { id: 't2', type: 'function', function: { name: 'g', arguments: '' } },
  ],
};
const WIRE_CALLS = [
  { type: 'tool_use', id: 't1', name: 'f', input: { a: 1 } },
  { type: 'tool_use', id: 't2', name: 'g', input: {} },
];
const PIXEL = 'iVBORw0KGgo=';
const BLOCKS = [
  { type: 'thinking' as const, thinking: 'Hm.', signature: 'sig' },
  { type: 'redacted_thinking' as const, data: 'enc' },
];
const user = (content: ChatMessage['content']): ChatMessage => ({ role: 'user', content });
const imageOf = (source: object): object => ({ type: 'image', source });

describe('messages', () => {
  it.each<[string, ChatMessage[], object[], string[]]>([
    ['a text', [USER], [HI], []],
    ['the page’s shape', [{ role: 'user', message: [{ type: 'text', content: { text: 'hi' } }] }], [HI], []],
    ['consecutive turns of one role', [USER, USER], [{ role: 'user', content: [...HI.content, ...HI.content] }], []],
    [
      'empty texts',
      [
        user([
          { type: 'text', text: '' },
          { type: 'text', text: 'hi' },
        ]),
        user(''),
      ],
      [HI],
      [],
    ],
    [
      'calls, results and what follows',
      [
        USER,
        CALLS,
        { role: 'tool', tool_call_id: 't1', content: 'one' },
        USER,
        { role: 'tool', tool_call_id: 't2', content: '' },
      ],
      [
        HI,
        { role: 'assistant', content: WIRE_CALLS },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 't1', content: [{ type: 'text', text: 'one' }] },
            { type: 'tool_result', tool_use_id: 't2' },
            ...HI.content,
          ],
        },
      ],
      [],
    ],
    [
      'the older form of calls',
      [
        USER,
        { role: 'assistant', content: null, function_call: { name: 'f', arguments: '{}' } },
        { role: 'function', name: 'f', content: 'one' },
      ],
      [
        HI,
        { role: 'assistant', content: [{ type: 'tool_use', id: 'call00001', name: 'f', input: {} }] },
        {
          role: 'user',
          content: [{ type: 'tool_result', tool_use_id: 'call00001', content: [{ type: 'text', text: 'one' }] }],
        },
      ],
      ['messages[].name dropped'],
    ],
    [
      'signed thinking, unchanged and first',
      [USER, { role: 'assistant', content: 'yes', thinking_blocks: BLOCKS, reasoning_content: 'Hm.' }, USER],
      [HI, { role: 'assistant', content: [...BLOCKS, { type: 'text', text: 'yes' }] }, HI],
      [],
    ],
    [
      'a refusal',
      [USER, { role: 'assistant', content: null, refusal: 'no' }, USER],
      [HI, { role: 'assistant', content: [{ type: 'text', text: 'no' }] }, HI],
      [],
    ],
    [
      'fields with no place',
      [
        { ...USER, name: 'ann' },
        { role: 'assistant', content: 'yes', reasoning_content: 'Hm.', refusal: null } as unknown as ChatMessage,
        USER,
      ],
      [HI, { role: 'assistant', content: [{ type: 'text', text: 'yes' }] }, HI],
      ['messages[].name dropped', 'messages[].reasoning_content dropped'],
    ],
    [
      'an assistant who begins',
      [{ role: 'assistant', content: 'Welcome!' }, USER],
      [
        { role: 'user', content: [{ type: 'text', text: '(The conversation begins.)' }] },
        { role: 'assistant', content: [{ type: 'text', text: 'Welcome!' }] },
        HI,
      ],
      ['messages defaulted'],
    ],
    [
      'image_url https',
      [user([{ type: 'image_url', image_url: { url: 'https://example.org/a.png', detail: 'low' } }])],
      [{ role: 'user', content: [imageOf({ type: 'url', url: 'https://example.org/a.png' })] }],
      ['messages[].content[].image_url.detail dropped'],
    ],
    [
      'image_url data:',
      [user([{ type: 'image_url', image_url: `data:image/png;base64,${PIXEL}` }])],
      [{ role: 'user', content: [imageOf({ type: 'base64', media_type: 'image/png', data: PIXEL })] }],
      [],
    ],
    [
      'ids of other vendors',
      [
        USER,
        { role: 'assistant', content: null, tool_calls: [{ id: 'f:0', function: { name: 'f', arguments: '{}' } }] },
        { role: 'tool', tool_call_id: 'f:0', content: 'x' },
      ],
      [
        HI,
        { role: 'assistant', content: [{ type: 'tool_use', id: 'f_3a_0', name: 'f', input: {} }] },
        {
          role: 'user',
          content: [{ type: 'tool_result', tool_use_id: 'f_3a_0', content: [{ type: 'text', text: 'x' }] }],
        },
      ],
      ['messages[].tool_calls[].id translated'],
    ],
    [
      'file, a PDF',
      [user([{ type: 'file', file: { filename: 'a.pdf', file_data: `data:application/pdf;base64,${PIXEL}` } }])],
      [
        {
          role: 'user',
          content: [
            {
              type: 'document',
              title: 'a.pdf',
              source: { type: 'base64', media_type: 'application/pdf', data: PIXEL },
            },
          ],
        },
      ],
      [],
    ],
  ])('%s', (_what, messages, expected, adjustments) => {
    const made = requestOf({}, ADAPTIVE, messages);
    expect(made.body['messages']).toEqual(expected);
    expect(reported(made)).toEqual(adjustments);
    expect(faultOf(made)).toBeUndefined();
  });

  it.each<[string, ChatMessage[], string, string[]]>([
    [
      'system and developer, joined',
      [{ role: 'system', content: 'A' }, { role: 'developer', content: 'B' }, USER],
      'A\n\nB',
      [],
    ],
    ['system, late', [USER, { role: 'system', content: 'A' }, USER], 'A', ['messages translated']],
  ])('%s', (_what, messages, system, adjustments) => {
    const made = requestOf({}, ADAPTIVE, messages);
    expect(made.body['system']).toBe(system);
    expect(reported(made)).toEqual(adjustments);
    expect(faultOf(made)).toBeUndefined();
  });

  it.each<[string, ChatMessage[], string, string]>([
    [
      'arguments that are no JSON',
      [
        USER,
        { role: 'assistant', content: null, tool_calls: [{ id: 't', function: { name: 'f', arguments: '{"a":' } }] },
      ],
      'invalid_request',
      'messages[1].tool_calls[0].function.arguments',
    ],
    ['a result of no call', [USER, { role: 'tool', content: 'x' }], 'invalid_request', 'messages[1]'],
    [
      'thinking without its signature',
      [USER, { role: 'assistant', content: 'x', thinking_blocks: [{ type: 'thinking' }] }],
      'invalid_request',
      'messages[1].thinking_blocks[0]',
    ],
    [
      'an http image',
      [user([{ type: 'image_url', image_url: 'http://example.org/a.png' }])],
      'unsupported',
      'messages[0].content[0]',
    ],
    [
      'an image of another type',
      [user([{ type: 'image_url', image_url: 'data:image/svg+xml;base64,AAAA' }])],
      'unsupported',
      'messages[0].content[0]',
    ],
    ['a file by its id', [user([{ type: 'file', file: { file_id: 'f1' } }])], 'unsupported', 'messages[0].content[0]'],
    [
      'a file that is no PDF',
      [user([{ type: 'file', file: { file_data: 'data:text/csv;base64,YQ==' } }])],
      'unsupported',
      'messages[0].content[0]',
    ],
    ['speech', [user([{ type: 'input_audio', input_audio: {} }])], 'unsupported', 'messages[0].content[0]'],
    ['an assistant who ends', [USER, { role: 'assistant', content: 'Well,' }], 'unsupported', 'messages'],
  ])('refuses %s', (_what, messages, kind, param) => {
    expect(() => requestOf({}, ADAPTIVE, messages)).toThrow(expect.objectContaining({ kind, param }));
  });

  it('lets older models continue a message of the assistant', () => {
    const made = requestOf({}, MANUAL, [USER, { role: 'assistant', content: 'Well,' }]);
    expect(made.body['messages']).toEqual([HI, { role: 'assistant', content: [{ type: 'text', text: 'Well,' }] }]);
  });
});
