import { Inject, Injectable } from '@nestjs/common';
import type { Adjustment } from '@groundwire/client';
import { billingOf, type Llm, LlmError } from '@groundwire/llm';
import { CallCosts } from '../../llm/call-costs.service.ts';
import { LLM } from '../../llm/llm.token.ts';
import type { Passage } from '../passage.ts';

/** A caller waits, and the passages are in a good order already. */
const PATIENCE_MS = 10_000;

/** Asks a reranking model to judge passages again, each one read together with the question. */
@Injectable()
export class RerankingService {
  constructor(
    @Inject(LLM) private readonly llm: Llm,
    private readonly costs: CallCosts,
  ) {}

  /** The model that reranks; undefined when none is configured. */
  get model(): string | undefined {
    return this.llm.modelFor('reranking');
  }

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
  ): Promise<Reranked> {
    if (passages.length === 0) return { passages: [], cost: '0' };
    const asTheyCame = (reason: string, cost: string | null): Reranked => ({
      passages: passages.slice(0, topN),
      cost,
      adjustment: { parameter: 'use_reranking', action: 'not_executed', from: true, reason, provider: null },
    });
    const { model } = this;
    if (model === undefined) return asTheyCame('No reranking model is configured: see RERANK_MODEL.', '0');
    const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    try {
      const request = { model, query, documents: passages.map(textOf), topN };
      const { results } = await this.llm.rerank(request, patience);
      const ranked = results.map(({ index, score }) => ({ ...passages[index]!, scoreReranking: score }));
      return { passages: ranked, cost: this.costs.reranking(model, query, request.documents) };
    } catch (error) {
      if (!(error instanceof LlmError) || signal.aborted) throw error;
      const cost = billingOf(error) === 'unknown' ? null : '0';
      return asTheyCame(patience.aborted ? 'The reranking model did not answer in time.' : error.message, cost);
    }
  }
}

/** Passages in their new order, and what that cost in US dollars; null when that is not known. */
interface Reranked {
  passages: Passage[];
  cost: string | null;
  adjustment?: Adjustment;
}

function textOf({ title, text }: Passage): string {
  return title === null ? text : `${title}\n${text}`;
}
