import { addDollars, type ModelAnswer, toCostNumber } from '@groundwire/llm';
import type { Usage } from '@groundwire/client';
import type { CallCosts } from '../../llm/call-costs.service.ts';
import type { SplitRequest } from '../request/split-request.ts';

/** What a counted answer cost in US dollars; null when that is not known, or nobody counted. */
export type CostOf = (usage: Usage | null | undefined, serviceTier?: string | null) => number | null;

/** `spentBefore`: on other calls for the same request, in dollars; null when that is not known. */
export function costOfCall(
  costs: CallCosts,
  { provider, model, request }: Pick<ModelAnswer, 'provider' | 'model' | 'request'>,
  { parameters }: SplitRequest,
  spentBefore: string | null,
): CostOf {
  const call = {
    providerId: provider,
    model,
    time: new Date(),
    webSearch: parameters.web_search_options !== undefined,
  };
  return (usage, serviceTier) => {
    if (usage == null) return null;
    // What never leaves this process costs nothing.
    const cost = request === undefined ? '0' : costs.answer({ ...call, usage, serviceTier });
    return toCostNumber(addDollars([spentBefore, cost]));
  };
}
