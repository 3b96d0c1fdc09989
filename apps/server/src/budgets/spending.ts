import { randomUUID } from 'node:crypto';
import { Problem } from '../http/problems/problem.ts';
import type { CallCeiling } from '../llm/call-costs.service.ts';
import type { AskedLimit, BudgetsStore, LimitUse } from './budgets.store.ts';
import type { Amounts, Limit, LimitKind } from './limit.ts';
import { limitProblem } from './limit-problem.ts';
import { rateLimitHeaders } from './rate-limit-headers.ts';
import { Step, type Taken, takenTogether } from './step.ts';

/** What a spending needs of its surroundings. */
export interface SpendingContext {
  store: BudgetsStore;
  /** What is not settled after so long counts as spent. */
  lifetimeMs: number;
  /** Resolves when what ended before is written, so that nobody is refused for what is free again. */
  settled(): Promise<void>;
  /** Is told once, when the call has ended; `write` settles it. */
  ended(write: () => Promise<void>): void;
}

/** What a step takes at most. */
export type Most = CallCeiling & { requests: 0 | 1 };

/**
 * What one call takes of the limits that apply to it: each step is reserved before it is taken, and all of them are
 * settled when the call has ended. Where no limit applies nothing is counted and no database is asked.
 */
export class Spending {
  readonly #call = randomUUID();
  readonly #steps: Step[] = [];
  readonly #uses = new Map<string, LimitUse>();
  #hasReserved = false;
  #hasEnded = false;

  constructor(
    private readonly limits: readonly Limit[],
    private readonly context: SpendingContext,
  ) {}

  /** Whether any limit of this kind applies, or any at all. */
  isLimited(kind?: LimitKind): boolean {
    return this.limits.some((limit) => kind === undefined || limit.kind === kind);
  }

  /** How the limits stood when the call last saw them, its own reservations included, as headers of its answer. */
  get headers(): Record<string, string> {
    return rateLimitHeaders([...this.#uses.values()]);
  }

  /**
   * Reserves what the next step takes at most. Throws a Problem: 429, which names the limit in the way; 400 where a limit
   * applies to what is not known. And whatever the database throws: then nobody may be asked.
   */
  async reserve(most: Most): Promise<Step> {
    const step = new Step(this.#amountsOf(most));
    // The first time all limits are asked, so that an answer can tell how they stand.
    const claims = this.limits
      .map((limit) => ({ ...limit, amount: step.most[limit.kind] }))
      .filter(({ amount }) => this.#uses.size === 0 || amount !== '0');
    if (claims.length > 0) {
      await this.context.settled();
      // From here on the database may hold something, whatever we hear of it.
      this.#hasReserved = true;
      this.#note(await this.context.store.reserve(this.#call, this.context.lifetimeMs, claims));
    }
    this.#steps.push(step);
    return step;
  }

  /** Reserves, works, and settles: for a call of one step. `taken` says what a result took. */
  async over<Result>(most: Most, work: () => Promise<Result>, taken: (result: Result) => Taken): Promise<Result> {
    try {
      const step = await this.reserve(most);
      try {
        const result = await work();
        step.took(taken(result));
        return result;
      } catch (error) {
        step.failed(error);
        throw error;
      }
    } finally {
      this.end();
    }
  }

  /** The call has ended: what its steps took is settled. Waits for nothing; only the first end counts. */
  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    const actual = takenTogether(this.#steps);
    this.context.ended(async () => {
      if (this.#hasReserved) await this.context.store.settle(this.#call, actual);
    });
  }

  /** Null where no limit applies may stay unknown. */
  #amountsOf({ requests, tokens, cost, unknown }: Most): Amounts {
    const isUnknown = (tokens === null && this.isLimited('tokens')) || (cost === null && this.isLimited('budget'));
    if (isUnknown) throw new Problem('price_unknown', `A limit applies, and what this takes is not known. ${unknown}`);
    return { requests: String(requests), tokens: String(tokens ?? 0), budget: cost ?? '0' };
  }

  #note(asked: readonly AskedLimit[]): void {
    for (const use of asked) this.#uses.set(`${use.scope} ${use.kind}`, use);
    const refused = asked.filter(({ fits }) => !fits);
    if (refused.length > 0) throw limitProblem(refused, this.headers);
  }
}
