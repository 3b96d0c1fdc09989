import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.ts';

/** Writes requests in SQL. */
@Injectable()
export class RequestLogStore {
  constructor(private readonly database: Database) {}

  /**
   * Stores requests, each the JSON of a `NewRequest`, in one statement; one that is there already stays as it is. Those of
   * a project that is gone, or another tenant's, are passed over. Returns how many the database cannot hold; throws when
   * it is out of reach.
   */
  async insert(rows: readonly string[]): Promise<number> {
    try {
      await this.database.query(INSERT, [`[${rows.join(',')}]`]);
      return 0;
    } catch (error) {
      if (!isAboutData(error)) throw error;
      if (rows.length === 1) return 1;
      const middle = rows.length >> 1;
      return (await this.insert(rows.slice(0, middle))) + (await this.insert(rows.slice(middle)));
    }
  }
}

const INSERT = `
  with entry as (
    select * from json_to_recordset($1::json) as entry(
      id uuid, "projectId" uuid, tenant text, "createdAt" timestamptz, operation text, status int, stream boolean,
      aborted boolean, "latencyMs" int, "firstTokenMs" int, "userAgent" text, model text, provider text, "modelUsed" text,
      "modelReported" text, usage json, cost numeric, estimated boolean, "finishReason" text, "errorType" text,
      "errorParam" text, "retrievalStatus" text, k int, adjustments json, attempts json, "user" text, metadata jsonb,
      "conversationId" uuid, content json)),
  home as (select id, tenant from project where id in (select "projectId" from entry) for key share)
  insert into request (
    project_id, id, created_at, operation, status, stream, aborted, latency_ms, first_token_ms, user_agent, model, provider,
    model_used, model_reported, prompt_tokens, completion_tokens, total_tokens, usage, cost, estimated, finish_reason,
    error_type, error_param, retrieval_status, k, adjustments, attempts, end_user, metadata, conversation_id, content)
  select home.id, entry.id, "createdAt", operation, status, stream, aborted, "latencyMs", "firstTokenMs", "userAgent",
         model, provider, "modelUsed", "modelReported", (usage ->> 'prompt_tokens')::int,
         (usage ->> 'completion_tokens')::int, (usage ->> 'total_tokens')::int, usage, cost, estimated, "finishReason",
         "errorType", "errorParam", "retrievalStatus", k, adjustments, attempts, "user", metadata, "conversationId", content
  from entry join home on home.id = entry."projectId" and home.tenant = entry.tenant
  on conflict (project_id, id) do nothing`;

/** SQLSTATE classes 22 (data exception), 23 (integrity constraint) and 54 (a limit): trying again would not help. */
function isAboutData(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(2[23]|54)/.test(String(error.code));
}
