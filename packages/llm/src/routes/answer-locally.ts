import { answerExtractively, extractiveAdjustments } from '../extractive/index.ts';
import type { Target } from '../registry.ts';
import type { ModelAnswer, ModelCall } from '../types.ts';

/** A call that needs no vendor: it is answered in this process. */
export function answerLocally({ endpoint, model }: Target, call: ModelCall, signal: AbortSignal): ModelAnswer {
  return {
    provider: endpoint.providerId,
    model,
    request: undefined,
    calls: 0,
    adjustments: extractiveAdjustments(call),
    parts: answerExtractively(call, signal),
  };
}
