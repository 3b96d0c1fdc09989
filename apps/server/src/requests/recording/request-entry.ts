import type { Adjustment, Attempt, ChatMessage, ProblemCode, Usage } from '@groundwire/client';
import { toProblem } from '../../http/problems/to-problem.ts';
import { timeOfId } from '../../http/time-ordered-id.ts';
import type { NewRequest } from '../request-row.ts';
import { keepContent } from './keep-content.ts';
import { type RequestLabels, readRequest } from './read-request.ts';

/** What is known of a request when it comes. */
export type Arrival = Pick<NewRequest, 'id' | 'tenant' | 'projectId' | 'operation' | 'userAgent'> & {
  /** Of `performance.now()`. */
  arrivedAt: number;
};

/** A model that may be asked. */
export interface PlannedModel {
  /** As the caller named it. */
  name: string;
  provider: string;
  /** As that provider names it. */
  model: string;
  adjustments: readonly Adjustment[];
}

/** What is known before anybody is asked. */
export interface Plan {
  retrieval: Pick<NewRequest, 'retrievalStatus' | 'k'>;
  models: readonly PlannedModel[];
}

/** How an answer ended. */
export interface Outcome {
  answeredBy: PlannedModel | undefined;
  modelReported: string | null;
  usage: Usage | null;
  cost: number | null;
  estimated: boolean;
  finishReason: string | null;
  firstTokenMs: number | null;
  /** Whether its last part came. */
  complete: boolean;
  /** Why it did not, where that was no doing of the caller's. */
  failure: ProblemCode | null;
  attempts: readonly Attempt[];
  said: ChatMessage | undefined;
}

type Question = RequestLabels & { messages: readonly ChatMessage[]; mayRewrite: boolean };
type CheckedBody = { messages: readonly ChatMessage[]; retrieval?: { rewrite?: string } };
type Failure = Pick<NewRequest, 'errorType' | 'errorParam' | 'attempts'>;

/** One request on its way: whoever learns something of it says so here. It is recorded when its answer has ended. */
export class RequestEntry {
  #question: Question | undefined;
  #plan: Plan | undefined;
  #outcome: Outcome | undefined;
  #failure: Failure | undefined;
  #adjustments: Adjustment[] = [];
  #end: Pick<NewRequest, 'status' | 'aborted' | 'latencyMs'> | undefined;
  #isSettled = false;

  /** `onEnd` is told once; `keepsContent`: what is said is recorded too. */
  constructor(
    private readonly arrival: Arrival,
    readonly keepsContent: boolean,
    private readonly onEnd: (request: NewRequest) => void,
  ) {}

  get arrivedAt(): number {
    return this.arrival.arrivedAt;
  }

  /** The request as it was checked. */
  asks(body: CheckedBody): void {
    const { messages, retrieval } = body;
    const kept = this.keepsContent ? messages : [];
    this.#question = { ...readRequest(body), messages: kept, mayRewrite: retrieval?.rewrite === 'auto' };
  }

  /** Changes to the request that were made before it was planned. */
  adjusted(adjustments: readonly Adjustment[]): void {
    this.#adjustments.push(...adjustments);
  }

  planned(plan: Plan): void {
    this.#plan = plan;
  }

  answered(outcome: Outcome): void {
    this.#outcome = outcome;
  }

  /** Nothing that happens after the caller has left is a failure. */
  failed(error: unknown): void {
    if (this.#end?.aborted === true) return;
    const { code, param, attempts = [] } = toProblem(error);
    this.#failure = { errorType: code, errorParam: param, attempts: [...attempts] };
  }

  /** The connection has no more to do with it. `status` is undefined when none was sent. */
  closed(status: number | undefined, isWhole: boolean): void {
    if (this.#end !== undefined) return;
    const latencyMs = Math.round(performance.now() - this.arrivedAt);
    // 499: nginx' word for a caller who has left.
    this.#end = { status: status ?? 499, aborted: !isWhole, latencyMs };
    this.#finish();
  }

  /** Nobody works on it any more. `body` is read when it was refused before it was asked. */
  settled(body: unknown): void {
    if (this.#isSettled) return;
    this.#question ??= { ...readRequest(body), messages: [], mayRewrite: false };
    this.#isSettled = true;
    this.#finish();
  }

  #finish(): void {
    if (this.#end === undefined || !this.#isSettled) return;
    const { id, tenant, projectId, operation, userAgent } = this.arrival;
    const { messages, mayRewrite: _, ...labels } = this.#question!;
    const model = this.#model();
    this.onEnd({
      ...{ id, tenant, projectId, operation, userAgent, createdAt: timeOfId(id) },
      ...labels,
      ...this.#end,
      ...this.#result(),
      ...this.#error(this.#end.aborted),
      provider: model?.provider ?? null,
      modelUsed: model?.model ?? null,
      retrievalStatus: this.#plan?.retrieval.retrievalStatus ?? null,
      k: this.#plan?.retrieval.k ?? null,
      adjustments: [...this.#adjustments, ...(model?.adjustments ?? [])],
      content: this.keepsContent ? keepContent(messages, this.#outcome?.said) : null,
    });
  }

  /** The one that answered, else the one that failed last. */
  #model(): PlannedModel | undefined {
    if (this.#outcome !== undefined) return this.#outcome.answeredBy;
    const models = this.#plan?.models ?? [];
    const last = this.#failure?.attempts.at(-1)?.model;
    return models.find(({ name }) => name === last) ?? models[0];
  }

  #result() {
    const {
      usage = null,
      modelReported = null,
      estimated = false,
      finishReason = null,
      firstTokenMs = null,
    } = this.#outcome ?? {};
    return { usage, modelReported, estimated, finishReason, firstTokenMs, cost: this.#cost() };
  }

  /** Nothing is spent before there is a plan, but for asking a model to rewrite the question. */
  #cost(): number | null {
    if (this.#outcome !== undefined) return this.#outcome.cost;
    return this.#plan === undefined && this.#question?.mayRewrite === false ? 0 : null;
  }

  #error(aborted: boolean): Failure {
    const { failure = null, complete = true, attempts = [] } = this.#outcome ?? {};
    if (this.#failure !== undefined) return { ...this.#failure, attempts: [...attempts, ...this.#failure.attempts] };
    const errorType = failure ?? (complete || aborted ? null : 'internal_error');
    return { errorType, errorParam: null, attempts: [...attempts] };
  }
}
