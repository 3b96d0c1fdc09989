import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';

const NAME = 'link key';
const KEY_BYTES = 32;

/** The key that links are signed with: made once, and the same for every server on this database. */
@Injectable()
export class LinkKeyStore {
  constructor(private readonly database: Database) {}

  async load(): Promise<Buffer> {
    const fresh = randomBytes(KEY_BYTES).toString('hex');
    await this.database.query('insert into setting (name, value) values ($1, $2) on conflict (name) do nothing', [
      NAME,
      fresh,
    ]);
    const [row] = await this.database.query<{ value: string }>('select value from setting where name = $1', [NAME]);
    if (row === undefined) throw new Error('the link key is gone');
    return Buffer.from(row.value, 'hex');
  }
}
