import { isObject } from '../../dialects/openai-chat/json.ts';
import type { Target } from '../../registry.ts';
import type { Transport } from '../../transport.ts';
import { malformed, postTask } from '../post-task.ts';
import type { Reranking, RerankRequest } from '../task-types.ts';
import { RERANKING_VENDORS } from './reranking-vendors.ts';

type Result = Reranking['results'][number];

/** The documents that answer the query best, by the vendor's judgement. Throws `LlmError`. */
export async function rerank(
  transport: Transport,
  target: Target,
  { query, documents, topN }: RerankRequest,
  signal: AbortSignal,
): Promise<Reranking> {
  const { providerId: provider } = target.endpoint;
  const vendor = RERANKING_VENDORS[provider] ?? {};
  const body = {
    model: target.model,
    query,
    [vendor.documentsField ?? 'documents']: documents,
    ...(vendor.ranksAll !== true && { top_n: Math.min(topN, documents.length) }),
    ...vendor.fields,
  };
  const answer = await postTask(transport, target, vendor.path ?? '/rerank', body, signal);
  const results = toResults(answer, documents.length);
  if (results === undefined || results.length < Math.min(topN, documents.length)) {
    throw malformed(provider, 'answered with something that is no ranking of the documents');
  }
  const best = toUnitInterval(results).toSorted((one, other) => other.score - one.score || one.index - other.index);
  return { results: best.slice(0, topN), model: `${provider}/${target.model}` };
}

/** Undefined when it is no list of different documents with their scores. */
function toResults(answer: unknown, documentCount: number): Result[] | undefined {
  const list: unknown = isObject(answer) ? answer['results'] : answer;
  if (!Array.isArray(list)) return undefined;
  const results = list.map((entry: unknown): Result => {
    const { index, relevance_score: relevance, score = relevance } = isObject(entry) ? entry : {};
    return { index: Number.isInteger(index) ? (index as number) : -1, score: typeof score === 'number' ? score : NaN };
  });
  const isRight = results.every(({ index, score }) => index >= 0 && index < documentCount && Number.isFinite(score));
  return isRight && new Set(results.map(({ index }) => index)).size === results.length ? results : undefined;
}

/** llama.cpp and some models answer with logits. */
function toUnitInterval(results: Result[]): Result[] {
  if (results.every(({ score }) => score >= 0 && score <= 1)) return results;
  return results.map(({ index, score }) => ({ index, score: 1 / (1 + Math.exp(-score)) }));
}
