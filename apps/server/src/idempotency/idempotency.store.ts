import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';

/** What is known of a key. */
export interface KeptRequest {
  /** The hash of the request that used it first. */
  request: string;
  /** Undefined while that request is under way. */
  answer: unknown;
}

const KEPT_HOURS = 24;
/** A request that its process did not end, one way or the other, may be sent again after so long. */
const LEASE_MINUTES = 15;

/** Answers by tenant and key, in SQL. */
@Injectable()
export class IdempotencyStore {
  constructor(private readonly database: Database) {}

  /** Reserves a key for a request, as long as its project is there; returns who has it when it is taken. */
  async reserve(
    tenant: string,
    key: string,
    request: string,
    projectId: string | undefined,
  ): Promise<KeptRequest | undefined> {
    const reserved = await this.database.query(
      `insert into idempotent_answer as kept (tenant, key, request, lease_until, project_id)
       values ($1, $2, $3, now() + make_interval(mins => ${LEASE_MINUTES}),
               (select id from project where id = $4::uuid and tenant = $1 for key share))
       on conflict (tenant, key) do update
       set project_id = excluded.project_id, request = excluded.request, answer = null, created_at = now(), lease_until = excluded.lease_until
       where kept.created_at < now() - make_interval(hours => ${KEPT_HOURS})
          or (kept.answer is null and kept.lease_until < now())
       returning key`,
      [tenant, key, request, projectId ?? null],
    );
    if (reserved.length > 0) return undefined;
    const [kept] = await this.database.query<{ request: string; answer: { value: unknown } | null }>(
      'select request, answer from idempotent_answer where tenant = $1 and key = $2',
      [tenant, key],
    );
    return kept && { request: kept.request, answer: kept.answer?.value };
  }

  async keep(tenant: string, key: string, answer: unknown): Promise<void> {
    await this.database.query('update idempotent_answer set answer = $3 where tenant = $1 and key = $2', [
      tenant,
      key,
      JSON.stringify({ value: answer }),
    ]);
    await this.database.query('delete from idempotent_answer where created_at < now() - make_interval(hours => $1)', [
      KEPT_HOURS,
    ]);
  }

  /** The request failed: the key is free again. */
  async release(tenant: string, key: string): Promise<void> {
    await this.database.query('delete from idempotent_answer where tenant = $1 and key = $2 and answer is null', [
      tenant,
      key,
    ]);
  }

  /** Keys of requests that died with this process. Beside a Postgres server their leases end instead. */
  async recover(): Promise<void> {
    if (this.database.engine === 'pglite') {
      await this.database.query('delete from idempotent_answer where answer is null');
    }
  }
}
