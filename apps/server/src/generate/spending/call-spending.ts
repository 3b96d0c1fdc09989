import { type CallParameters, fromCostNumber } from '@groundwire/llm';
import type { Spending } from '../../budgets/spending.ts';
import type { Step } from '../../budgets/step.ts';
import { billingOfFailure, type CallCeiling, type CallCosts, dearest } from '../../llm/call-costs.service.ts';
import type { AnswerRecord } from '../answer/record.ts';
import type { AskingObserver } from '../candidates/first-to-answer.ts';
import type { Candidate, ReadyCandidate } from '../candidates/candidate.ts';
import type { Evidence } from '../evidence/evidence.ts';

/**
 * What one call of `generate` takes of limits: for finding evidence, then for one candidate after the other, each reserved
 * before anybody is asked. Whoever may have been paid is taken to have been; the rest is given back.
 */
export class CallSpending implements AskingObserver {
  readonly #ceilings = new Map<Candidate, CallCeiling>();
  /** The request is counted with the first step. */
  #first: Step | undefined;
  #finding: Step | undefined;
  /** Covers the candidate that is being asked. */
  #asking: Step | undefined;
  #isBeingAsked = false;
  #hasReachedSomebody = false;

  constructor(
    private readonly spending: Spending,
    private readonly costs: CallCosts,
  ) {}

  /** How the limits stand, as headers. */
  get limits(): Readonly<Record<string, string>> {
    return this.spending.headers;
  }

  /** `ceilingOf` is asked only where there is a limit; undefined: finding takes nothing. Throws a Problem (429, 400). */
  async reserveEvidence(ceilingOf: () => Promise<CallCeiling | undefined>): Promise<void> {
    const ceiling = this.spending.isLimited() ? await ceilingOf() : undefined;
    if (ceiling === undefined) return;
    this.#finding = await this.#reserve(ceiling);
    this.#hasReachedSomebody = true;
  }

  foundEvidence({ cost, tokens }: Pick<Evidence, 'cost' | 'tokens'>): void {
    this.#finding?.took({ budget: cost, tokens: tokens === null ? null : String(tokens) });
    this.#hasReachedSomebody = cost !== '0';
  }

  /** For the dearest of the candidates. Throws a Problem (429, 400) when a limit is in the way. */
  async reserveAnswer(candidates: readonly Candidate[], parameters: CallParameters): Promise<void> {
    if (!this.spending.isLimited()) return;
    for (const candidate of candidates) {
      if ('refusal' in candidate) continue;
      const { answer, messages } = candidate;
      this.#ceilings.set(candidate, await this.costs.ceiling(answer, { messages, parameters }));
    }
    this.#asking = await this.#reserve(dearest([...this.#ceilings.values()]));
  }

  /** What was reserved may be gone with an earlier candidate: then this one's part is, before it is asked. */
  async beforeAsking(candidate: Candidate): Promise<void> {
    const ceiling = this.#ceilings.get(candidate);
    if (ceiling !== undefined) this.#asking ??= await this.#reserve(ceiling);
    this.#isBeingAsked = true;
  }

  failedToAnswer(candidate: Candidate, error: unknown): void {
    this.#isBeingAsked = false;
    const billing = billingOfFailure(error);
    if (billing !== 'never-sent') this.#hasReachedSomebody = true;
    const ceiling = this.#ceilings.get(candidate);
    if (billing !== 'unknown' || ceiling === undefined) return;
    this.#asking?.took(amountsOf(ceiling));
    this.#asking = undefined;
  }

  /** The answer has ended, wholly or not. */
  answered({ usage, cost }: Pick<AnswerRecord, 'usage' | 'cost'>, { answer }: ReadyCandidate): void {
    const isOurs = answer.request === undefined;
    const tokens = usage === null ? null : String(usage.total_tokens);
    this.#asking?.took({ tokens: isOurs ? '0' : tokens });
    if (cost !== null) {
      // The record's cost holds the evidence's.
      this.#finding?.took({ budget: '0' });
      this.#asking?.took({ budget: fromCostNumber(cost) });
    } else if (isOurs) this.#asking?.took({ budget: '0' });
    this.spending.end();
  }

  /** No answer has begun, or it was lost on our side: what is being asked then stays as reserved. */
  failed(): void {
    if (!this.#isBeingAsked) {
      this.#asking?.took({ tokens: '0', budget: '0' });
      if (!this.#hasReachedSomebody) this.#first?.took({ requests: '0' });
    }
    this.spending.end();
  }

  async #reserve(ceiling: CallCeiling): Promise<Step> {
    const step = await this.spending.reserve({ ...ceiling, requests: this.#first === undefined ? 1 : 0 });
    this.#first ??= step;
    return step;
  }
}

function amountsOf({ tokens, cost }: CallCeiling): { tokens: string | null; budget: string | null } {
  return { tokens: tokens === null ? null : String(tokens), budget: cost };
}
