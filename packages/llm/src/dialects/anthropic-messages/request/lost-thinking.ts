import type { ThinkingConfigParam } from '@anthropic-ai/sdk/resources/messages';
import type { ChatMessage } from '@groundwire/client';
import { openToolLoop } from '../../../thinking/open-tool-loop.ts';
import { lacksThinking } from '../../../thinking/thinking-keys.ts';
import type { Draft } from '../../openai-chat/request/draft.ts';
import type { Generation } from '../models.ts';
import { asksForThinking } from '../thinking-form.ts';

const REASON = 'The thinking behind this tool turn is not known here.';

/**
 * A tool turn whose thinking nobody has any more cannot be thought on about: manual thinking answers 400 ("Expected
 * `thinking` or `redacted_thinking`, but found `tool_use`"). Adaptive thinking takes such turns (platform.claude.com,
 * adaptive-thinking, "Validation changes", 2026-11-26), so models that cannot stop thinking go on. Runs before `toReasoning`;
 * returns the `thinking` to send instead, if any.
 */
export function forgoThinking(
  draft: Draft,
  messages: readonly ChatMessage[],
  generation: Generation,
): ThinkingConfigParam | undefined {
  const { parameters, providerId: provider } = draft;
  if (!asksForThinking(parameters, generation) || !isTurnWithoutThinking(messages)) return undefined;
  const parameter = parameters.thinking === undefined ? 'reasoning_effort' : 'thinking';
  const from = parameters[parameter];
  const { off, thinking: kind } = generation;
  if (off === undefined) {
    const reason = `${REASON} This model cannot be kept from thinking: it goes on without it.`;
    draft.report({ parameter, action: 'not_executed', from, reason, provider });
    return undefined;
  }
  const to = kind === 'manual' ? undefined : { type: off };
  draft.report({
    parameter,
    action: 'dropped',
    from,
    to,
    reason: `${REASON} The model does not think in it.`,
    provider,
  });
  delete parameters[parameter];
  if (to !== undefined) lowerEffort(draft);
  return to;
}

/** Claude Opus 5 takes `disabled` up to the effort `high` (its page "What's new", read on 2026-11-26). */
function lowerEffort(draft: Draft): void {
  if (draft.parameters.reasoning_effort !== 'xhigh') return;
  draft.change('reasoning_effort', 'high', 'The most without thinking.', 'clamped', draft.providerId);
}

/** Whether the conversation ends within a tool loop whose first turn lacks its thinking. */
function isTurnWithoutThinking(messages: readonly ChatMessage[]): boolean {
  const opening = messages[openToolLoop(messages)];
  return opening !== undefined && (opening.function_call != null || lacksThinking(opening, 'thinking_blocks'));
}
