import { Inject, Injectable } from '@nestjs/common';
import { type Llm, LlmError, type ResolvedModel } from '@groundwire/llm';
import { Problem } from '../../http/problems/problem.ts';
import { toProblem } from '../../http/problems/to-problem.ts';
import { LLM } from '../../llm/llm.token.ts';
import { ThinkingService } from '../../thinking/thinking.service.ts';
import type { Evidence } from '../evidence/evidence.ts';
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
   * `model` first, then `fallbacks` in order. Throws `Problem`: for a name that means no model here, for what nobody can
   * do, and for what the only candidate cannot do.
   */
  async prepare(request: SplitRequest, evidence: Evidence, signal: AbortSignal): Promise<Candidate[]> {
    const names = [request.model, ...request.fallbacks];
    const resolved = names.map((name, index) => this.#resolve(name, index));
    const candidates = resolved.map(async (target, index): Promise<Candidate> => {
      const name = names[index] as string;
      try {
        return await this.#ready(name, request, evidence, signal);
      } catch (error) {
        const refusal = toProblem(error);
        if (names.length === 1 || refusal.code !== 'unsupported_parameter') throw error;
        return { ...target, name, refusal };
      }
    });
    return Promise.all(candidates);
  }

  /** A misspelt fallback would stay unnoticed until the day it is needed. */
  #resolve(name: string, index: number): ResolvedModel {
    try {
      return this.llm.resolve(name);
    } catch (error) {
      if (index === 0 || !(error instanceof LlmError)) throw error;
      throw new Problem('model_not_found', error.message, { param: `fallbacks.${index - 1}` });
    }
  }

  async #ready(name: string, request: SplitRequest, evidence: Evidence, signal: AbortSignal): Promise<ReadyCandidate> {
    const recalled = await this.thinking.recall({ ...request, model: name });
    const messages = assemblePrompt(recalled.messages, evidence.passages, wantsMarkers(request));
    const { parameters, messages: question } = request;
    const passages = evidence.passages ?? [];
    const call = { model: name, messages, parameters, question, passages: [...passages] };
    const answer = this.llm.call(call, signal);
    const adjustments = [...request.adjustments, ...evidence.adjustments, ...answer.adjustments];
    if (request.strict) refuseChanges(adjustments);
    return { name, answer, watch: recalled.watch, messages, passages, adjustments };
  }
}

/** JSON is for programs, which would trip over markers. */
function wantsMarkers({ citations, parameters }: SplitRequest): boolean {
  return citations !== 'off' && (parameters.response_format?.type ?? 'text') === 'text';
}
