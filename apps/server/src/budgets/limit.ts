import type { Limits, LimitState } from '@groundwire/client';

export type LimitKind = LimitState['kind'];

/** A window of a limit: windows begin at full minutes, days, Mondays and months of UTC; `total` has one that never ends. */
export type Period = LimitState['period'];

/** One limit, and whose it is. */
export interface Limit {
  scope: 'tenant' | 'project';
  /** The tenant's name, or the project's id. */
  subject: string;
  kind: LimitKind;
  period: Period;
  /** Requests, tokens or US dollars, as an exact decimal. */
  most: string;
}

/** What a call takes, or took, of every limit: exact decimals. */
export type Amounts = Readonly<Record<LimitKind, string>>;

/** A period that nobody named. */
const DEFAULT_PERIOD = 'month';

/** The limits of a tenant or a project, one by one; none for what is not limited. */
export function limitsOf(scope: Limit['scope'], subject: string, limits: Limits): Limit[] {
  const { budget_usd: budget, budget_period: budgetPeriod } = limits;
  const { requests_per_minute: requests, tokens_per_minute: tokens } = limits;
  const limit = (kind: LimitKind, period: Period, most: number | null | undefined): Limit[] =>
    most == null ? [] : [{ scope, subject, kind, period, most: String(most) }];
  return [
    ...limit('requests', 'minute', requests),
    ...limit('tokens', 'minute', tokens),
    ...limit('budget', budgetPeriod ?? DEFAULT_PERIOD, budget),
  ];
}
