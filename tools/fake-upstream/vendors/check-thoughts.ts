import { createHash } from 'node:crypto';
import type { ChatBody } from '../check-request.ts';

type Message = Record<string, unknown> & { role: string };

interface ToolCall {
  id: string;
  function: { name: string };
  extra_content?: { google?: { thought_signature?: string } };
}

/** Google's page on thought signatures names it for histories that come from elsewhere. */
const EXCUSE = 'skip_thought_signature_validator';

/** DeepSeek thinks unless told not to, and wants all its thoughts back in a request with tools. */
export function deepSeekFault({ messages, tools, thinking }: ChatBody): string | undefined {
  if (tools === undefined || !isDeepSeekThinking(thinking)) return undefined;
  const lacks = messages.some(
    (message) => message.role === 'assistant' && typeof (message as Message)['reasoning_content'] !== 'string',
  );
  return lacks ? 'The `reasoning_content` in the thinking mode must be passed back to the API.' : undefined;
}

export function isDeepSeekThinking(thinking: unknown): boolean {
  return (thinking as { type?: string } | undefined)?.type !== 'disabled';
}

/** Gemini 3 wants the signature of the first call of each step of the current turn; it holds for one model. */
export function geminiFault({ model, messages }: ChatBody): string | undefined {
  const turn = messages.findLastIndex(({ role }) => role === 'user');
  for (const [index, { tool_calls: calls }] of messages.entries()) {
    const [first] = (calls ?? []) as ToolCall[];
    if (index < turn || first === undefined) continue;
    const signature = first.extra_content?.google?.thought_signature;
    if (signature === undefined) return missing(first.function.name, index + 1);
    if (signature !== EXCUSE && signature !== thoughtSignature(model, first.id)) {
      return 'Thought signature is not valid.';
    }
  }
  return undefined;
}

export function thoughtSignature(model: string, toolCallId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([model, toolCallId]))
    .digest('base64');
}

function missing(name: string, position: number): string {
  return (
    'Function call is missing a thought_signature in functionCall parts. This is required for tools to work correctly, ' +
    'and missing thought_signature may lead to degraded model performance. Additional data, function call ' +
    `\`default_api:${name}\` , position ${position}. Please refer to ` +
    'https://ai.google.dev/gemini-api/docs/thought-signatures for more details.'
  );
}
