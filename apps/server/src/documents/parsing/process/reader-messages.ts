import type { FileChunk } from '../../chunking/chunk-parts.ts';
import type { Facts } from '../part.ts';
import type { ReaderName } from '../readers.ts';

/** What the reading process is told of the file that it inherits. */
export interface ReaderTask {
  byteCount: number;
  type: ReaderName;
  url: string | null;
  charset: string | undefined;
  /** What the file is called in its metadata. */
  title: string | null;
  size: number | null;
  separators: readonly string[] | null;
}

/** What the reading process says. After `chunks` it waits until it is told to go on. */
export type ReaderMessage =
  | { kind: 'chunks'; chunks: FileChunk[] }
  | { kind: 'progress'; done: number }
  | { kind: 'title'; title: string }
  | { kind: 'url'; url: string }
  | { kind: 'facts'; facts: Facts }
  | { kind: 'pages'; count: number }
  | { kind: 'unreadable'; message: string; cause?: string }
  | { kind: 'end' };

export type ReaderRequest = ReaderTask | 'go on';
