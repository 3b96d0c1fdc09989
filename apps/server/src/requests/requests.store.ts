import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { conditionOf } from './reading/filter-condition.ts';
import type { RequestFilter } from './reading/request-filter.ts';
import type { RequestRow } from './request-row.ts';

const COLUMNS = `
  id, created_at as "createdAt", operation, status, stream, aborted, latency_ms as "latencyMs",
  first_token_ms as "firstTokenMs", user_agent as "userAgent", model, provider, model_used as "modelUsed",
  model_reported as "modelReported", usage, cost::text as cost, estimated, finish_reason as "finishReason",
  error_type as "errorType", error_param as "errorParam", retrieval_status as "retrievalStatus", k, adjustments, attempts,
  end_user as "user", metadata, conversation_id as "conversationId"`;

/** Sums over requests; of one day and model, or of all when `day` is null. */
export interface UsageRow {
  day: string | null;
  provider: string | null;
  model: string | null;
  requests: number;
  failed: number;
  aborted: number;
  promptTokens: number;
  completionTokens: number;
  totalTokens: number;
  /** US dollars, exactly. */
  cost: string;
  costUnknown: number;
  estimated: number;
}

/** Reads requests in SQL. Every look-up takes the project beside the id; whose the project is was checked. */
@Injectable()
export class RequestsStore {
  constructor(private readonly database: Database) {}

  /** Newest first, from behind the request `after` on. */
  async page(projectId: string, filter: RequestFilter, limit: number, after: string | undefined) {
    const { sql, values } = conditionOf(projectId, filter);
    const rows = await this.database.query<PlainRow>(
      `select ${COLUMNS} from request
       where ${sql} and ($${values.length + 1}::uuid is null or id < $${values.length + 1}::uuid)
       order by id desc limit $${values.length + 2}::int`,
      [...values, after ?? null, limit],
      { isOneOff: true },
    );
    return rows.map(parseRow);
  }

  async find(projectId: string, id: string): Promise<RequestRow | undefined> {
    const [row] = await this.database.query<PlainRow>(
      `select ${COLUMNS}, content from request where project_id = $1 and id = $2`,
      [projectId, id],
    );
    return row && parseRow(row);
  }

  /** Newest day first, and in the end the sums of all. */
  async usage(projectId: string, filter: RequestFilter): Promise<UsageRow[]> {
    const { sql, values } = conditionOf(projectId, filter);
    return this.database.query<UsageRow>(
      `select to_char(day, 'YYYY-MM-DD') as day, provider, model_used as model, count(*) as requests,
              count(error_type) as failed, count(*) filter (where aborted) as aborted,
              coalesce(sum(prompt_tokens), 0) as "promptTokens",
              coalesce(sum(completion_tokens), 0) as "completionTokens",
              coalesce(sum(total_tokens), 0) as "totalTokens", trim_scale(coalesce(sum(cost), 0))::text as cost,
              count(*) - count(cost) as "costUnknown", count(*) filter (where estimated) as estimated
       from (select *, (created_at at time zone 'UTC')::date as day from request where ${sql}) as chosen
       group by grouping sets ((day, provider, model_used), ())
       order by grouping(day), day desc, provider nulls last, model_used`,
      values,
      { isOneOff: true },
    );
  }

  /** Removes at most `limit` requests that are too old; returns how many. Servers that do so together share the work. */
  async removeExpired(maxAgeDays: number, limit: number): Promise<number> {
    const removed = await this.database.query(
      `delete from request where (project_id, id) in (
         select project_id, id from request where created_at <= now() - make_interval(days => $1::int)
         order by created_at limit $2::int for update skip locked)
       returning 1`,
      [maxAgeDays, limit],
    );
    return removed.length;
  }
}

type PlainRow = Omit<RequestRow, 'cost' | 'content'> & { cost: string | null } & Partial<Pick<RequestRow, 'content'>>;

function parseRow({ cost, content = null, ...row }: PlainRow): RequestRow {
  return { ...row, cost: cost === null ? null : Number(cost), content };
}
