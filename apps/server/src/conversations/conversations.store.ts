import { Injectable } from '@nestjs/common';
import type { ChatMessage } from '@groundwire/client';
import { Database } from '../database/database.ts';
import type { NewTurn, PastTurn, StoredConversation, StoredTurn } from './conversation.ts';
import { type Instructions, instructionsOf } from './instructions.ts';

/** A turn as a prompt needs it, and how long its JSON is in UTF-8. */
export type MeasuredTurn = PastTurn & { byteCount: number };

const COLUMNS = 'id, name, turn_count as "turnCount", created_at as "createdAt"';

/** Conversations and their turns in SQL. Every look-up takes the project beside the id; whose the project is was checked. */
@Injectable()
export class ConversationsStore {
  constructor(private readonly database: Database) {}

  /** With turns that were had elsewhere. Undefined when the project is gone, or the id taken, by whomever. */
  async insert(
    projectId: string,
    id: string,
    name: string | null,
    turns: readonly PastTurn[] = [],
  ): Promise<StoredConversation | undefined> {
    const rows = turns.map(({ status, messages, answer }, index) => ({
      turn: index + 1,
      status,
      messages: JSON.stringify(messages),
      answer: JSON.stringify(answer),
      opens: instructionsOf(messages).opening.length > 0,
      holds: instructionsOf(messages).within.length > 0,
    }));
    const [conversation] = await this.database.query<StoredConversation>(
      `with begun as (
         insert into conversation (id, project_id, name, turn_count)
         select $2::uuid, id, $3::text, $4::int from project where id = $1 and tenant is not null
         on conflict (id) do nothing returning *),
       said as (
         insert into conversation_turn
           (conversation_id, turn, status, messages, answer, annotations, sources, provider, model,
            opens_with_instructions, holds_instructions)
         select begun.id, past.turn, past.status, past.messages, past.answer, '[]', '[]', 'imported', 'unknown',
                past.opens, past.holds
         from begun, jsonb_to_recordset($5::jsonb)
           as past(turn int, status text, messages text, answer text, opens boolean, holds boolean))
       select ${COLUMNS} from begun`,
      [projectId, id, name, rows.length, JSON.stringify(rows)],
    );
    return conversation;
  }

  /** Newest first, from behind `after` on; nothing when that is no conversation of the project. */
  async list(projectId: string, limit: number, after: string | undefined): Promise<StoredConversation[]> {
    return this.database.query<StoredConversation>(
      `select ${COLUMNS} from conversation
       where project_id = $1
         and ($3::uuid is null
              or (created_at, id) < (select created_at, id from conversation where project_id = $1 and id = $3::uuid))
       order by created_at desc, id desc limit $2::int`,
      [projectId, limit, after ?? null],
    );
  }

  async find(projectId: string, id: string): Promise<StoredConversation | undefined> {
    const [conversation] = await this.database.query<StoredConversation>(
      `select ${COLUMNS} from conversation where project_id = $1 and id = $2`,
      [projectId, id],
    );
    return conversation;
  }

  async rename(projectId: string, id: string, name: string | null): Promise<StoredConversation | undefined> {
    const [conversation] = await this.database.query<StoredConversation>(
      `update conversation set name = $3 where project_id = $1 and id = $2 returning ${COLUMNS}`,
      [projectId, id, name],
    );
    return conversation;
  }

  /** Whether there was such a conversation. Its turns go with it. */
  async delete(projectId: string, id: string): Promise<boolean> {
    const sql = 'delete from conversation where project_id = $1 and id = $2 returning id';
    return (await this.database.query(sql, [projectId, id])).length > 0;
  }

  /**
   * Adds a turn behind the last one: counting up locks the conversation until the turn is there, so turns that end at the
   * same time, also on several servers, stand in one order without gaps. False when the conversation is gone.
   */
  async append(id: string, turn: NewTurn): Promise<boolean> {
    const { opening, within } = instructionsOf(turn.messages);
    const stored = await this.database.query(
      `with counted as (
         update conversation set turn_count = turn_count + 1, active_at = clock_timestamp() where id = $1
         returning id, turn_count, active_at)
       insert into conversation_turn
         (conversation_id, turn, status, messages, answer, annotations, sources, provider, model, request_id,
          opens_with_instructions, holds_instructions, created_at)
       select id, turn_count, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, active_at from counted
       returning turn`,
      [
        id,
        turn.status,
        JSON.stringify(turn.messages),
        JSON.stringify(turn.answer),
        JSON.stringify(turn.annotations),
        JSON.stringify(turn.sources),
        turn.provider,
        turn.model,
        turn.requestId,
        opening.length > 0,
        within.length > 0,
      ],
    );
    return stored.length > 0;
  }

  /** Oldest first, from behind the turn `after` on. */
  async turns(id: string, limit: number, after: number): Promise<StoredTurn[]> {
    const rows = await this.database.query<TurnRow>(
      `select turn, status, messages, answer, annotations, sources, provider, model, request_id as "requestId",
              created_at as "createdAt"
       from conversation_turn where conversation_id = $1 and turn > $2::int order by turn limit $3::int`,
      [id, after, limit],
    );
    return rows.map(parseTurn);
  }

  /**
   * Turns before `turn`, oldest first: the latest of them, at most `limit`, and no more than `maxBytes` of JSON, but for the
   * very last.
   */
  async turnsBefore(id: string, turn: number, limit: number, maxBytes: number): Promise<MeasuredTurn[]> {
    // Postgres knows how long a text is without unpacking it.
    const rows = await this.database.query<PastRow & { byteCount: number }>(
      `select status, messages, answer, (octet_length(messages) + octet_length(answer)) as "byteCount" from (
         select turn, status, messages, answer, row_number() over latest_first as place,
                sum(octet_length(messages) + octet_length(answer)) over latest_first as bytes
         from (select turn, status, messages, answer from conversation_turn
               where conversation_id = $1 and turn < $2::int order by turn desc limit $3::int) as latest
         window latest_first as (order by turn desc)
       ) as measured where bytes <= $4::int or place = 1 order by turn`,
      [id, turn, limit, maxBytes],
    );
    return rows.map((row) => ({ ...parsePast(row), byteCount: row.byteCount }));
  }

  /** What turns before `turn` hold of instructions: the latest that open one, and those within the latest `limit` turns that have such. */
  async instructionsBefore(id: string, turn: number, limit: number): Promise<Instructions> {
    const find = async (where: string, count: number): Promise<Instructions[]> => {
      const rows = await this.database.query<Pick<PastRow, 'messages'>>(
        `select messages from conversation_turn
         where conversation_id = $1 and turn < $2::int and ${where} order by turn desc limit $3::int`,
        [id, turn, count],
      );
      return rows.map(({ messages }) => instructionsOf(JSON.parse(messages) as ChatMessage[]));
    };
    const [latest] = await find('opens_with_instructions', 1);
    const others = await find('holds_instructions', limit);
    return { opening: latest?.opening ?? [], within: others.toReversed().flatMap(({ within }) => within) };
  }

  /** Removes at most `limit` conversations that have rested too long; returns how many. Servers that do so together share the work. */
  async removeExpired(maxAgeDays: number, limit: number): Promise<number> {
    const removed = await this.database.query(
      `delete from conversation where id in (
         select id from conversation where active_at <= now() - make_interval(days => $1::int)
         order by active_at limit $2::int for update skip locked)
       returning 1`,
      [maxAgeDays, limit],
    );
    return removed.length;
  }
}

type PastRow = Pick<StoredTurn, 'status'> & Record<'messages' | 'answer', string>;
type TurnRow = Omit<StoredTurn, 'messages' | 'answer' | 'annotations' | 'sources'> &
  Record<'messages' | 'answer' | 'annotations' | 'sources', string>;

function parsePast({ status, messages, answer }: PastRow): PastTurn {
  return {
    status,
    messages: JSON.parse(messages) as StoredTurn['messages'],
    answer: JSON.parse(answer) as StoredTurn['answer'],
  };
}

function parseTurn(row: TurnRow): StoredTurn {
  return {
    ...row,
    ...parsePast(row),
    annotations: JSON.parse(row.annotations) as StoredTurn['annotations'],
    sources: JSON.parse(row.sources) as StoredTurn['sources'],
  };
}
