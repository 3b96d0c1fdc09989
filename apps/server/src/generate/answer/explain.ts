import type { ExplainedCall, ExplainedRequest } from '@groundwire/client';
import { toCostNumber } from '@groundwire/llm';
import type { CallCosts } from '../../llm/call-costs.service.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { type Evidence, reportOf } from '../evidence/evidence.ts';
import type { SplitRequest } from '../request/split-request.ts';
import { sourceOf } from './source.ts';

/** What `generate` would do: the same steps up to the first byte that would leave. */
export async function explain(
  costs: CallCosts,
  request: SplitRequest,
  evidence: Evidence,
  candidates: readonly Candidate[],
): Promise<ExplainedRequest> {
  return {
    retrieval: reportOf(evidence, request.retrieval),
    adjustments: [...request.adjustments, ...evidence.adjustments],
    calls: await Promise.all(candidates.map((candidate) => explainedCall(costs, candidate, request))),
  };
}

async function explainedCall(costs: CallCosts, candidate: Candidate, asked: SplitRequest): Promise<ExplainedCall> {
  if ('refusal' in candidate) {
    const { name, provider, model, refusal } = candidate;
    const { code: type, message, status } = refusal;
    const nothing = { sources: [], messages: [], request: null, adjustments: [], cost_ceiling: null };
    return { name, provider, model, ...nothing, refusal: { type, message, status } };
  }
  const { name, answer, messages, passages, adjustments } = candidate;
  const { provider, model, request } = answer;
  const ceiling = await costs.ceiling(answer, { messages, parameters: asked.parameters });
  return {
    name,
    provider,
    model,
    sources: passages.map(sourceOf),
    messages: [...messages],
    request: request === undefined ? null : { method: 'POST', ...request },
    adjustments,
    cost_ceiling: toCostNumber(ceiling.cost),
    refusal: null,
  };
}
