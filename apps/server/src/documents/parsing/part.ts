import type { Place } from '@groundwire/client';

export type { Place };

/** What a file says of itself besides its title; they become metadata of its document. */
export interface Facts {
  /** When it was published or last changed, in ISO 8601: a date, or a time as exact as the file says. */
  time?: string;
  /** A language tag, e.g. `de-AT`. */
  language?: string;
  /** Files in it that were not read. */
  attachments_not_read?: string[];
}

/** What a reader finds in a file, in the file's order. */
export type Part =
  | { kind: 'title'; title: string }
  /** Where a page says that it belongs. */
  | { kind: 'url'; url: string }
  /** What else the file says of itself. */
  | { kind: 'facts'; facts: Facts }
  /** A stretch of Markdown or plain text. What is cut into chunks is all of them, joined as they are. */
  | { kind: 'text'; text: string; place?: Place }
  /** A row of a table; each chunk of rows begins with `header`. Rows are counted from 1, the header included. */
  | { kind: 'row'; text: string; header: string; row: number; sheet?: string }
  /** Pages, slides or sheets. */
  | { kind: 'pages'; count: number }
  /** The part of the file that is read, from 0 to 1: also a sign of life. */
  | { kind: 'progress'; done: number };

export type Parts = AsyncIterable<Part> | Iterable<Part>;
