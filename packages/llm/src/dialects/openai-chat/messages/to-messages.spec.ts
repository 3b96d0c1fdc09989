import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import { checkRequest, type ChatBody } from '../../../../../../tools/fake-upstream/check-request.ts';
import { callOf } from '../../../__fixtures__/create-test-llm.ts';
import { llmProviders, type LlmProviderId } from '../../../providers.ts';
import type { CallParameters, VendorRequest } from '../../../types.ts';
import { toRequest } from '../to-request.ts';

const request = (parameters: CallParameters, provider: LlmProviderId, messages: ChatMessage[]): VendorRequest =>
  toRequest({ ...callOf('any', parameters), messages }, 'a-model', llmProviders[provider], provider);
const reported = ({ adjustments }: VendorRequest): string[] =>
  adjustments.map(({ parameter, action }) => `${parameter} ${action}`);

const CALL: ChatMessage = { role: 'assistant', tool_calls: [{ id: 'i', function: { name: 'f', arguments: '{}' } }] };
const RESULT: ChatMessage = { role: 'tool', content: 'x', tool_call_id: 'i' };

describe('messages', () => {
  const wire = (message: ChatMessage, provider: LlmProviderId = 'openai'): unknown =>
    (request({}, provider, [message]).body['messages'] as unknown[])[0];

  it.each(['', []])('an image that a provider cannot see is refused beside an empty content: %j', (content) => {
    const message: ChatMessage = { role: 'user', content, message: [{ type: 'image_url', image_url: 'https://x/y' }] };
    expect(() => wire(message, 'deepseek')).toThrow('sees no images');
  });

  it.each<[string, ChatMessage, object]>([
    ['a text', { role: 'user', content: 'a' }, { role: 'user', content: 'a' }],
    ['prose text beside an empty content', { role: 'user', content: '', message: 'a' }, { role: 'user', content: 'a' }],
    ['prose text beside no parts', { role: 'user', content: [], message: 'a' }, { role: 'user', content: 'a' }],
    ['prose text', { role: 'user', message: 'a' }, { role: 'user', content: 'a' }],
    ['one text part', { role: 'user', content: [{ type: 'text', text: 'a' }] }, { role: 'user', content: 'a' }],
    [
      'prose parts',
      { role: 'user', message: [{ type: 'text', content: { text: 'a' } }] },
      { role: 'user', content: 'a' },
    ],
    ['developer', { role: 'developer', content: 'a' }, { role: 'developer', content: 'a' }],
    [
      'a bare image address',
      {
        role: 'user',
        message: [
          { type: 'text', content: 'a' },
          { type: 'image_url', content: { image_url: 'https://x/y' } },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'a' },
          { type: 'image_url', image_url: { url: 'https://x/y' } },
        ],
      },
    ],
    [
      'an image with detail',
      {
        role: 'user',
        content: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,AA==', detail: 'low' } }],
      },
      {
        role: 'user',
        content: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,AA==', detail: 'low' } }],
      },
    ],
    [
      'tool calls',
      CALL,
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'i', type: 'function', function: { name: 'f', arguments: '{}' } }],
      },
    ],
    ['a tool answer', RESULT, { role: 'tool', content: 'x', tool_call_id: 'i' }],
  ])('%s', (_what, message, expected) => {
    // Neither half of a call can stand alone.
    const made = request(
      {},
      'openai',
      message.role === 'tool' ? [CALL, message] : message.tool_calls ? [message, RESULT] : [message],
    );
    expect(made.body['messages']).toContainEqual(expected);
    expect(made.adjustments).toEqual([]);
    expect(checkRequest(JSON.parse(JSON.stringify(made.body)) as ChatBody)).toBeUndefined();
  });

  it('keep what a provider wants back, and lose what it refuses', () => {
    const message: ChatMessage = { role: 'assistant', content: 'a', name: 'n', reasoning_content: 'r' };
    expect(wire(message)).toEqual({ role: 'assistant', content: 'a', name: 'n' });
    expect(wire(message, 'deepseek')).toEqual(message);
    expect(wire(message, 'groq')).toEqual({ role: 'assistant', content: 'a' });
    expect(reported(request({}, 'groq', [message, message]))).toEqual([
      'messages[].name dropped',
      'messages[].reasoning_content dropped',
    ]);
  });

  it('lose and report fields of earlier answers that no request has', () => {
    const annotations = [{ type: 'url_citation' }];
    const message = {
      role: 'assistant',
      content: 'a',
      annotations,
      refusal: null,
      audio: null,
      tool_calls: [],
    } as unknown as ChatMessage;
    expect(wire(message)).toEqual({ role: 'assistant', content: 'a' });
    expect(reported(request({}, 'openai', [message]))).toEqual(['messages[].annotations dropped']);
  });

  it('write the older function calls as tool calls with ids that every vendor takes', () => {
    const messages: ChatMessage[] = [
      { role: 'user', content: 'a' },
      { role: 'assistant', content: null, function_call: { name: 'f', arguments: '{}' } },
      { role: 'function', name: 'f', content: '42' },
    ];
    const [, asked, answered] = request({}, 'openai', messages).body['messages'] as Record<string, unknown>[];
    expect(asked).toEqual({
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'call00001', type: 'function', function: { name: 'f', arguments: '{}' } }],
    });
    expect(answered).toEqual({ role: 'tool', name: 'f', content: '42', tool_call_id: 'call00001' });
  });

  it("keep Gemini's thought signatures, and report what others lose with them", () => {
    const call = { id: 'i', index: 0, type: 'function', function: { name: 'f', arguments: '{}' } };
    const message = {
      role: 'assistant',
      tool_calls: [{ ...call, extra_content: { google: {} } }],
    } as unknown as ChatMessage;
    const { index: _index, ...plain } = call;
    expect(wire(message, 'gemini')).toMatchObject({ tool_calls: [{ ...plain, extra_content: { google: {} } }] });
    expect(wire(message)).toEqual({ role: 'assistant', content: null, tool_calls: [plain] });
    expect(reported(request({}, 'openai', [message]))).toEqual(['messages[].tool_calls[].extra_content dropped']);
  });

  it('give one id of nine characters to a call and its answer, whenever it is sent', () => {
    const messages: ChatMessage[] = [
      {
        role: 'assistant',
        tool_calls: ['call_1', 'call_2'].map((id) => ({ id, function: { name: 'f', arguments: '{}' } })),
      },
      { role: 'tool', content: 'a', tool_call_id: 'call_2' },
      { role: 'tool', content: 'b', tool_call_id: 'call_1' },
    ];
    const [asked, second, first] = request({}, 'mistral', messages).body['messages'] as Record<string, unknown>[];
    const ids = (asked?.['tool_calls'] as { id: string }[]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect([first?.['tool_call_id'], second?.['tool_call_id']]).toEqual(ids);
    expect(request({}, 'mistral', messages.slice(2)).body['messages']).toMatchObject([{ tool_call_id: ids[0] }]);
  });

  it('get a line for JSON in the first system message, not a second one', () => {
    const messages: ChatMessage[] = [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'a' },
    ];
    const made = request({ response_format: { type: 'json_object' } }, 'openai', messages);
    expect(made.body['messages']).toEqual([
      { role: 'system', content: 'Be brief.\n\nAnswer in JSON.' },
      { role: 'user', content: 'a' },
    ]);
  });
});
