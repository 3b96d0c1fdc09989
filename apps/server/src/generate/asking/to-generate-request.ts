import type { Adjustment, AskLlmRequest, ChatMessage, GenerateRequest } from '@groundwire/client';
import { unknownFieldAdjustments } from '../request/request-adjustments.ts';
import { readHistory } from './read-history.ts';

/** AskYoda's (openapi.yaml: `AskLlmRequest`). */
const DEFAULTS = { max_tokens: 1_024, temperature: 0 };

/** It samples nothing: telling it a temperature that nobody asked for would only be reported back. */
const SAMPLES_NOTHING = 'local/';

/** The same question to `generate`. Throws a Problem (400) for a history that cannot be read. */
export function toGenerateRequest(request: AskLlmRequest, model: string): GenerateRequest {
  const { query, history = [], chatbot_global_action: action } = request;
  const { k, min_score, filter_documents, conversation_id, use_reranking, top_n } = request;
  const temperature = request.temperature ?? (model.startsWith(SAMPLES_NOTHING) ? undefined : DEFAULTS.temperature);
  const told: ChatMessage[] = action === undefined ? [] : [{ role: 'system', content: action }];
  return {
    model,
    messages: [...told, ...readHistory(history), { role: 'user', content: query }],
    max_tokens: request.max_tokens ?? DEFAULTS.max_tokens,
    // A reader of plain text has no use for places in it.
    citations: 'off',
    ...(temperature !== undefined && { temperature }),
    ...(k !== undefined && { k }),
    ...(min_score !== undefined && { min_score }),
    ...(filter_documents !== undefined && { filter_documents }),
    ...(conversation_id !== undefined && { conversation_id }),
    ...(use_reranking === true && { retrieval: { use_reranking, ...(top_n !== undefined && { top_n }) } }),
  };
}

/** What is changed before it becomes a request to `generate`, which reports the rest. */
export function askingAdjustments(request: AskLlmRequest): Adjustment[] {
  const { use_reranking: isReranked, top_n: topN } = request;
  const unused: Adjustment = {
    parameter: 'top_n',
    action: 'not_executed',
    from: topN,
    reason: 'It counts what reranking keeps, and none was asked for.',
    provider: null,
  };
  return [
    ...unknownFieldAdjustments('AskLlmRequest', request),
    ...(topN !== undefined && isReranked !== true ? [unused] : []),
  ];
}
