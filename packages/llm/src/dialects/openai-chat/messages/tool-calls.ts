import { createHash } from 'node:crypto';
import type { ChatMessage } from '@groundwire/client';
import type { Policy } from '../../../policy/policy.ts';

type ToolCall = NonNullable<ChatMessage['tool_calls']>[number];

const FIELDS: ReadonlySet<string> = new Set(['id', 'type', 'function']);
/** Where a call stood in a stream: SDKs that collect chunks leave it in. */
const WITHOUT_LOSS: ReadonlySet<string> = new Set(['index']);
const NINE_CHARACTERS = /^[a-zA-Z0-9]{9}$/;

/** An earlier tool call as OpenAI's contract has it, and what else this provider wants back (Gemini's thought signature). */
export function toToolCall(
  call: ToolCall,
  policy: Policy,
  dropped: Set<string>,
  renewedIds: Map<string, string>,
): object {
  const { id, function: called, ...rest } = call;
  const further = Object.entries(rest).filter(([field]) => !FIELDS.has(field) && !WITHOUT_LOSS.has(field));
  const kept = further.filter(([field]) => policy.toolCallFields?.includes(field));
  for (const [field] of further) if (!policy.toolCallFields?.includes(field)) dropped.add(`tool_calls[].${field}`);
  return {
    id: toToolCallId(id, policy, renewedIds),
    type: 'function',
    function: called && { name: called.name, arguments: called.arguments },
    ...Object.fromEntries(kept),
  };
}

/** Mistral's error 3280: other ids than nine letters or digits. The same id always becomes the same one. */
export function toToolCallId(id: string, { nineCharacterIds }: Policy, renewedIds: Map<string, string>): string {
  if (!nineCharacterIds || NINE_CHARACTERS.test(id)) return id;
  const renewed = renewedIds.get(id) ?? hashToNine(id);
  renewedIds.set(id, renewed);
  return renewed;
}

function hashToNine(id: string): string {
  const number = createHash('sha256').update(id).digest().readBigUInt64BE();
  return number.toString(36).padStart(9, '0').slice(-9);
}
