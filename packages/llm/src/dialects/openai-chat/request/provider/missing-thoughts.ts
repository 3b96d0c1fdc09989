import { isObject } from '../../json.ts';
import type { WireMessage } from '../../messages/wire-message.ts';
import type { Draft } from '../draft.ts';

/** Earlier thinking that the provider requires and nobody has any more. Runs after thinking has got its form. */
export function makeDoWithoutThoughts(draft: Draft): void {
  const { lostThoughts } = draft.policy;
  if (lostThoughts === 'unthinking') stopThinking(draft);
  if (lostThoughts === 'excused') excuse(draft);
}

/** DeepSeek's rule holds for requests with tools; without, it ignores what comes back. */
function stopThinking(draft: Draft): void {
  const { parameters, extras, messages, providerId: provider } = draft;
  const lacks = messages.some((message) => message.role === 'assistant' && message['reasoning_content'] === undefined);
  if (parameters.tools === undefined || !lacks) return;
  const { thinking } = extras;
  if (isObject(thinking) && thinking['type'] === 'disabled') return;
  extras['thinking'] = { type: 'disabled' };
  const reason = 'The thinking behind an earlier turn is not known here, and the provider thinks on only with it.';
  const { reasoning_effort: effort } = parameters;
  if (effort !== undefined) draft.drop('reasoning_effort', reason, provider);
  const action = thinking === undefined ? 'defaulted' : 'dropped';
  draft.report({ parameter: 'thinking', action, from: thinking, to: extras['thinking'], reason, provider });
}

/** What Google's page offers for histories from elsewhere (thought-signatures, "FAQs", read on 2026-11-26). */
const FROM_ELSEWHERE = { google: { thought_signature: 'skip_thought_signature_validator' } };

/** Only the current turn is checked, and of calls made at once only the first one is signed. */
function excuse(draft: Draft): void {
  const { messages, providerId: provider } = draft;
  const turn = messages.findLastIndex(({ role }) => role === 'user');
  const isLost = messages.map((message, index) => index > turn && firstCallOf(message)?.['extra_content'] === null);
  if (!isLost.includes(true)) return;
  draft.messages = messages.map((message, index) => (isLost[index] ? excused(message) : message));
  const reason = 'The thinking behind an earlier tool call is not known here; the model goes on without it.';
  draft.report({ parameter: 'thinking', action: 'not_executed', reason, provider });
}

/** With null for an `extra_content` that is not there. */
function firstCallOf({ tool_calls: calls }: WireMessage): Record<string, unknown> | undefined {
  const first: unknown = Array.isArray(calls) ? calls[0] : undefined;
  return isObject(first) ? { extra_content: null, ...first } : undefined;
}

function excused(message: WireMessage): WireMessage {
  const [first, ...others] = message['tool_calls'] as object[];
  return { ...message, tool_calls: [{ ...first, extra_content: FROM_ELSEWHERE }, ...others] };
}
