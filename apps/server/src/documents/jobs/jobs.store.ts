import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.ts';
import type { Guard } from '../documents.store.ts';
import type { Instructions } from '../files/file-record.ts';
import { LostJobError } from './lost-job-error.ts';

/** A file to read, and the right to do so until the lease ends. */
export interface Job {
  /** The file's. */
  id: string;
  attempt: string;
  /** How many attempts there were, this one included. */
  attempts: number;
  projectId: string;
  tenant: string;
  instructions: Instructions;
  name: string | null;
  type: string;
  url: string | null;
  byteCount: number | null;
  sha256: string | null;
  metadata: Record<string, unknown>;
}

/** What is known of a file once it is read. */
export interface Finding {
  type: string;
  url: string | null;
  name: string | null;
  byteCount: number;
  sha256: string | null;
  pageCount: number | null;
  chunkCount: number;
}

/** A job whose holder does not renew its lease for so long is given to another. */
const LEASE_SECONDS = 30;
const PIECES_PER_DELETION = 16;
/** Bytes that nobody has finished sending for so long are of a process that died. */
const MAX_RECEIVING_MINUTES = 60;

/** Files as jobs, in SQL: who reads which, and how it ended. */
@Injectable()
export class JobsStore {
  constructor(private readonly database: Database) {}

  /**
   * The oldest job that nobody holds, those that were tried before last; undefined when there is none. With `maxBytes` only
   * files that were sent to us, of no more bytes, and not tried yet; no pictures, sound or film, which take long however
   * small they are.
   */
  async claim(maxBytes: number | null): Promise<Job | undefined> {
    const [job] = await this.database.query<Job>(
      `update file set attempt = $1, attempts = attempts + 1, started_at = now(), progress = 0,
              lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
       from project
       where project.id = file.project_id and file.id = (
         select id from file where status = 'processing' and lease_until < now()
         and ($2::int is null or (byte_count <= $2 and attempts = 0 and file_type not in ('image', 'audio', 'video')))
         order by attempts, created_at, id limit 1 for update skip locked
       )
       returning file.id, attempt, attempts, file.project_id as "projectId", tenant, instructions, file_name as name,
                 file_type as type, url, byte_count as "byteCount", sha256, metadata`,
      [randomUUID(), maxBytes],
    );
    return job;
  }

  /** Throws LostJobError when the job is another's by now, or its file was deleted. */
  async renew({ id, attempt }: Job, progress: number): Promise<void> {
    const renewed = await this.database.query(
      `update file set lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), progress = $3
       where id = $1 and attempt = $2 and status = 'processing' returning id`,
      [id, attempt, progress],
    );
    if (renewed.length === 0) throw new LostJobError();
  }

  /** Lets a transaction write for the file only while the job is ours, and the signal has not fired. */
  holding({ id, attempt }: Job, signal: AbortSignal): Guard {
    return async (transaction) => {
      signal.throwIfAborted();
      const held = await transaction.query(
        `select from file where id = $1 and attempt = $2 and status = 'processing' for share`,
        [id, attempt],
      );
      if (held.length === 0) throw new LostJobError();
    };
  }

  /** Marks the file as read within the transaction that publishes its chunks. */
  finishing({ id, attempt }: Job, finding: Finding): Guard {
    const { type, pageCount, chunkCount, url, name, byteCount, sha256 } = finding;
    return async (transaction) => {
      const finished = await transaction.query(
        `update file set status = 'succeeded', progress = 1, error = null, file_type = $3, page_count = $4,
                chunk_count = $5, url = $6, file_name = $7, byte_count = $8, sha256 = $9
         where id = $1 and attempt = $2 and status = 'processing' returning id`,
        [id, attempt, type, pageCount, chunkCount, url, name, byteCount, sha256],
      );
      if (finished.length === 0) throw new LostJobError();
    };
  }

  async fail({ id, attempt }: Job, error: string): Promise<void> {
    await this.database.query(
      `update file set status = 'failed', error = $3 where id = $1 and attempt = $2 and status = 'processing'`,
      [id, attempt, error],
    );
  }

  /** Deletes the bytes of a file that is read, or will never be; a few at a time, for others wait meanwhile. */
  async dropPieces(fileId: string): Promise<void> {
    for (;;) {
      const dropped = await this.database.query(
        `delete from file_piece where file_id = $1 and position in (
           select position from file_piece join file on file.id = file_id
           where file_id = $1 and status in ('succeeded', 'failed') limit ${PIECES_PER_DELETION}
         ) returning position`,
        [fileId],
      );
      if (dropped.length < PIECES_PER_DELETION) return;
    }
  }

  /** Gives the job back: at once and uncounted when this process stops, else after a while. */
  async release(
    { id, attempt }: Job,
    { waitSeconds, counts }: { waitSeconds: number; counts: boolean },
  ): Promise<void> {
    await this.database.query(
      `update file set lease_until = now() + make_interval(secs => $3), attempts = attempts - $4, progress = 0
       where id = $1 and attempt = $2 and status = 'processing'`,
      [id, attempt, waitSeconds, counts ? 0 : 1],
    );
  }

  /**
   * At a start: with PGlite no other process can be at work, and all jobs are free. Beside a Postgres server those of a dead
   * process become free when their leases end.
   */
  async freeLeases(): Promise<void> {
    if (this.#isAlone) await this.database.query(`update file set lease_until = now() where status = 'processing'`);
  }

  /** Files that a process had not received whole when it died. With PGlite only to be called at a start. */
  async removeUnreceived(): Promise<void> {
    await this.database.query(
      `delete from file where status = 'receiving' and created_at <= now() - make_interval(mins => $1)`,
      [this.#isAlone ? 0 : MAX_RECEIVING_MINUTES],
    );
  }

  /** Files that ended, but whose bytes a dying process left. */
  async findWithLeftPieces(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select id from file where status in ('succeeded', 'failed')
       and exists (select from file_piece where file_id = file.id)`,
    );
    return rows.map(({ id }) => id);
  }

  async piece(fileId: string, position: number): Promise<Buffer | undefined> {
    const [row] = await this.database.query<{ bytes: Buffer }>(
      'select bytes from file_piece where file_id = $1 and position = $2',
      [fileId, position],
    );
    return row?.bytes;
  }

  get #isAlone(): boolean {
    return this.database.engine === 'pglite';
  }
}
