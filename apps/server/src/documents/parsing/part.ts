import type { Place } from '@groundwire/client';

export type { Place };

/** What a reader finds in a file, in the file's order. */
export type Part =
  | { kind: 'title'; title: string }
  /** Where a page says that it belongs. */
  | { kind: 'url'; url: string }
  /** A stretch of Markdown or plain text. What is cut into chunks is all of them, joined as they are. */
  | { kind: 'text'; text: string; place?: Place }
  /** A row of a table; each chunk of rows begins with `header`. Rows are counted from 1, the header included. */
  | { kind: 'row'; text: string; header: string; row: number; sheet?: string }
  /** Pages, slides or sheets. */
  | { kind: 'pages'; count: number }
  /** The part of the file that is read, from 0 to 1: also a sign of life. */
  | { kind: 'progress'; done: number };

export type Parts = AsyncIterable<Part> | Iterable<Part>;
