import { Inject, Injectable } from '@nestjs/common';
import type { ChatMessage } from '@groundwire/client';
import { type Llm, LlmError, type ModelTable, type ResolvedModel, tokenCounterOf } from '@groundwire/llm';
import { Problem } from '../../http/problems/problem.ts';
import { toProblem } from '../../http/problems/to-problem.ts';
import { LLM, MODEL_TABLE } from '../../llm/llm.token.ts';
import { type RecalledTurn, ThinkingService } from '../../thinking/thinking.service.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { fitHistory, type FittedHistory, type Recall } from '../history/fit-history.ts';
import { assemblePrompt } from '../request/assemble-prompt.ts';
import { fitPassages, type FitRequest, type FitTarget } from '../request/fit-passages.ts';
import { refuseChanges } from '../request/refuse-changes.ts';
import { maxOutputTokensOf, type SplitRequest } from '../request/split-request.ts';
import type { Candidate, ReadyCandidate } from './candidate.ts';

/** What takes room in a model's window besides the chat. */
type Wishes = Omit<FitRequest, 'messages'>;

/** Prepares the call of each model that a request names, before any of them is asked. */
@Injectable()
export class CandidatesService {
  constructor(
    @Inject(LLM) private readonly llm: Llm,
    @Inject(MODEL_TABLE) private readonly models: ModelTable,
    private readonly thinking: ThinkingService,
  ) {}

  /**
   * `model` first, then `fallbacks` in order. Throws `Problem`: for a name that means no model here, for what nobody can
   * do, and for what the only candidate cannot do.
   */
  async prepare(request: SplitRequest, evidence: Evidence, signal: AbortSignal): Promise<Candidate[]> {
    const names = [request.model, ...request.fallbacks];
    const targets = names.map((name, index) => this.#resolve(name, index));
    const candidates: Candidate[] = [];
    for (const [index, target] of targets.entries()) {
      const name = names[index] as string;
      try {
        candidates.push(await this.#ready(name, target, request, evidence, signal));
      } catch (error) {
        const refusal = toProblem(error);
        if (names.length === 1 || refusal.code !== 'unsupported_parameter') throw error;
        candidates.push({ ...target, name, refusal });
      }
    }
    return candidates;
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

  async #ready(
    name: string,
    target: ResolvedModel,
    request: SplitRequest,
    evidence: Evidence,
    signal: AbortSignal,
  ): Promise<ReadyCandidate> {
    const { parameters, hasDefaultLimit } = request;
    const wishes = wishesOf(request, evidence);
    const fitTarget = this.#fitTarget(target);
    const recall = (messages: ChatMessage[]): Promise<RecalledTurn> =>
      this.thinking.recall({ ...request, messages, model: name });
    // History first, with its thinking, which leaves passages their share; then passages, into what it leaves.
    const history = await historyOf(request, wishes, fitTarget, recall);
    const { messages: question, watch } = history;
    const fitted = await fitPassages({ ...wishes, messages: question }, fitTarget);
    const { passages = [] } = fitted;
    const messages = assemblePrompt(question, fitted.passages, wantsMarkers(request));
    const call = { model: name, messages, parameters, hasDefaultLimit, question, passages: [...passages] };
    const answer = this.llm.call(call, signal);
    const changes = [request, evidence, history, fitted, answer];
    const adjustments = changes.flatMap((change) => change.adjustments);
    if (request.strict) refuseChanges(adjustments);
    return { name, answer, watch, messages, passages, adjustments };
  }

  #fitTarget({ provider, model }: ResolvedModel): FitTarget {
    return { provider, facts: this.models.find(provider, model), counter: tokenCounterOf(provider, model) };
  }
}

function wishesOf(request: SplitRequest, { passages }: Evidence): Wishes {
  const { parameters, retrieval } = request;
  return { parameters, passages, k: retrieval.k, maxOutputTokens: maxOutputTokensOf(request) };
}

/** The caller's own chat, with as many turns before it as the window has room for. */
async function historyOf(
  { chat, messages }: SplitRequest,
  wishes: Wishes,
  target: FitTarget,
  recall: Recall,
): Promise<FittedHistory> {
  return chat === undefined
    ? { ...(await recall(messages)), adjustments: [] }
    : fitHistory(chat, wishes, target, recall);
}

/** JSON is for programs, which would trip over markers. */
function wantsMarkers({ citations, parameters }: SplitRequest): boolean {
  return citations !== 'off' && (parameters.response_format?.type ?? 'text') === 'text';
}
