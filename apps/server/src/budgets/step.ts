import { addDollars } from '@groundwire/llm';
import { billingOfFailure } from '../llm/call-costs.service.ts';
import type { Amounts, LimitKind } from './limit.ts';

/** What a step took; what is null or absent is not known, and counts as it was reserved. */
export type Taken = Partial<Record<LimitKind, string | null>>;

/** A part of a call that takes something of limits. */
export class Step {
  #taken: Taken = {};

  /** `most`: what is reserved for it. */
  constructor(readonly most: Amounts) {}

  /** The last word on each kind counts. */
  took(taken: Taken): void {
    this.#taken = { ...this.#taken, ...taken };
  }

  /** Nobody was asked. */
  tookNothing(): void {
    this.took({ requests: '0', tokens: '0', budget: '0' });
  }

  /** It ended with an error: whoever may have been paid is taken to have been. */
  failed(error: unknown): void {
    const billing = billingOfFailure(error);
    if (billing === 'never-sent') this.tookNothing();
    else if (billing === 'refused') this.took({ tokens: '0', budget: '0' });
  }

  amount(kind: LimitKind): string {
    return this.#taken[kind] ?? this.most[kind];
  }
}

/** What the steps of a call took together, exactly. */
export function takenTogether(steps: readonly Step[]): Amounts {
  // Whole numbers are decimals too.
  const sum = (kind: LimitKind): string => addDollars(steps.map((step) => step.amount(kind))) ?? '0';
  return { requests: sum('requests'), tokens: sum('tokens'), budget: sum('budget') };
}
