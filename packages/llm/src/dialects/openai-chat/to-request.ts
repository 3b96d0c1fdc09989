import { policyOf } from '../../policy/policy-of.ts';
import type { LlmProvider, ModelCall, VendorRequest } from '../../types.ts';
import { toMessages } from './messages/to-messages.ts';
import { Draft, type Step } from './request/draft.ts';
import { fitSchema, sayJson } from './request/provider/json-output.ts';
import { makeDoWithoutThoughts } from './request/provider/missing-thoughts.ts';
import { dropUntaken, fitValues, renameParameters } from './request/provider/provider-rules.ts';
import { leaveRoomForThoughts } from './request/provider/room-for-thoughts.ts';
import { askSeveralTimes } from './request/provider/several-answers.ts';
import { fitStop } from './request/provider/stop-texts.ts';
import { translateThinking } from './request/provider/thinking.ts';
import { askForUsage } from './request/stream-options.ts';
import { keepOneTokenLimit } from './request/token-limit.ts';
import { fitEffortBesideTools, fitToolChoice } from './request/tools/fit-tool-choice.ts';
import { fitTools } from './request/tools/fit-tools.ts';
import { dropToolOptions, functionsToTools, nameToToolChoice } from './request/tools/normalise-tools.ts';
import { dropUntypedOutput } from './request/typed-output.ts';
import {
  convertLogprobs,
  convertResponseFormat,
  dropEmptyStop,
  mapMetadata,
  roundLogitBias,
} from './request/values.ts';

// The order matters: one form first, then what the provider does not take, then its forms, values and names.
const STEPS: readonly Step[] = [
  functionsToTools,
  dropToolOptions,
  nameToToolChoice,
  keepOneTokenLimit,
  translateThinking,
  fitToolChoice,
  makeDoWithoutThoughts,
  askSeveralTimes,
  fitStop,
  dropUntaken,
  fitTools,
  fitEffortBesideTools,
  convertResponseFormat,
  fitSchema,
  sayJson,
  mapMetadata,
  roundLogitBias,
  dropUntypedOutput,
  dropEmptyStop,
  convertLogprobs,
  fitValues,
  leaveRoomForThoughts,
  renameParameters,
  askForUsage,
];

/**
 * OpenAI's Chat Completions body for a call. Throws `LlmError`: `unsupported` for what this provider cannot do and may
 * not leave out, `invalid_request` for what nobody can do.
 */
export function toRequest(call: ModelCall, model: string, provider: LlmProvider, providerId: string): VendorRequest {
  const draft = new Draft(call, policyOf(provider.policy, model), providerId);
  draft.messages = toMessages(call.messages, draft);
  for (const step of STEPS) step(draft);
  return {
    path: '/chat/completions',
    body: { model, messages: draft.messages, ...draft.parameters, ...draft.extras },
    adjustments: draft.adjustments,
    calls: draft.calls,
    ownStops: draft.ownStops,
  };
}
