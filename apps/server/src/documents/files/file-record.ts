/** What is to be done with a file. */
export interface Instructions {
  kind: 'file' | 'image' | 'video' | 'url';
  /** What the sender says it is; its content decides. */
  hint?: string;
  /** Whether a page's scripts are run before it is read. */
  render?: true;
  /** Where it was asked for: redirects may have led elsewhere. */
  address?: string;
  model?: string;
  prompt?: string;
}

/** A file that is to be stored. */
export interface NewFile {
  id: string;
  projectId: string;
  instructions: Instructions;
  name: string | null;
  type: string;
  url: string | null;
  byteCount: number | null;
  /** In hexadecimal. */
  sha256: string | null;
  metadata: Record<string, unknown>;
}

/** A file as it is stored. */
export interface FileRecord extends NewFile {
  status: 'processing' | 'succeeded' | 'failed';
  error: string | null;
  /** From 0 to 1. */
  progress: number;
  pageCount: number | null;
  chunkCount: number;
  /** What was given, and what the file says of itself; null until it is read. */
  documentMetadata: Record<string, unknown> | null;
  createdAt: Date;
  startedAt: Date | null;
  /** Names the last attempt to read it. */
  attempt: string | null;
}
