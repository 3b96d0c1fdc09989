import type { Attachment } from 'postal-mime';
import { fileTypeOf, type ReadableType, SAMPLE_BYTES } from '../file-type.ts';
import type { Part, Parts } from '../part.ts';
import { cleanText } from '../plain/decode-text.ts';
import type { Source } from '../source.ts';
import { UnreadableError } from '../unreadable-error.ts';

/** Pictures are mostly logos and signatures, and reading one takes seconds; of sound, others have to be asked. */
const UNREAD = ['image', 'audio', 'video', 'eml'] as const;
/** Texts that nobody wrote. */
const SIGNATURE = /^application\/(?:pgp|(?:x-)?pkcs7)-/;
const MAIL_TYPES: readonly string[] = ['message/rfc822', 'message/global'];
/** It is kept with each chunk. */
const MAX_NAME_LENGTH = 200;

export type AttachedType = Exclude<ReadableType, (typeof UNREAD)[number]>;

/** How a type is read. */
export type ReaderOf = (type: AttachedType) => Promise<(source: Source) => Parts>;

/** A file in a mail. */
export interface AttachedFile {
  name: string;
  content: Buffer;
  type: ReadableType | undefined;
  mimeType: string;
}

/** Also one without a name has one, by its type. */
export async function attachedFile({ filename, mimeType, content }: Attachment): Promise<AttachedFile> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content as ArrayBuffer);
  const name = cleanText(filename ?? `(${mimeType})`).replaceAll(/\s+/g, ' ');
  const type = await fileTypeOf(bytes.subarray(0, SAMPLE_BYTES), filename, undefined, mimeType);
  return { name: name.slice(0, MAX_NAME_LENGTH).toWellFormed(), content: bytes, type, mimeType };
}

/** What is called a mail is one, and so is what looks like one: some programs attach them as mere files. */
export function isMail({ type, mimeType }: AttachedFile): boolean {
  return type === 'eml' || MAIL_TYPES.includes(mimeType);
}

/** Whether there is a reader for it. */
export function isRead(file: AttachedFile): file is AttachedFile & { type: AttachedType } {
  const { type, content } = file;
  return (
    type !== undefined &&
    !isMail(file) &&
    !SIGNATURE.test(file.mimeType) &&
    content.length > 0 &&
    !(UNREAD as readonly string[]).includes(type)
  );
}

/** An attachment as a chapter of its mail, or as a table. Returns why it could not be read to its end, if that is so. */
export async function* readAttachment(
  { name, content, type }: AttachedFile & { type: AttachedType },
  readerOf: ReaderOf,
): AsyncGenerator<Part, string | undefined> {
  let isBegun = false;
  try {
    const read = await readerOf(type);
    const source = { content, byteCount: content.length, url: null, charset: undefined };
    for await (const part of read(source)) {
      if (part.kind === 'row') yield { ...part, sheet: part.sheet === undefined ? name : `${name}, ${part.sheet}` };
      else if (part.kind === 'progress') yield { kind: 'progress', done: 0 };
      else if (part.kind === 'text') {
        const text = isBegun ? part.text : `\n\n# ${name}\n\n${part.text}`;
        yield { kind: 'text', text, place: { ...part.place, chapter: name } };
        isBegun = true;
      }
    }
    return undefined;
  } catch (error) {
    // What a parser throws is the attachment's fault; the mail is not to be lost for it.
    return error instanceof UnreadableError ? error.message : 'It is damaged.';
  }
}
