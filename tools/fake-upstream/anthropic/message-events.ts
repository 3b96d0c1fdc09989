import type { Block } from './messages-body.ts';

/** A content block, and the pieces in which it is streamed. */
export interface SaidBlock {
  start: Block;
  deltas: readonly object[];
}

export interface Speech {
  blocks: readonly SaidBlock[];
  stopReason: string;
}

export const textBlock = (pieces: readonly string[]): SaidBlock => ({
  start: { type: 'text', text: '' },
  deltas: pieces.map((text) => ({ type: 'text_delta', text })),
});

export const thinkingBlock = (pieces: readonly string[], signature: string): SaidBlock => ({
  start: { type: 'thinking', thinking: '', signature: '' },
  deltas: [...pieces.map((thinking) => ({ type: 'thinking_delta', thinking })), { type: 'signature_delta', signature }],
});

export const toolUseBlock = (id: string, name: string, pieces: readonly string[]): SaidBlock => ({
  start: { type: 'tool_use', id, name, input: {} },
  deltas: ['', ...pieces].map((json) => ({ type: 'input_json_delta', partial_json: json })),
});

/** The events of a streamed message in Anthropic's order, a ping among them. */
export function messageEvents(model: string, { blocks, stopReason }: Speech): string[] {
  const usage = { input_tokens: 10, cache_creation_input_tokens: 0, cache_read_input_tokens: 4, output_tokens: 1 };
  const count = blocks.reduce((sum, { deltas }) => sum + deltas.length, 0);
  return [
    {
      type: 'message_start',
      message: {
        id: 'msg_fake01',
        type: 'message',
        role: 'assistant',
        model,
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage,
      },
    },
    { type: 'ping' },
    ...blocks.flatMap(({ start, deltas }, index) => [
      { type: 'content_block_start', index, content_block: start },
      ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
      { type: 'content_block_stop', index },
    ]),
    {
      type: 'message_delta',
      delta: { stop_reason: stopReason, stop_sequence: null },
      usage: { output_tokens: count },
    },
    { type: 'message_stop' },
  ].map(toMessageEvent);
}

/** Anthropic names its events, after their type. */
export function toMessageEvent(event: { type: string }): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
