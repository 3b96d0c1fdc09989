import type { MessageCreateParamsStreaming, OutputConfig } from '@anthropic-ai/sdk/resources/messages';
import { policyOf } from '../../policy/policy-of.ts';
import type { LlmProvider, ModelCall, VendorRequest } from '../../types.ts';
import { Draft, type Step } from '../openai-chat/request/draft.ts';
import { askSeveralTimes } from '../openai-chat/request/provider/several-answers.ts';
import { fitStop } from '../openai-chat/request/provider/stop-texts.ts';
import { dropToolOptions, functionsToTools, nameToToolChoice } from '../openai-chat/request/tools/normalise-tools.ts';
import { type Conversation, toConversation } from './messages/to-conversation.ts';
import { generationOf } from './models.ts';
import { forgoThinking } from './request/lost-thinking.ts';
import { toOptions } from './request/options.ts';
import { toOutputFormat } from './request/output-format.ts';
import { toReasoning } from './request/reasoning.ts';
import { dropTheRest, take } from './request/take.ts';
import { toTokenLimit } from './request/token-limit.ts';
import { toTools } from './request/tools.ts';

/** OpenAI's newer and plainer form of what the contract lets be said in several, and what we do instead of Claude. */
const FIRST: readonly Step[] = [functionsToTools, dropToolOptions, nameToToolChoice, askSeveralTimes, fitStop];

/**
 * Anthropic's Messages body for a call: each step takes from the draft what it knows, and what is left in the end is
 * dropped and reported. Always a stream: a long answer that is not one runs into time limits on the way.
 * Throws `LlmError`: `unsupported` for what Claude cannot do and may not be left out, `invalid_request` for what nobody can.
 */
export function toRequest(call: ModelCall, model: string, provider: LlmProvider, providerId: string): VendorRequest {
  const draft = new Draft(call, policyOf(provider.policy, model), providerId);
  const generation = generationOf(model);
  for (const step of FIRST) step(draft);
  take(draft, 'stream');
  take(draft, 'stream_options');

  const conversation = toConversation(call.messages, draft);
  const instead = forgoThinking(draft, call.messages, generation);
  const asked = toReasoning(draft, generation);
  const reasoning = instead === undefined ? asked : { ...asked, thinking: asked.thinking ?? instead };
  const { thinking, effort } = reasoning;
  const isThinking = thinking?.type === 'enabled' || thinking?.type === 'adaptive';
  if (isThinking || !generation.prefill) refusePrefill(conversation, draft);
  const { format, instruction } = toOutputFormat(draft);
  const usesFunctions = call.parameters.functions !== undefined;
  const system = [...conversation.system, ...(instruction === undefined ? [] : [instruction])].join('\n\n');
  const outputConfig: OutputConfig = { ...(effort && { effort }), ...(format && { format }) };

  const body: MessageCreateParamsStreaming = {
    model,
    max_tokens: toTokenLimit(draft, generation, reasoning),
    stream: true,
    ...(system !== '' && { system }),
    messages: conversation.turns,
    ...toTools(draft, { generation, isThinking, usesFunctions }),
    ...(thinking && { thinking }),
    ...(Object.keys(outputConfig).length > 0 && { output_config: outputConfig }),
    ...toOptions(draft),
  };
  dropTheRest(draft);
  const { adjustments, calls, ownStops } = draft;
  return { path: '/messages', body: { ...body }, adjustments, calls, ownStops };
}

function refusePrefill({ turns }: Conversation, draft: Draft): void {
  if (turns.at(-1)?.role !== 'assistant') return;
  throw draft.refusal('messages', "The last message must not be the assistant's.");
}
