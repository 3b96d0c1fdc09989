import type { Adjustment } from '@groundwire/client';
import { LlmError } from '../../../llm-error.ts';
import { asksForNothing } from '../../../policy/asks-for-nothing.ts';
import type { Policy } from '../../../policy/policy.ts';
import type { CallParameters, ModelCall, ParameterName } from '../../../types.ts';
import type { WireMessage } from '../messages/wire-message.ts';

/** One conversion of `to-request.ts`: it changes the draft, and reports what it changed. */
export type Step = (draft: Draft) => void;

/** A request being made. Every change goes through it, so that none goes unreported. */
export class Draft {
  readonly adjustments: Adjustment[] = [];
  /** What goes out under names that the contract does not have. */
  readonly extras: Record<string, unknown> = {};
  readonly parameters: CallParameters;
  /** The limit of tokens is not the caller's. */
  readonly hasDefaultLimit: boolean;
  /** What holds for this provider and model. */
  readonly policy: Policy;
  readonly providerId: string;
  messages: WireMessage[] = [];
  /** How often the request is sent, for one answer each time. */
  calls = 1;
  /** Texts at which we end the answer, as the provider does not. */
  ownStops: readonly string[] = [];

  constructor(call: Pick<ModelCall, 'parameters' | 'hasDefaultLimit'>, policy: Policy, providerId: string) {
    this.parameters = { ...call.parameters };
    this.hasDefaultLimit = call.hasDefaultLimit === true;
    this.policy = policy;
    this.providerId = providerId;
  }

  /**
   * Leaves a parameter out, and reports it unless it asks for nothing. `because` is the provider's id when another provider
   * would take it.
   */
  drop(name: ParameterName, reason: string, because: string | null = null): void {
    const from = this.parameters[name];
    const isLoss = !asksForNothing(name, from, this.parameters);
    if (isLoss) this.report({ parameter: name, action: 'dropped', from, reason, provider: because });
    delete this.parameters[name];
  }

  /** Sends another value than the caller's: one with the same meaning, or the nearest. */
  change<Name extends ParameterName>(
    name: Name,
    to: NonNullable<CallParameters[Name]>,
    reason: string,
    action: Adjustment['action'] = 'translated',
    because: string | null = null,
  ): void {
    this.report({ parameter: name, action, from: this.parameters[name], to, reason, provider: because });
    this.parameters[name] = to;
  }

  /** Sends a parameter under names that the contract does not have. */
  send(name: ParameterName, extras: Record<string, unknown>, action: 'renamed' | 'translated', reason: string): void {
    const [wireName] = Object.keys(extras);
    const change = action === 'renamed' ? { from: name, to: wireName } : { from: this.parameters[name], to: extras };
    this.report({ parameter: name, action, ...change, reason, provider: this.providerId });
    Object.assign(this.extras, extras);
    delete this.parameters[name];
  }

  report(adjustment: Adjustment): void {
    this.adjustments.push(adjustment);
  }

  /** What to throw when leaving something out would change the meaning of the answer. */
  refusal(param: string, advice = 'Leave it out or choose another provider.'): LlmError {
    const { providerId: provider } = this;
    const message = `\`${provider}\` cannot do what \`${param}\` asks for with this model. ${advice}`;
    return new LlmError('unsupported', message, { param, provider });
  }
}
