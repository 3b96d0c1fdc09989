import { Injectable } from '@nestjs/common';
import type { Limits } from '@groundwire/client';
import { Database } from '../database/database.ts';
import type { Amounts, Limit } from './limit.ts';

/** What a call wants to take of a limit: an exact decimal. */
export interface Claim extends Limit {
  amount: string;
}

/** How much of a limit is used in its present window. Amounts are exact decimals. */
export interface LimitUse extends Limit {
  used: string;
  /** Never below nothing. */
  remaining: string;
  /** Until the window ends; null: it never does. */
  resetMs: number | null;
}

/** A limit that a call asked something of. */
export interface AskedLimit extends LimitUse {
  /** Whether there was room for what the call asked. */
  fits: boolean;
  /** What it asked is more than the limit itself. */
  neverFits: boolean;
}

/** A limit's state, for whoever wants to see it. */
export interface LimitState extends LimitUse {
  /** Part of `used`: of calls under way. */
  reserved: string;
}

/** What was used of limits, in SQL. The arithmetic is Postgres' own, and so is the clock: replicas share both. */
@Injectable()
export class BudgetsStore {
  constructor(private readonly database: Database) {}

  /**
   * Adds all claims to what the call has reserved, or none when one of them does not fit: one statement, one transaction.
   * Whatever is not settled after `lifetimeMs` counts as spent.
   */
  reserve(call: string, lifetimeMs: number, claims: readonly Claim[]): Promise<AskedLimit[]> {
    return this.database.query<AskedLimit>(
      `select scope, subject, kind, period, fits, amount > most as "neverFits", trim_scale(most)::text as most,
              trim_scale(used + taken)::text as used,
              trim_scale(greatest(0, most - used - taken))::text as remaining,
              ceil(extract(epoch from window_end - clock_timestamp()) * 1000)::bigint as "resetMs"
       from (select *, case when bool_and(fits) over () then amount else 0 end as taken
             from reserve_spending($1, make_interval(secs => $2), $3)) as asked`,
      [call, lifetimeMs / 1_000, JSON.stringify(claims)],
    );
  }

  /** Puts what a call took in place of what it had reserved; what is left out stays as reserved. Only the first time counts. */
  async settle(call: string, actual: Partial<Amounts>): Promise<void> {
    await this.database.query('select settle_spending($1, $2)', [call, JSON.stringify(actual)]);
  }

  /** The limits in their order. */
  state(limits: readonly Limit[]): Promise<LimitState[]> {
    return this.database.query<LimitState>(
      `select asked.scope, asked.subject, asked.kind, asked.period, trim_scale(most)::text as most,
              trim_scale(used)::text as used, trim_scale(greatest(0, most - used))::text as remaining,
              trim_scale(reserved)::text as reserved,
              ceil(extract(epoch from window_end_of(asked.period, now_at) - clock_timestamp()) * 1000)::bigint as "resetMs"
       from jsonb_to_recordset($1)
              as asked(scope text, subject text, kind text, period text, most numeric, place integer)
       cross join lateral window_start_of(asked.period, clock_timestamp()) as now_at
       cross join lateral (
         select coalesce(sum(spending.used), 0) as used from spending
         where (scope, subject, kind, period) = (asked.scope, asked.subject, asked.kind, asked.period)
           and window_start >= now_at) as counted
       cross join lateral (
         select coalesce(sum(amount), 0) as reserved from reservation
         where (scope, subject, kind, period) = (asked.scope, asked.subject, asked.kind, asked.period)
           and window_start >= now_at and expires_at > clock_timestamp()) as held
       order by place`,
      [JSON.stringify(limits.map((limit, place) => ({ ...limit, place })))],
    );
  }

  /** Whose a project is, and its limits; undefined when there is none. */
  async findLimits(projectId: string): Promise<{ tenant: string; limits: Limits } | undefined> {
    const [found] = await this.database.query<{ tenant: string; limits: Limits }>(
      'select tenant, limits from project where id = $1',
      [projectId],
    );
    return found;
  }

  /**
   * Removes reservations whose process died so long ago, and what calls still counted for projects that went, `limit` of each
   * at most; returns of which there were more. What was used stays used.
   */
  async removeExpired(maxAgeDays: number, limit: number): Promise<number> {
    const reservations = await this.database.query(
      `delete from reservation where ctid in (
         select ctid from reservation where expires_at < clock_timestamp() - make_interval(days => $1::int) limit $2::int)
       returning 1`,
      [maxAgeDays, limit],
    );
    const orphans = await this.database.query(
      `delete from spending where ctid in (
         select ctid from spending where scope = 'project'
           and not exists (select from project where project.id::text = spending.subject) limit $1::int)
       returning 1`,
      [limit],
    );
    return Math.max(reservations.length, orphans.length);
  }
}
