import type { AskLlmRequest, QueryResult } from '@groundwire/client';
import type { RequestEntry } from '../../requests/recording/request-entry.ts';
import { statusOf } from '../evidence/evidence.ts';

const NOBODY_ANSWERED = {
  answeredBy: undefined,
  modelReported: null,
  usage: null,
  estimated: false,
  finishReason: null,
  firstTokenMs: null,
  complete: true,
  failure: null,
  attempts: [],
  said: undefined,
};

/** Tells the request log of a search, which asks no model. */
export function logQuery(
  entry: RequestEntry,
  request: AskLlmRequest,
  { result, mode, adjustments }: QueryResult,
): void {
  const { query, k = 3, use_reranking: isReranked } = request;
  entry.asks({ ...request, messages: [{ role: 'user', content: query }] });
  entry.adjusted(adjustments);
  entry.planned({ retrieval: { retrievalStatus: statusOf(result), k }, models: [] });
  // Words are looked up here; what embedding and reranking cost is not in the result.
  const isOurs = mode === 'lexical' && isReranked !== true;
  entry.answered({ ...NOBODY_ANSWERED, cost: isOurs ? 0 : null });
}
