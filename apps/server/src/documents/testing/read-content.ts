import { openUnnamed } from '../../http/bodies/open-unnamed.ts';
import type { FileChunk } from '../chunking/chunk-parts.ts';
import { fileTypeOf } from '../parsing/file-type.ts';
import type { Facts, Place } from '../parsing/part.ts';
import { type Found, readFile } from '../parsing/read-file.ts';
import type { ReaderName } from '../parsing/readers.ts';

/** Reads a file as a job does, in the process; the type is found by content. */
export async function read(content: Buffer | string, name: string, size: number | null = null): Promise<Read> {
  const bytes = Buffer.from(content);
  const type = await fileTypeOf(bytes.subarray(0, 65_536), name);
  const handle = await openUnnamed();
  await handle.write(bytes);
  const input = { handle, byteCount: bytes.length, url: null, charset: undefined, title: null, size, separators: null };
  const messages: Found[] = [];
  try {
    for await (const message of readFile({ ...input, type: type as ReaderName }, new AbortController().signal)) {
      messages.push(message);
    }
  } finally {
    await handle.close();
  }
  const chunks = messages.flatMap((message): FileChunk[] => (message.kind === 'chunks' ? message.chunks : []));
  return {
    type,
    title: messages.find((message) => message.kind === 'title')?.title,
    facts: Object.assign({}, ...messages.map((message) => (message.kind === 'facts' ? message.facts : {}))) as Facts,
    pages: messages.find((message) => message.kind === 'pages')?.count,
    chunks: chunks.map(({ text, place }) => [text, place]),
    found: chunks.map(({ indexedText }) => indexedText),
  };
}

/** What a reader finds in a file. */
export interface Read {
  type: string | undefined;
  title: string | undefined;
  facts: Facts;
  pages: number | undefined;
  chunks: [text: string, place: Place][];
  found: string[];
}
