import { expect } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import { type Cell, everywhere, type Row, to } from './row.ts';

const X = null;
const image = (url: string): ChatMessage[] => [{ role: 'user', content: [{ type: 'text', text: 'a' }, { type: 'image_url', image_url: { url } }] }];
const history = (id: string, fields: object = {}): ChatMessage[] => [
  { role: 'user', content: 'a' },
  { role: 'assistant', content: null, tool_calls: [{ id, type: 'function', function: { name: 'f', arguments: '{}' } }], ...fields },
  { role: 'tool', content: 'b', tool_call_id: id },
];
const messages = (wire: ChatMessage[], action?: 'dropped' | 'translated'): Cell => to({ messages: wire }, action);
const nine = expect.stringMatching(/^[a-zA-Z0-9]{9}$/) as unknown as string;
const asSystem = messages([{ role: 'system', content: 'a' }], 'translated');
const unnamed = messages([{ role: 'user', content: 'a' }], 'dropped');
const namedTool: ChatMessage[] = history('abcdef123').map((message) => (message.role === 'tool' ? { ...message, name: 'n' } : message));
const unnamedTool = messages(history('abcdef123'), 'dropped');
const thoughtless = messages(history('abcdef123'), 'dropped');
const prose = messages([{ role: 'user', content: [{ type: 'text', text: 'a' }, { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } }] }]);

/** Transcribed from the vendors' tables, the rows of messages: by hand, never from the policy. Images by address are not fetched: refused. */
export const MESSAGE_ROWS: readonly Row[] = [
  //                                                                        4o   o3   5.6  gem  mis  coh  groq ds   oll  vllm llama
  { name: 'role system', field: 'messages', given: {}, messages: [{ role: 'system', content: 'a' }], cells: everywhere('=') },
  { name: 'role developer', field: 'messages', reported: 'messages[].role', given: {}, messages: [{ role: 'developer', content: 'a' }], cells: ['=', '=', '=', '=', asSystem, '=', '=', asSystem, asSystem, asSystem, asSystem] },
  { name: 'name of a user', field: 'messages', reported: 'messages[].name', given: {}, messages: [{ role: 'user', content: 'a', name: 'n' }], cells: ['=', '=', '=', '=', unnamed, '=', unnamed, '=', '=', '=', '='] },
  { name: 'name of a tool', field: 'messages', reported: 'messages[].name', given: {}, messages: namedTool, cells: ['=', '=', '=', '=', '=', '=', unnamedTool, '=', '=', '=', '='] },
  { name: 'annotations of an answer', field: 'messages', reported: 'messages[].annotations', given: {}, messages: [{ role: 'assistant', content: 'a', annotations: [{ type: 'url_citation' }] } as ChatMessage], cells: everywhere(messages([{ role: 'assistant', content: 'a' }], 'dropped')) },
  { name: 'prose shape', field: 'messages', given: {}, messages: [{ role: 'user', message: [{ type: 'text', content: { text: 'a' } }, { type: 'image_url', content: { image_url: 'data:image/png;base64,AA==' } }] }], cells: [prose, prose, prose, prose, prose, prose, prose, X, prose, prose, prose] },
  { name: 'prose text', field: 'messages', given: {}, messages: [{ role: 'user', message: [{ type: 'text', content: 'a' }] }], cells: everywhere(messages([{ role: 'user', content: 'a' }])) },
  { name: 'tool calls with ids of OpenAI', field: 'messages', reported: 'messages[].tool_calls[].id', given: {}, messages: history('call_Ab3xYz91'), cells: ['=', '=', '=', '=', messages(history(nine), 'translated'), '=', '=', '=', '=', '=', '='] },
  { name: 'tool calls with ids of nine', field: 'messages', given: {}, messages: history('abcdef123'), cells: everywhere('=') },
  { name: 'reasoning_content of a tool turn', field: 'messages', reported: 'messages[].reasoning_content', given: {}, messages: history('abcdef123', { reasoning_content: 'r' }), cells: [thoughtless, thoughtless, thoughtless, thoughtless, thoughtless, thoughtless, thoughtless, '=', thoughtless, '=', '='] },
  { name: 'image by address', field: 'messages', given: {}, messages: image('https://x.test/y.png'), cells: ['=', '=', '=', '✗', '=', '✗', '=', '✗', '✗', '=', '='] },
  { name: 'image by address, vision models', field: 'messages', given: {}, messages: image('https://x.test/y.png'), models: { cohere: 'command-a-vision-07-2025', deepseek: 'deepseek-vl2' }, cells: [X, X, X, X, X, '=', X, '=', X, X, X] },
  { name: 'image inside', field: 'messages', given: {}, messages: image('data:image/png;base64,AA=='), cells: ['=', '=', '=', '=', '=', '=', '=', '✗', '=', '=', '='] },
];
