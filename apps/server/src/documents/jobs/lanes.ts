import { MAX_SMALL_READER_MB } from '../parsing/limits.ts';

/** Jobs that are carried out one after the other. */
export interface Lane {
  /** Larger files, those that are fetched, and those that were tried before are left to other lanes; null: none are. */
  maxBytes: number | null;
  /** What a file's process may take, if it is less than is usual; one that needs more is left to other lanes. */
  maxMemoryMb?: number;
}

/**
 * A small file does not wait behind a large one. Each lane reads in one process at a time, so two files at most are in
 * memory, the second of them a small one.
 */
export const LANES: readonly Lane[] = [{ maxBytes: null }, { maxBytes: 1024 * 1024, maxMemoryMb: MAX_SMALL_READER_MB }];
