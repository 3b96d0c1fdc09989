import { createHash } from 'node:crypto';
import type { Block, Fault, MessagesBody } from './messages-body.ts';

type Message = MessagesBody['messages'][number];

const THINKING_BLOCKS = ['thinking', 'redacted_thinking'];
const OWN = 'fake-';

/** The signature under a thought: it holds for one model and one text. */
export function signatureOf(model: string, thinking: string): string {
  return (
    OWN +
    createHash('sha256')
      .update(JSON.stringify([model, thinking]))
      .digest('base64')
  );
}

/** Manual thinking within a tool loop: the loop's first turn must begin with a thought. Adaptive thinking asks for none. */
export function lostThinkingFault({ thinking, messages }: MessagesBody): Fault {
  if (thinking?.type !== 'enabled' || !Array.isArray(messages) || !hasResults(messages.at(-1))) return undefined;
  const question = messages.findLastIndex((message) => message.role === 'user' && !hasResults(message));
  const index = messages.findIndex(({ role }, place) => place > question && role === 'assistant');
  const { type = '' } = blocksOf(messages[index])[0] ?? {};
  if (index === -1 || THINKING_BLOCKS.includes(type)) return undefined;
  return (
    `messages.${index}.content.0.type: Expected \`thinking\` or \`redacted_thinking\`, but found \`${type}\`. When ` +
    '`thinking` is enabled, a final `assistant` message must start with a thinking block (preceeding the lastmost set of ' +
    '`tool_use` and `tool_result` blocks). We recommend you include thinking blocks from previous turns. To avoid this ' +
    'requirement, disable `thinking`.'
  );
}

/** A thought that this server signed must come back unchanged, and to the model that had it. */
export function signatureFault({ model, messages }: MessagesBody): Fault {
  for (const [place, message] of messages.entries()) {
    const index = blocksOf(message).findIndex((block) => isForged(block, model));
    if (index !== -1) return `messages.${place}.content.${index}: Invalid \`signature\` in \`thinking\` block`;
  }
  return undefined;
}

function isForged({ type, thinking, signature }: Block, model: string): boolean {
  if (type !== 'thinking' || typeof signature !== 'string' || !signature.startsWith(OWN)) return false;
  return signature !== signatureOf(model, thinking as string);
}

function hasResults(message: Message | undefined): boolean {
  return blocksOf(message).some(({ type }) => type === 'tool_result');
}

function blocksOf(message: Message | undefined): Block[] {
  const content = message?.content ?? [];
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
}
