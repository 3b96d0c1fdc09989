import { toCostNumber } from '@groundwire/llm';
import type { AskLlmRequest } from '@groundwire/client';
import type { Searched } from '../../documents/chunks/query.service.ts';
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
  { result: { result, adjustments }, cost }: Searched,
): void {
  const { query, k = 3 } = request;
  entry.asks({ ...request, messages: [{ role: 'user', content: query }] });
  entry.adjusted(adjustments);
  entry.planned({ retrieval: { retrievalStatus: statusOf(result), k }, models: [] });
  entry.answered({ ...NOBODY_ANSWERED, cost: toCostNumber(cost) });
}
