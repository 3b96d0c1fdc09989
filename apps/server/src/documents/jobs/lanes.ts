/** Jobs that are carried out one after the other. */
export interface Lane {
  /** Larger files, those that are fetched, and those that were tried before are left to other lanes; null: none are. */
  maxBytes: number | null;
}

/**
 * A small file does not wait behind a large one. Each lane has one reading thread, so two files at most are in memory, the
 * second of them a small one.
 */
export const LANES: readonly Lane[] = [{ maxBytes: null }, { maxBytes: 1024 * 1024 }];
