import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.ts';

/** What a project may hold much of, each after what hangs on it: how its rows are found, and how many go at a time. */
const STEPS = [
  { table: 'file_piece', of: 'file_id in (select id from file where project_id = $1)', batch: 8 },
  { table: 'file', of: 'project_id = $1', batch: 200 },
  { table: 'chunk', of: 'project_id = $1', batch: 200 },
  { table: 'document', of: 'project_id = $1', batch: 1_000 },
  { table: 'lex_df_change', of: 'project_id = $1', batch: 20 },
  { table: 'lex_df', of: 'project_id = $1', batch: 5_000 },
  {
    table: 'conversation_turn',
    of: 'conversation_id in (select id from conversation where project_id = $1)',
    batch: 500,
  },
  { table: 'conversation', of: 'project_id = $1', batch: 200 },
  { table: 'kept_thinking', of: 'project_id = $1', batch: 200 },
  { table: 'request', of: 'project_id = $1', batch: 500 },
  { table: 'idempotent_answer', of: 'project_id = $1', batch: 500 },
] as const;

/** Removes deleted projects bit by bit: in one statement, a large one would make every other caller of PGlite wait. */
@Injectable()
export class RemovalStore {
  constructor(private readonly database: Database) {}

  async findDeleted(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>('select id from project where tenant is null');
    return rows.map(({ id }) => id);
  }

  /**
   * One item for each statement that removed something. Two servers that remove the same project share the work: what one
   * of them has locked, the other leaves to it.
   */
  async *removeBitByBit(projectId: string): AsyncGenerator<void> {
    for (const { table, of, batch } of STEPS) {
      const sql = `delete from ${table} where ctid = any(array(
                     select ctid from ${table} where ${of} limit ${batch} for update skip locked)) returning 1`;
      let removed: number = batch;
      while (removed === batch) {
        removed = (await this.database.query(sql, [projectId])).length;
        if (removed === 0) break;
        await this.database.giveWay();
        yield;
      }
    }
    await this.database.query('delete from project where id = $1 and tenant is null', [projectId]);
  }
}
