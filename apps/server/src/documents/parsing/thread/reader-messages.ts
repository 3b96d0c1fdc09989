import type { FileHandle } from 'node:fs/promises';
import type { FileChunk } from '../../chunking/chunk-parts.ts';
import type { Facts } from '../part.ts';
import type { ReaderName } from '../readers.ts';

/** What the reading thread is given. */
export interface ReaderInput {
  /** Belongs to the thread from then on. */
  handle: FileHandle;
  byteCount: number;
  type: ReaderName;
  url: string | null;
  charset: string | undefined;
  /** What the file is called in its metadata. */
  title: string | null;
  size: number | null;
  separators: readonly string[] | null;
}

/** What the reading thread says. After `chunks` it waits until it is told to go on. */
export type ReaderMessage =
  | { kind: 'chunks'; chunks: FileChunk[] }
  | { kind: 'progress'; done: number }
  | { kind: 'title'; title: string }
  | { kind: 'url'; url: string }
  | { kind: 'facts'; facts: Facts }
  | { kind: 'pages'; count: number }
  | { kind: 'unreadable'; message: string; cause?: string }
  | { kind: 'end' };

export type ReaderRequest = 'go on';
