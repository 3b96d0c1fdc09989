// The hot path, in the order it runs: load project, split, join the conversation, find evidence, prepare each candidate, ask, record, respond.
import { Inject, Injectable } from '@nestjs/common';
import type { ChatCompletion, ExplainedRequest } from '@groundwire/client';
import { BudgetsService } from '../budgets/budgets.service.ts';
import { CallCosts } from '../llm/call-costs.service.ts';
import type { TurnUnderWay } from '../conversations/turns-under-way.ts';
import { ConversationsService } from '../conversations/conversations.service.ts';
import { Problem } from '../http/problems/problem.ts';
import { LOGGER, type Logger } from '../logging.ts';
import type { Project } from '../projects/project.ts';
import { PassageLinksService } from '../passages/passage-links.service.ts';
import { ProjectsService } from '../projects/projects.service.ts';
import { PromptsService } from '../prompts/prompts.service.ts';
import type { RequestEntry } from '../requests/recording/request-entry.ts';
import { RequestLogService } from '../requests/recording/request-log.service.ts';
import type { Passage } from '../retrieval/passage.ts';
import { Citing } from './answer/citing/citing.ts';
import { costOfCall } from './answer/cost-of-call.ts';
import { explain } from './answer/explain.ts';
import { outcomeOf, planOf } from './answer/log-facts.ts';
import { record } from './answer/record.ts';
import { type Additions, completionOf, framesOf } from './answer/respond.ts';
import { sourceOf } from './answer/source.ts';
import { Transcript } from './answer/transcript.ts';
import type { Candidate } from './candidates/candidate.ts';
import { CandidatesService } from './candidates/candidates.service.ts';
import { type BegunAnswer, firstToAnswer } from './candidates/first-to-answer.ts';
import { type Evidence, reportOf } from './evidence/evidence.ts';
import { EvidenceService } from './evidence/evidence.service.ts';
import { refusalCandidate } from './evidence/refusal-candidate.ts';
import { HistoryService } from './history/history.service.ts';
import type { GenerateInput } from './request/generate-input.ts';
import { type SplitRequest, splitRequest } from './request/split-request.ts';
import { CallSpending } from './spending/call-spending.ts';

/** An answer on its way: whole, or as frames when the caller asked to stream. */
export type GenerateOutput = Answered &
  ({ completion: ChatCompletion } | { frames: AsyncIterable<string | Uint8Array> });

/** What its headers tell. */
interface Answered {
  conversationId: string | undefined;
  /** How the limits stand that apply, as headers tell it. */
  limits: Readonly<Record<string, string>>;
}

/** A request with all that is known before anybody is asked. */
interface PreparedRequest {
  tenant: string;
  project: Project | undefined;
  request: SplitRequest;
  evidence: Evidence;
  candidates: Candidate[];
}

@Injectable()
export class GenerateService {
  constructor(
    private readonly projects: ProjectsService,
    private readonly conversations: ConversationsService,
    private readonly history: HistoryService,
    private readonly prompts: PromptsService,
    private readonly evidence: EvidenceService,
    private readonly candidates: CandidatesService,
    private readonly links: PassageLinksService,
    private readonly budgets: BudgetsService,
    private readonly costs: CallCosts,
    private readonly requests: RequestLogService,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Throws `Problem` and `LlmError`; a stream throws them while it is iterated. */
  async generate(input: GenerateInput, signal: AbortSignal): Promise<GenerateOutput> {
    const entry = this.requests.entryOf(input.requestId);
    entry.asks(input.body);
    const project = await this.#load(input);
    const spending = this.#spending(input, project);
    try {
      return await this.#answer(input, entry, project, spending, signal);
    } catch (error) {
      spending.failed();
      throw error;
    }
  }

  async #answer(
    input: GenerateInput,
    entry: RequestEntry,
    project: Project | undefined,
    spending: CallSpending,
    signal: AbortSignal,
  ): Promise<GenerateOutput> {
    const prepared = await this.#prepare(input, project, spending, signal, true);
    entry.planned(planOf(prepared));
    await spending.reserveAnswer(prepared.candidates, prepared.request.parameters);
    const begun = await firstToAnswer(prepared.candidates, spending);
    const turn = this.#turn(prepared, begun, input.requestId);
    const transcript = turn?.transcript ?? (entry.keepsContent ? new Transcript() : undefined);
    const additions = this.#additions(prepared, begun, transcript);
    const parts = record(begun, entry.arrivedAt, additions.costOf, (facts) => {
      this.log.info(facts, 'answer');
      spending.answered(facts, begun.candidate);
      entry.answered(outcomeOf(facts, begun, additions));
      turn?.end(facts.complete || turn.transcript.isFinished ? 'complete' : signal.aborted ? 'aborted' : 'failed');
    });
    const { conversationId, parameters } = prepared.request;
    const answered = { conversationId, limits: spending.limits };
    return parameters.stream === true
      ? { ...answered, frames: framesOf(parts, additions) }
      : { ...answered, completion: await completionOf(parts, additions) };
  }

  /** Everything that `generate` does before it asks a model. Throws `Problem` and `LlmError`. */
  async explain(input: GenerateInput, signal: AbortSignal): Promise<ExplainedRequest> {
    const project = await this.#load(input);
    const spending = this.#spending(input, project);
    try {
      const { request, evidence, candidates } = await this.#prepare(input, project, spending, signal, false);
      return await explain(this.costs, request, evidence, candidates);
    } finally {
      spending.failed();
    }
  }

  #spending({ tenant, body }: GenerateInput, project: Project | undefined): CallSpending {
    return new CallSpending(this.budgets.open(tenant, project, 2 + (body.fallbacks?.length ?? 0)), this.costs);
  }

  async #prepare(
    input: GenerateInput,
    project: Project | undefined,
    spending: CallSpending,
    signal: AbortSignal,
    asksModels: boolean,
  ): Promise<PreparedRequest> {
    const request = await this.#continued(project, splitRequest(await this.#withProfile(input)));
    if (project !== undefined) {
      await spending.reserveEvidence(() => this.evidence.ceiling(project, request, signal, asksModels));
    }
    const evidence = await this.evidence.find(project, request, signal, asksModels);
    spending.foundEvidence(evidence);
    const candidates = await this.#candidates(request, evidence, signal);
    return { tenant: input.tenant, project, request, evidence, candidates };
  }

  async #load({ tenant, projectId }: GenerateInput): Promise<Project | undefined> {
    return projectId === undefined ? undefined : this.projects.require(tenant, projectId);
  }

  async #withProfile(input: GenerateInput): Promise<GenerateInput> {
    const messages = await this.prompts.prepend(input.projectId, input.body.messages);
    return { ...input, body: { ...input.body, messages } } as GenerateInput;
  }

  /** With the turns of the conversation that the request names, before its own messages. */
  async #continued(project: Project | undefined, request: SplitRequest): Promise<SplitRequest> {
    const { conversationId } = request;
    if (project === undefined || conversationId === undefined) return request;
    const chat = await this.history.join(project.id, conversationId, request);
    const past = chat.past.flatMap((piece) => piece.messages);
    return { ...request, chat, messages: [...chat.system, ...past, ...chat.asked] };
  }

  async #candidates(request: SplitRequest, evidence: Evidence, signal: AbortSignal): Promise<Candidate[]> {
    const candidates = await this.candidates.prepare(request, evidence, signal);
    if (evidence.status !== 'none') return candidates;
    const { on_no_evidence: onNoEvidence } = request.options;
    if (onNoEvidence === 'error') throw new Problem('no_evidence');
    return onNoEvidence === 'refuse' ? [refusalCandidate(request, evidence)] : candidates;
  }

  #additions(
    prepared: PreparedRequest,
    { candidate, attempts }: BegunAnswer,
    transcript: Transcript | undefined,
  ): Additions {
    const { request, evidence } = prepared;
    const { answer, passages, adjustments } = candidate;
    return {
      provider: answer.provider,
      sources: passages.map(sourceOf),
      retrieval: reportOf(evidence, request.retrieval),
      adjustments,
      attempts: request.fallbacks.length === 0 ? undefined : attempts,
      conversationId: request.conversationId,
      citing: this.#citing(prepared, passages),
      costOf: costOfCall(this.costs, answer, request, evidence.cost),
      transcript,
      includeUsage: request.parameters.stream_options?.include_usage === true,
    };
  }

  #citing({ tenant, project, request }: PreparedRequest, passages: readonly Passage[]): Citing | undefined {
    const { citations } = request;
    if (project === undefined || passages.length === 0 || citations === 'off') return undefined;
    return new Citing(passages, citations === 'markers', (passage) => this.#urlOf(tenant, project, passage));
  }

  #urlOf(tenant: string, project: Project, { id, metadata }: Passage): string {
    if (typeof metadata.url === 'string') return metadata.url;
    return this.links.urlOf(tenant, { projectId: project.id, chunkId: id });
  }

  /** Undefined when the request continues no conversation. */
  #turn({ request }: PreparedRequest, { candidate }: BegunAnswer, requestId: string | null): Turn | undefined {
    const { chat, conversationId } = request;
    if (chat === undefined || conversationId === undefined) return undefined;
    const transcript = new Transcript();
    const { provider, model } = candidate.answer;
    const sources = candidate.passages.map(({ id, documentId: document, title, score }) => ({
      id,
      document,
      title,
      score,
    }));
    const underWay = this.conversations.begin(conversationId, () => ({
      messages: chat.added,
      answer: transcript.message,
      annotations: transcript.annotations,
      sources,
      provider,
      model: transcript.model ?? model,
      requestId,
    }));
    return { ...underWay, transcript };
  }
}

/** An answer that will be kept, with what it has said so far. */
type Turn = TurnUnderWay & { transcript: Transcript };
