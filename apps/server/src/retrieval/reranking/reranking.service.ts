import { Inject, Injectable } from '@nestjs/common';
import type { Adjustment } from '@groundwire/client';
import { type Llm, LlmError } from '@groundwire/llm';
import { LLM } from '../../llm/llm.token.ts';
import type { Passage } from '../passage.ts';

/** A caller waits, and the passages are in a good order already. */
const PATIENCE_MS = 10_000;

/** Asks a reranking model to judge passages again, each one read together with the question. */
@Injectable()
export class RerankingService {
  constructor(@Inject(LLM) private readonly llm: Llm) {}

  /**
   * The `topN` passages that answer the question best by the model's judgement, best first. Without a model, or when it
   * fails, the first `topN` as they came, and an adjustment that says why.
   * @throws LlmError (`cancelled`) when the signal fires
   */
  async rerank(
    query: string,
    passages: readonly Passage[],
    { topN }: { topN: number },
    signal: AbortSignal,
  ): Promise<{ passages: Passage[]; adjustment?: Adjustment }> {
    if (passages.length === 0) return { passages: [] };
    const asTheyCame = (reason: string): { passages: Passage[]; adjustment: Adjustment } => ({
      passages: passages.slice(0, topN),
      adjustment: { parameter: 'use_reranking', action: 'not_executed', from: true, reason, provider: null },
    });
    const model = this.llm.modelFor('reranking');
    if (model === undefined) return asTheyCame('No reranking model is configured: see RERANK_MODEL.');
    const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    try {
      const request = { model, query, documents: passages.map(textOf), topN };
      const { results } = await this.llm.rerank(request, patience);
      return { passages: results.map(({ index, score }) => ({ ...passages[index]!, scoreReranking: score })) };
    } catch (error) {
      if (!(error instanceof LlmError) || signal.aborted) throw error;
      return asTheyCame(patience.aborted ? 'The reranking model did not answer in time.' : error.message);
    }
  }
}

function textOf({ title, text }: Passage): string {
  return title === null ? text : `${title}\n${text}`;
}
