import { Injectable } from '@nestjs/common';
import type { Place } from '@groundwire/client';
import { Database } from '../../database/database.ts';
import { compileFilter } from '../filter/compile-filter.ts';
import type { Filter } from '../filter/filter.ts';

/** A chunk in a list; `text`, `place` and `metadata` only when they were asked for. */
export interface ListedRow {
  id: string;
  text?: string;
  place?: Place;
  metadata?: Record<string, unknown>;
}

/** Which part of a project's chunks. */
export interface ListQuery {
  filter: Filter | undefined;
  /** The last chunk that is known already. */
  after: string | undefined;
  offset: number;
  limit: number;
  withPayload: boolean;
}

const PAYLOAD = ', chunk.text, chunk.place, document.metadata';

/** Reads chunks of finished documents in the order of their ids, which is that of their making. */
@Injectable()
export class ChunkListStore {
  constructor(private readonly database: Database) {}

  list(projectId: string, { filter, after, offset, limit, withPayload }: ListQuery): Promise<ListedRow[]> {
    const { sql, values } = filter === undefined ? { sql: 'true', values: [] } : compileFilter(filter, 5);
    return this.database.query<ListedRow>(
      `select chunk.id ${withPayload ? PAYLOAD : ''}
       from chunk join document on document.id = chunk.document_id
       where chunk.project_id = $1 and ($2::uuid is null or chunk.id > $2) and document.status = 'succeeded' and ${sql}
       order by chunk.id offset $3 limit $4`,
      [projectId, after ?? null, offset, limit, ...values],
      { isOneOff: filter !== undefined },
    );
  }
}
