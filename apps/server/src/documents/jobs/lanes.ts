import { MAX_HEAP_MB } from '../parsing/limits.ts';

/** Jobs that are carried out one after the other. */
export interface Lane {
  /** Larger files, those that are fetched, and those that were tried before are left to other lanes; null: none are. */
  maxBytes: number | null;
  /** What the reading thread's own objects may take. */
  maxHeapMb: number;
}

/**
 * A small file does not wait behind a large one. What the second lane may cost in memory is bounded by little: a file that
 * needs more there is read again in the first.
 */
export const LANES: readonly Lane[] = [
  { maxBytes: null, maxHeapMb: MAX_HEAP_MB },
  { maxBytes: 1024 * 1024, maxHeapMb: 64 },
];
