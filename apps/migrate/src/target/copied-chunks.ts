import type { ChunkList } from '@groundwire/client';
import { contentHash } from './content-hash.ts';
import type { Target } from './target.ts';

/** Where a copied chunk came from, in its metadata: that is how it is known again, and cannot be copied twice. */
export const CAME_FROM = { project: 'askyoda_project_id', chunk: 'askyoda_chunk_id' } as const;

/** What is here of the source's project. */
export interface CopiedChunks {
  /** By the id at the source. Chunks that are here twice have several. */
  copies: Map<string, { id: string; hash: string }[]>;
  count: number;
}

const PAGE = 500;

/** Reads what was copied so far from a project of the source. */
export async function readCopiedChunks(
  target: Target,
  projectId: string,
  sourceProjectId: string,
  onProgress: (count: number) => void,
): Promise<CopiedChunks> {
  const copied: CopiedChunks = { copies: new Map(), count: 0 };
  const filter = { [CAME_FROM.project]: sourceProjectId };
  let cursor: string | null = null;
  do {
    const page = { filter_documents: filter, with_payload: true, limit: PAGE, ...(cursor && { cursor }) };
    const list: ChunkList = await target.ask((client, signal) => client.listChunks(projectId, page, { signal }));
    for (const { id, payload } of list.chunks ?? []) {
      const { [CAME_FROM.project]: _, [CAME_FROM.chunk]: chunk, ...metadata } = payload.metadata;
      const copies = copied.copies.get(String(chunk)) ?? [];
      copied.copies.set(String(chunk), [...copies, { id, hash: contentHash([payload.page_content, metadata]) }]);
      copied.count += 1;
    }
    onProgress(copied.count);
    cursor = list.next_cursor;
  } while (cursor !== null);
  return copied;
}

/** Whether a chunk has this id in the project: then source and target are the same. */
export async function hasChunk(target: Target, projectId: string, id: string): Promise<boolean> {
  return (await target.find((client, signal) => client.getChunk(projectId, id, { signal }))) !== undefined;
}
