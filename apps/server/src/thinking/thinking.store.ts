import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';

/** Whose thinking it is: nothing of it is ever found under another tenant, provider or model. */
export interface ThinkingScope {
  tenant: string;
  /** A provider's id in our table. */
  provider: string;
  /** As the vendor names it. */
  model: string;
  /** It is removed with its project, and with its conversation where that is one of the project's. */
  projectId: string | undefined;
  conversationId: string | undefined;
}

/** The thinking behind one message, as JSON text. */
export interface ThinkingRow {
  key: string;
  thinking: string;
}

const NO_CONVERSATION = '00000000-0000-0000-0000-000000000000';

/** Kept thinking in SQL. */
@Injectable()
export class ThinkingStore {
  constructor(private readonly database: Database) {}

  /** No key may occur twice. Nothing is saved for a project or its conversation that is gone. */
  async save(scope: ThinkingScope, rows: readonly ThinkingRow[]): Promise<void> {
    const { tenant, provider, model, projectId = null, conversationId = NO_CONVERSATION } = scope;
    const [keys, thoughts] = [rows.map(({ key }) => key), rows.map(({ thinking }) => thinking)];
    await this.database.query(
      `with home as (select id from project where id = $7::uuid for key share),
            talk as (select id from conversation where id = $4::uuid and project_id = $7::uuid for key share)
       insert into kept_thinking (tenant, provider, model, project_id, conversation_id, kept_with, message_key, thinking)
       select $1, $2, $3, $7::uuid, $4::uuid, (select id from talk), key, thinking
       from unnest($5::text[], $6::text[]) as entry(key, thinking)
       where $7::uuid is null or (exists (select from home) and ($4::uuid = $8::uuid or exists (select from talk)))
       on conflict (tenant, message_key, provider, model, conversation_id) do update
       set thinking = excluded.thinking, project_id = excluded.project_id, kept_at = now()`,
      [tenant, provider, model, conversationId, keys, thoughts, projectId, NO_CONVERSATION],
    );
  }

  /**
   * What was kept under any of the keys, the most fitting last: of this conversation, or where one of the two sides names
   * none. Another conversation's is not found. That of a stored conversation is never too old.
   */
  async find(scope: ThinkingScope, keys: readonly string[], maxAgeDays: number): Promise<ThinkingRow[]> {
    const { tenant, provider, model, conversationId = NO_CONVERSATION } = scope;
    return this.database.query<ThinkingRow>(
      `select message_key as key, thinking from kept_thinking
       where tenant = $1 and provider = $2 and model = $3 and message_key = any($4::text[])
         and ($5::uuid = $6::uuid or conversation_id in ($5::uuid, $6::uuid))
         and (kept_with is not null or kept_at > now() - make_interval(days => $7::int))
       order by conversation_id = $5::uuid, kept_at`,
      [tenant, provider, model, keys, conversationId, NO_CONVERSATION, maxAgeDays],
    );
  }

  /** Removes at most `limit` entries that are too old, of stored conversations only at an age of 0; returns how many. Servers that do so together share the work. */
  async removeExpired(maxAgeDays: number, limit: number): Promise<number> {
    const removed = await this.database.query(
      `delete from kept_thinking where ctid in (
         select ctid from kept_thinking where ${maxAgeDays === 0 ? '' : 'kept_with is null and'} kept_at <= now() - make_interval(days => $1::int)
         order by kept_at limit $2::int for update skip locked)
       returning 1`,
      [maxAgeDays, limit],
    );
    return removed.length;
  }
}
