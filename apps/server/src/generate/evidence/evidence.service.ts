import { Inject, Injectable } from '@nestjs/common';
import type { Adjustment } from '@groundwire/client';
import { type Llm, LlmError } from '@groundwire/llm';
import { LLM } from '../../llm/llm.token.ts';
import { LOGGER, type Logger } from '../../logging.ts';
import type { Project } from '../../projects/project.ts';
import { RetrievalService } from '../../retrieval/retrieval.service.ts';
import type { SplitRequest } from '../request/split-request.ts';
import { type Evidence, NO_PROJECT, statusOf } from './evidence.ts';
import { joined, lastQuestion, type Question } from './follow-up.ts';
import { rewriteQuery } from './rewrite-query.ts';

type Query = Pick<Evidence, 'rewrittenBy' | 'adjustments'> & { query: string };

/** Finds what a project's documents hold on a chat. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly retrieval: RetrievalService,
    @Inject(LLM) private readonly llm: Llm,
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
    const passages = await this.retrieval.retrieve(project, { ...request.retrieval, query: query.query });
    return { ...query, status: statusOf(passages), passages };
  }

  async #query(request: SplitRequest, signal: AbortSignal, asksModels: boolean): Promise<Query> {
    const question = lastQuestion(request.messages);
    if (request.options.rewrite === 'never') return asItIs(question);
    if (request.options.rewrite !== 'auto' || !hasHistory(request)) return byRule(question);
    if (!asksModels) return byRule(question, 'No model is asked here.');
    if (this.llm.resolve(request.model).provider === 'local') return byRule(question, 'This model cannot rewrite.');
    try {
      const query = await rewriteQuery(this.llm, request.model, request.messages, signal);
      return { query, rewrittenBy: 'model', adjustments: [] };
    } catch (error) {
      if (error instanceof LlmError && error.kind === 'cancelled') throw error;
      this.log.warn({ err: error }, 'the query was not rewritten');
      return byRule(question, 'The model did not rewrite the question.');
    }
  }
}

/** A first message leans on nothing. */
function hasHistory({ messages }: SplitRequest): boolean {
  return messages.filter(({ role }) => role === 'user').length > 1;
}

function asItIs({ text }: Question): Query {
  return { query: text, rewrittenBy: 'none', adjustments: [] };
}

function byRule(question: Question, instead?: string): Query {
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
  };
}
