import { Inject, Injectable } from '@nestjs/common';
import { type Llm, LlmError } from '@groundwire/llm';
import { Problem } from '../../http/problems/problem.ts';
import { toProblem } from '../../http/problems/to-problem.ts';
import { LLM } from '../../llm/llm.token.ts';
import type { Passage } from '../../retrieval/passage.ts';
import { ThinkingService } from '../../thinking/thinking.service.ts';
import { assemblePrompt } from '../request/assemble-prompt.ts';
import { refuseChanges } from '../request/refuse-changes.ts';
import type { SplitRequest } from '../request/split-request.ts';
import type { Candidate, ReadyCandidate } from './candidate.ts';

/** Prepares the call of each model that a request names, before any of them is asked. */
@Injectable()
export class CandidatesService {
  constructor(
    @Inject(LLM) private readonly llm: Llm,
    private readonly thinking: ThinkingService,
  ) {}

  /**
   * `model` first, then `fallbacks` in order; `passages` is undefined when there is no project to retrieve from. Throws
   * `Problem`: for a name that means no model here, for what nobody can do, and for what the only candidate cannot do.
   */
  async prepare(
    request: SplitRequest,
    passages: readonly Passage[] | undefined,
    signal: AbortSignal,
  ): Promise<Candidate[]> {
    const names = [request.model, ...request.fallbacks];
    const providers = names.map((name, index) => this.#providerOf(name, index));
    const candidates = names.map(async (name, index): Promise<Candidate> => {
      try {
        return await this.#ready(name, request, passages, signal);
      } catch (error) {
        const refusal = toProblem(error);
        if (names.length === 1 || refusal.code !== 'unsupported_parameter') throw error;
        return { name, provider: providers[index] as string, refusal };
      }
    });
    return Promise.all(candidates);
  }

  /** A misspelt fallback would stay unnoticed until the day it is needed. */
  #providerOf(name: string, index: number): string {
    try {
      return this.llm.resolve(name).provider;
    } catch (error) {
      if (index === 0 || !(error instanceof LlmError)) throw error;
      throw new Problem('model_not_found', error.message, { param: `fallbacks.${index - 1}` });
    }
  }

  async #ready(
    name: string,
    request: SplitRequest,
    passages: readonly Passage[] | undefined,
    signal: AbortSignal,
  ): Promise<ReadyCandidate> {
    const { messages: known, watch } = await this.thinking.recall({ ...request, model: name });
    const messages = assemblePrompt(known, passages);
    const { parameters, messages: question } = request;
    const call = { model: name, messages, parameters, question, passages: [...(passages ?? [])] };
    const answer = this.llm.call(call, signal);
    const adjustments = [...request.adjustments, ...answer.adjustments];
    if (request.strict) refuseChanges(adjustments);
    return { name, answer, watch, passages: passages ?? [], adjustments };
  }
}
