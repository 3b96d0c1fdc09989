import { randomUUID } from 'node:crypto';
import { signatureOf } from './check-thinking.ts';
import { type SaidBlock, type Speech, textBlock, thinkingBlock, toolUseBlock } from './message-events.ts';
import type { MessagesBody } from './messages-body.ts';

const THOUGHTS = ['I need ', 'the weather.'];

/** Calls the first tool twice at once, then says what came of it; thinks first when it is told to, or cannot help it. */
export function toolLoop(body: MessagesBody): Speech {
  const last = body.messages.at(-1)?.content ?? [];
  const results = typeof last === 'string' ? [] : last.filter(({ type }) => type === 'tool_result');
  const thoughts = isThinking(body) ? thoughtsOf(body.model) : [];
  if (results.length > 0) {
    const text = `The tool said: ${results.map(({ content }) => JSON.stringify(content)).join(', ')}`;
    return { blocks: [...thoughts, textBlock([text])], stopReason: 'end_turn' };
  }
  const name = body.tools?.[0]?.name ?? 'get_weather';
  const calls = ['Paris', 'Rome'].map((city) =>
    toolUseBlock(`toolu_${randomUUID().replaceAll('-', '')}`, name, ['{"city"', `:"${city}"}`]),
  );
  return { blocks: [...thoughts, textBlock(['Let me look.']), ...calls], stopReason: 'tool_use' };
}

function isThinking({ model, thinking }: MessagesBody): boolean {
  return model.includes('opus-5-5') || (thinking !== undefined && thinking.type !== 'disabled');
}

function thoughtsOf(model: string): SaidBlock[] {
  const redacted = { start: { type: 'redacted_thinking', data: 'aGlkZGVu' }, deltas: [] };
  return [thinkingBlock(THOUGHTS, signatureOf(model, THOUGHTS.join(''))), redacted];
}
