import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../../database/database.ts';
import type { FileRecord, NewFile } from './file-record.ts';

const COLUMNS = `
  id, project_id as "projectId", instructions, file_name as name, file_type as type, url, byte_count as "byteCount",
  sha256, metadata, status, error, progress, page_count as "pageCount", chunk_count as "chunkCount",
  created_at as "createdAt", started_at as "startedAt", attempt,
  (select document.metadata from document where document.id = file.id and document.status = 'succeeded')
    as "documentMetadata"`;

/** Files in SQL. One that is being received is seen by nobody until `accept`. */
@Injectable()
export class FilesStore {
  constructor(private readonly database: Database) {}

  /** Throws when the project is gone. */
  async insert(file: NewFile): Promise<void> {
    await this.database.query(
      `insert into file (id, project_id, instructions, file_name, file_type, url, byte_count, sha256, metadata)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        file.id,
        file.projectId,
        JSON.stringify(file.instructions),
        file.name,
        file.type,
        file.url,
        file.byteCount,
        file.sha256,
        JSON.stringify(file.metadata),
      ],
    );
  }

  async addPiece(fileId: string, position: number, bytes: Buffer): Promise<void> {
    await this.database.query('insert into file_piece (file_id, position, bytes) values ($1, $2, $3)', [
      fileId,
      position,
      bytes,
    ]);
  }

  /**
   * Makes a file that is stored whole one to be read. Unless it may be a double: the same file, when one was accepted
   * before; this one stays unaccepted then. Undefined when it was deleted meanwhile.
   */
  accept(file: NewFile, mayBeDouble: boolean): Promise<FileRecord | undefined> {
    return this.database.transaction(async (transaction) => {
      const same = mayBeDouble ? undefined : await this.#findSameAlone(transaction, file);
      if (same !== undefined) return same;
      const [accepted] = await transaction.query<FileRecord>(
        `update file set status = 'processing' where id = $1 and status = 'receiving' returning ${COLUMNS}`,
        [file.id],
      );
      return accepted;
    });
  }

  /** Whoever accepts the same file at the same moment, on whichever replica, waits for the end of this transaction. */
  async #findSameAlone(transaction: Queryable, file: NewFile): Promise<FileRecord | undefined> {
    const content = `${file.projectId} ${file.sha256 ?? file.url}`;
    await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [content]);
    return this.findSame(file, transaction);
  }

  /** A file with the same content or address, and read in the same way, that did not fail and still has chunks; the oldest one. */
  async findSame(
    { projectId, sha256, url, instructions }: NewFile,
    within: Queryable = this.database,
  ): Promise<FileRecord | undefined> {
    const { hint: _hint, address: _address, ...way } = instructions;
    const [file] = await within.query<FileRecord>(
      `select ${COLUMNS} from file
       where project_id = $1 and (status = 'processing' or (status = 'succeeded' and chunk_count > 0)) and instructions - 'hint' - 'address' = $2::jsonb
       and case when $3::text is null then $4 in (url, instructions->>'address') else sha256 = $3 end
       order by created_at, id limit 1`,
      [projectId, JSON.stringify(way), sha256, url],
    );
    return file;
  }

  async list(projectId: string): Promise<FileRecord[]> {
    return this.database.query<FileRecord>(
      `select ${COLUMNS} from file where project_id = $1 and status <> 'receiving' order by created_at, id`,
      [projectId],
    );
  }

  async find(projectId: string, id: string): Promise<FileRecord | undefined> {
    const [file] = await this.database.query<FileRecord>(
      `select ${COLUMNS} from file where project_id = $1 and id = $2 and status <> 'receiving'`,
      [projectId, id],
    );
    return file;
  }

  /**
   * Deletes a file, and hides its chunks at once: they are those of an unfinished document from then on, for
   * `DocumentsStore.discard`. Whoever is reading it finds it gone. Returns whether there was such a file.
   */
  async delete(projectId: string, id: string): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      const deleted = await transaction.query<{ chunkCount: number }>(
        'delete from file where project_id = $1 and id = $2 returning chunk_count as "chunkCount"',
        [projectId, id],
      );
      const [file] = deleted;
      if (file === undefined) return false;
      await transaction.query(`update document set status = 'processing', created_at = now() where id = $1`, [id]);
      await transaction.query('update project set chunk_count = chunk_count - $2 where id = $1', [
        projectId,
        file.chunkCount,
      ]);
      return true;
    });
  }
}
