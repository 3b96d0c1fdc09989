// The hot path, in the order it runs: load project, split, retrieve, prepare each candidate, ask, record, respond.
import { Inject, Injectable } from '@nestjs/common';
import type { ChatCompletion } from '@groundwire/client';
import { questionText } from '@groundwire/llm';
import { CONFIG, type Config } from '../config.ts';
import { LOGGER, type Logger } from '../logging.ts';
import type { Project } from '../projects/project.ts';
import { ProjectsService } from '../projects/projects.service.ts';
import type { Passage } from '../retrieval/passage.ts';
import { RetrievalService } from '../retrieval/retrieval.service.ts';
import { annotate } from './answer/annotate.ts';
import { CandidatesService } from './candidates/candidates.service.ts';
import { type BegunAnswer, firstToAnswer } from './candidates/first-to-answer.ts';
import type { GenerateInput } from './request/generate-input.ts';
import { type AnswerRecord, record } from './answer/record.ts';
import { type Additions, completionOf, framesOf } from './answer/respond.ts';
import { sourceOf } from './answer/source.ts';
import { type SplitRequest, splitRequest } from './request/split-request.ts';

/** An answer on its way: whole, or as frames when the caller asked to stream. */
export type GenerateOutput =
  | { conversationId: string | undefined; completion: ChatCompletion }
  | { conversationId: string | undefined; frames: AsyncIterable<string | Uint8Array> };

@Injectable()
export class GenerateService {
  constructor(
    private readonly projects: ProjectsService,
    private readonly retrieval: RetrievalService,
    private readonly candidates: CandidatesService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Throws `Problem` and `LlmError`; a stream throws them while it is iterated. */
  async generate(input: GenerateInput, signal: AbortSignal): Promise<GenerateOutput> {
    const startedAt = performance.now();
    const project = await this.#load(input);
    const request = splitRequest(input);
    const passages = await this.#retrieve(project, request);
    const candidates = await this.candidates.prepare(request, passages, signal);
    const begun = await firstToAnswer(candidates);
    const parts = record(begun, startedAt, (facts) => this.#keep(facts));
    const additions = this.#additions(request, begun, project);
    const { conversationId } = request;
    return request.parameters.stream === true
      ? { conversationId, frames: framesOf(parts, additions) }
      : { conversationId, completion: await completionOf(parts, additions) };
  }

  async #load({ tenant, projectId }: GenerateInput): Promise<Project | undefined> {
    return projectId === undefined ? undefined : this.projects.require(tenant, projectId);
  }

  /** Undefined when there is no project to retrieve from. */
  async #retrieve(project: Project | undefined, { messages, retrieval }: SplitRequest): Promise<Passage[] | undefined> {
    if (project === undefined) return undefined;
    return this.retrieval.retrieve(project, { query: questionText(messages), ...retrieval });
  }

  #additions(request: SplitRequest, { candidate, attempts }: BegunAnswer, project: Project | undefined): Additions {
    const { answer, passages, adjustments } = candidate;
    return {
      provider: answer.provider,
      sources: passages.map(sourceOf),
      adjustments,
      attempts: request.fallbacks.length === 0 ? undefined : attempts,
      conversationId: request.conversationId,
      cite:
        project === undefined || passages.length === 0
          ? undefined
          : (text) => annotate(text, passages, (passage) => this.#urlOf(project, passage)),
      includeUsage: request.parameters.stream_options?.include_usage === true,
    };
  }

  #urlOf(project: Project, { id, metadata }: Passage): string {
    return typeof metadata.url === 'string'
      ? metadata.url
      : `${this.config.publicUrl}/v1/projects/${project.id}/chunks/${id}`;
  }

  #keep(facts: AnswerRecord): void {
    this.log.info(facts, 'answer');
  }
}
