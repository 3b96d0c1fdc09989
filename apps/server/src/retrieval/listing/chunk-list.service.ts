import { Injectable } from '@nestjs/common';
import { ChunkListStore, type ListedRow, type ListQuery } from './chunk-list.store.ts';
import { parseFilter } from '../filter/parse-filter.ts';

export type ChunkListRequest = Omit<ListQuery, 'filter'> & { filter: Readonly<Record<string, unknown>> };

export interface ChunkPage {
  rows: ListedRow[];
  /** Whether there are chunks behind these. */
  hasMore: boolean;
}

@Injectable()
export class ChunkListService {
  constructor(private readonly store: ChunkListStore) {}

  /** Throws a Problem (400) when the filter is malformed. */
  async list(projectId: string, { filter, limit, ...request }: ChunkListRequest): Promise<ChunkPage> {
    const query = { ...request, filter: parseFilter(filter), limit: limit + 1 };
    const rows = await this.store.list(projectId, query);
    return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
  }
}
