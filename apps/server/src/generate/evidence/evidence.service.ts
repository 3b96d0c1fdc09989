import { Inject, Injectable } from '@nestjs/common';
import type { Adjustment } from '@groundwire/client';
import { addDollars, billingOf, type Llm, LlmError } from '@groundwire/llm';
import { type CallCeiling, CallCosts, together } from '../../llm/call-costs.service.ts';
import { LLM } from '../../llm/llm.token.ts';
import { LOGGER, type Logger } from '../../logging.ts';
import type { Project } from '../../projects/project.ts';
import { RetrievalService } from '../../retrieval/retrieval.service.ts';
import type { SplitRequest } from '../request/split-request.ts';
import { type Evidence, NO_PROJECT, statusOf } from './evidence.ts';
import { joined, lastQuestion, type Question } from './follow-up.ts';
import { MAX_QUERY_BYTES, rewriteQuery, rewritingCall } from './rewrite-query.ts';

type Query = Pick<Evidence, 'rewrittenBy' | 'adjustments' | 'cost' | 'tokens'> & { query: string };

/** Finds what a project's documents hold on a chat. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly retrieval: RetrievalService,
    @Inject(LLM) private readonly llm: Llm,
    private readonly costs: CallCosts,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** `asksModels`: whether a model may be asked to rewrite the question. Throws `LlmError` when the caller has left. */
  async find(
    project: Project | undefined,
    request: SplitRequest,
    signal: AbortSignal,
    asksModels: boolean,
  ): Promise<Evidence> {
    if (project === undefined) return NO_PROJECT;
    const query = await this.#query(request, signal, asksModels);
    const search = { ...request.retrieval, query: query.query };
    const { passages, mode, adjustments, cost } = await this.retrieval.search(project, search, signal);
    const all = [...query.adjustments, ...adjustments];
    return {
      ...query,
      status: statusOf(passages),
      mode,
      passages,
      adjustments: all,
      cost: addDollars([query.cost, cost]),
    };
  }

  /** What vendors can take at most for that; undefined when none is asked. */
  async ceiling(
    { id }: Project,
    request: SplitRequest,
    signal: AbortSignal,
    asksModels: boolean,
  ): Promise<CallCeiling | undefined> {
    const isRewritten = asksModels && wantsModel(request) && this.llm.resolve(request.model).provider !== 'local';
    const question = lastQuestion(request.messages);
    const queryBytes = Math.max(Buffer.byteLength(joined(question)), isRewritten ? MAX_QUERY_BYTES : 0);
    const searching = await this.retrieval.ceiling({ id }, request.retrieval, queryBytes);
    if (!isRewritten) return searching;
    const call = rewritingCall(request.model, request.messages);
    const rewriting = await this.costs.ceiling(this.llm.call(call, signal), call);
    return together(searching === undefined ? [rewriting] : [rewriting, searching]);
  }

  async #query(request: SplitRequest, signal: AbortSignal, asksModels: boolean): Promise<Query> {
    const question = lastQuestion(request.messages);
    if (request.options.rewrite === 'never') return asItIs(question);
    if (!wantsModel(request)) return byRule(question);
    if (!asksModels) return byRule(question, 'No model is asked here.');
    if (this.llm.resolve(request.model).provider === 'local') return byRule(question, 'This model cannot rewrite.');
    try {
      return await this.#rewritten(request, signal);
    } catch (error) {
      if (error instanceof LlmError && error.kind === 'cancelled') throw error;
      this.log.warn({ err: error }, 'the query was not rewritten');
      // It may have been billed all the same.
      const spent = billingOf(error) === 'unknown' ? UNKNOWN : NOTHING;
      return byRule(question, 'The model did not rewrite the question.', spent);
    }
  }

  async #rewritten(request: SplitRequest, signal: AbortSignal): Promise<Query> {
    const { provider: providerId, model } = this.llm.resolve(request.model);
    const { query, usage } = await rewriteQuery(this.llm, request.model, request.messages, signal);
    const cost = usage === undefined ? null : this.costs.answer({ providerId, model, usage, time: new Date() });
    return { query, rewrittenBy: 'model', adjustments: [], cost, tokens: usage?.total_tokens ?? null };
  }
}

const NOTHING = { cost: '0', tokens: 0 };
const UNKNOWN = { cost: null, tokens: null };

/** A first message leans on nothing. */
function wantsModel({ options, messages }: SplitRequest): boolean {
  return options.rewrite === 'auto' && messages.filter(({ role }) => role === 'user').length > 1;
}

function asItIs({ text }: Question): Query {
  return { query: text, rewrittenBy: 'none', adjustments: [], ...NOTHING };
}

function byRule(question: Question, instead?: string, spent: Pick<Query, 'cost' | 'tokens'> = NOTHING): Query {
  const notExecuted = (reason: string): Adjustment => ({
    parameter: 'retrieval.rewrite',
    action: 'not_executed',
    from: 'auto',
    reason: `${reason} A rule was used instead.`,
    provider: null,
  });
  return {
    query: joined(question),
    rewrittenBy: question.topic === undefined ? 'none' : 'rule',
    adjustments: instead === undefined ? [] : [notExecuted(instead)],
    ...spent,
  };
}
