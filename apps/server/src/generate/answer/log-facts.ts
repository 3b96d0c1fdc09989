import type { Outcome, Plan, PlannedModel } from '../../requests/recording/request-entry.ts';
import type { Candidate } from '../candidates/candidate.ts';
import type { BegunAnswer } from '../candidates/first-to-answer.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { SplitRequest } from '../request/split-request.ts';
import type { AnswerRecord } from './record.ts';
import type { Additions } from './respond.ts';

/** What the request log is told before anybody is asked. */
export function planOf({
  request,
  evidence,
  candidates,
}: {
  request: SplitRequest;
  evidence: Evidence;
  candidates: readonly Candidate[];
}): Plan {
  const { status } = evidence;
  const retrieval = status === 'disabled' ? NOTHING_RETRIEVED : { retrievalStatus: status, k: request.retrieval.k };
  return { retrieval, models: candidates.map(plannedModel) };
}

const NOTHING_RETRIEVED = { retrievalStatus: null, k: null };

/** What the request log is told when an answer has ended. */
export function outcomeOf(facts: AnswerRecord, { candidate }: BegunAnswer, additions: Additions): Outcome {
  const { model: modelReported, usage, cost, estimated, finishReason, firstTokenMs, complete, failure } = facts;
  return {
    ...{ modelReported, usage, cost, estimated, finishReason, firstTokenMs, complete, failure },
    answeredBy: plannedModel(candidate),
    attempts: additions.attempts ?? [],
    said: additions.transcript?.message,
  };
}

function plannedModel(candidate: Candidate): PlannedModel {
  const { name } = candidate;
  if ('refusal' in candidate) return { name, provider: candidate.provider, model: candidate.model, adjustments: [] };
  const { provider, model } = candidate.answer;
  return { name, provider, model, adjustments: candidate.adjustments };
}
