import { SourceAnswerError } from '../migrate-error.ts';
import type { ChunkList } from '../reading/read-chunk-list.ts';
import type { SourceChunk } from './source.ts';

/** What `list_chunks_ids` is asked; `cursor` and `offset` are not in AskYoda's description. */
export interface ChunkQuery {
  with_payload: true;
  limit: number;
  cursor?: string;
  offset?: string | number;
}

type Ask = (query: ChunkQuery) => Promise<ChunkList>;

const PAGE = 500;
/** So many more than `info` counts are asked for, to see what was added since. */
const MARGIN = 1_000;

/**
 * Every chunk once. Where answers lead on (`next_cursor`), they are followed. AskYoda's description knows a limit alone:
 * there, all chunks are asked for at once, half as many when that is refused, and the rest by `offset`. A source that
 * knows no way to the rest ends the list early; whoever counts sees it.
 * @param size how many chunks the source says it has.
 */
export async function* chunkPages(ask: Ask, size: number): AsyncGenerator<SourceChunk[]> {
  const seen = new Set<string>();
  const fresh = ({ chunks }: ChunkList): SourceChunk[] => {
    const unseen = chunks.filter(({ id }) => !seen.has(id) && seen.add(id));
    return unseen;
  };
  const first = await ask({ with_payload: true, limit: PAGE });
  yield fresh(first);
  for (let { next } = first; next !== undefined;) {
    const list = await ask({ with_payload: true, limit: PAGE, ...next });
    const chunks = fresh(list);
    yield chunks;
    // A cursor that leads in a circle would never end.
    next = chunks.length > 0 ? list.next : undefined;
  }
  const isWhole = (length: number, limit: number): boolean => length < limit && seen.size >= size;
  if (first.next !== undefined || isWhole(first.chunks.length, PAGE)) return;

  const [whole, limit] = await askForAll(ask, Math.max(size, seen.size) + MARGIN);
  yield* slices(fresh(whole));
  if (isWhole(whole.chunks.length, limit)) return;
  for (let count = -1; count !== seen.size;) {
    count = seen.size;
    yield fresh(await ask({ with_payload: true, limit, offset: count }));
  }
}

/** The longest list that is not refused, and the limit that brought it. */
async function askForAll(ask: Ask, most: number): Promise<[ChunkList, number]> {
  for (let limit = most; ; limit = Math.max(PAGE, Math.ceil(limit / 2))) {
    try {
      return [await ask({ with_payload: true, limit }), limit];
    } catch (error) {
      const isTooMuch = error instanceof SourceAnswerError && ![401, 403, 404].includes(error.status ?? 0);
      if (!isTooMuch || limit === PAGE) throw error;
    }
  }
}

function* slices(chunks: readonly SourceChunk[]): Generator<SourceChunk[]> {
  for (let start = 0; start < chunks.length; start += PAGE) yield chunks.slice(start, start + PAGE);
}
