import type { LlmProvider, ModelCall, VendorRequest } from '../../types.ts';
import { Draft, type Step } from './request/draft.ts';
import { toMessages } from './messages/to-messages.ts';
import { applyProviderRules } from './request/provider-rules.ts';
import { convertLogprobs, convertResponseFormat, dropThinking, mapMetadata, roundLogitBias } from './request/values.ts';
import { askForUsage } from './request/stream-options.ts';
import { keepOneTokenLimit } from './request/token-limit.ts';
import { dropToolOptions, functionsToTools, nameToToolChoice } from './request/tools.ts';
import { dropUntypedOutput } from './request/typed-output.ts';

// The order of wire.md 2.2: one form first, then the provider's differences, then what depends on other parameters.
const STEPS: readonly Step[] = [
  functionsToTools,
  dropToolOptions,
  nameToToolChoice,
  convertResponseFormat,
  mapMetadata,
  roundLogitBias,
  dropUntypedOutput,
  dropThinking,
  keepOneTokenLimit,
  applyProviderRules,
  convertLogprobs,
  askForUsage,
];

/** OpenAI's Chat Completions body for a call. Throws `LlmError` (`invalid_request`) for what may not be left out. */
export function toRequest(call: ModelCall, model: string, provider: LlmProvider, providerId: string): VendorRequest {
  const draft = new Draft(call.parameters, provider, providerId);
  const messages = toMessages(call.messages, draft);
  for (const step of STEPS) step(draft);
  return {
    path: '/chat/completions',
    body: { model, messages, ...draft.parameters, ...draft.renamed },
    adjustments: draft.adjustments,
  };
}
