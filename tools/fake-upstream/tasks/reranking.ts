import { embedText } from './embedder.ts';
import { type FakeTask, isTexts, type TaskBody, unknownField } from './task.ts';

const DIMENSIONS = 4096;

/** `/rerank` as Cohere, Jina, vLLM and llama.cpp have it: by how much of the query's words a document holds. */
export const rerank: FakeTask = {
  check(body) {
    const { query, documents, top_n: topN } = body;
    if (typeof query !== 'string' || query === '') return 'query must not be empty';
    if (!isTexts(documents, 1000)) return 'documents must be 1 to 1000 texts';
    if (topN !== undefined && !(Number.isInteger(topN) && (topN as number) >= 1)) return 'top_n must be at least 1';
    return unknownField(body, 'model query documents top_n return_documents max_tokens_per_doc');
  },
  answer(body) {
    const documents = body['documents'] as string[];
    const results = ranked(body, documents).slice(0, Number(body['top_n'] ?? documents.length));
    const scored = results.map(({ index, score }) => ({ index, relevance_score: spoil(score, body['model']) }));
    if (body['model'] === 'doubled') return { results: scored.map((result) => ({ ...result, index: 0 })) };
    return { id: 'fake-rerank', results: scored, meta: { billed_units: { search_units: 1 } } };
  },
};

/** Text Embeddings Inference's `/rerank`. */
export const rerankTexts: FakeTask = {
  check(body) {
    if (typeof body['query'] !== 'string') return 'query is missing';
    return isTexts(body['texts'], 1000) ? undefined : 'texts must be 1 to 1000 texts';
  },
  answer: (body) => ranked(body, body['texts'] as string[]),
};

function ranked({ query }: TaskBody, documents: readonly string[]): { index: number; score: number }[] {
  const question = embedText(String(query), DIMENSIONS);
  return documents
    .map((document, index) => ({ index, score: Math.max(0, cosine(question, embedText(document, DIMENSIONS))) }))
    .toSorted((one, other) => other.score - one.score);
}

/** `logits` answers outside of [0, 1], as llama.cpp does. */
function spoil(score: number, model: unknown): number {
  return model === 'logits' ? 10 * score - 5 : score;
}

function cosine(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, index) => sum + value * other[index]!, 0);
}
