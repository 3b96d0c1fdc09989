import type { DeleteChunksRequest } from '@groundwire/client';
import { Problem } from '../../http/problems/problem.ts';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const MAX_CHUNKS = 1_000;

/** Where a request names chunks in its query. */
export interface NamedInQuery {
  id?: string | undefined;
  /** Separated by commas. */
  chunkIds?: string | undefined;
}

/** The chunks that a request names, wherever it does. Throws a Problem (400) when it names none, or what is no id. */
export function namedChunks({ id, chunkIds = '' }: NamedInQuery, body: DeleteChunksRequest = {}): string[] {
  const listed = chunkIds
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (!listed.every((each) => UUID.test(each))) {
    throw new Problem('invalid_request_error', 'chunk_ids must be ids of chunks.', { param: 'chunk_ids' });
  }
  const ids = [id || [], listed, body.id ?? [], body.ids ?? []].flat();
  if (ids.length === 0) {
    const detail = 'Name a chunk: id or chunk_ids in the query, id or ids in the body.';
    throw new Problem('invalid_request_error', detail, { param: 'id' });
  }
  if (ids.length > MAX_CHUNKS) {
    throw new Problem('invalid_request_error', `ids are more than ${MAX_CHUNKS}.`, { param: 'ids' });
  }
  return ids;
}
