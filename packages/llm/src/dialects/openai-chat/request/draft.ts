import type { Adjustment } from '@groundwire/client';
import type { CallParameters, LlmProvider, ParameterName } from '../../../types.ts';

/** One conversion of `to-request.ts`: it changes the draft, and reports what it changed. */
export type Step = (draft: Draft) => void;

/** A request being made. Every change goes through it, so that none goes unreported. */
export class Draft {
  readonly adjustments: Adjustment[] = [];
  /** Parameters that got another name than the contract's. */
  readonly renamed: Record<string, unknown> = {};
  readonly parameters: CallParameters;
  readonly provider: LlmProvider;
  readonly providerId: string;

  constructor(parameters: CallParameters, provider: LlmProvider, providerId: string) {
    this.parameters = { ...parameters };
    this.provider = provider;
    this.providerId = providerId;
  }

  /** Leaves a parameter out. `because` is the provider's id when another provider would take it. */
  drop(name: ParameterName, reason: string, because: string | null = null): void {
    this.report({ parameter: name, action: 'dropped', from: this.parameters[name], reason, provider: because });
    delete this.parameters[name];
  }

  /** Sends another value than the caller's, with the same meaning or the nearest one. */
  change<Name extends ParameterName>(
    name: Name,
    to: NonNullable<CallParameters[Name]>,
    reason: string,
    action: 'translated' | 'clamped' | 'defaulted' = 'translated',
  ): void {
    this.report({ parameter: name, action, from: this.parameters[name], to, reason, provider: null });
    this.parameters[name] = to;
  }

  report(adjustment: Adjustment): void {
    this.adjustments.push(adjustment);
  }
}
