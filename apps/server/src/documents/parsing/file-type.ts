import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { encodingOf } from './plain/decode-text.ts';

/** What can be read, by the name that `file_type` shows. */
export const READABLE_TYPES = [
  'pdf',
  'docx',
  'pptx',
  'xlsx',
  'epub',
  'csv',
  'xml',
  'html',
  'markdown',
  'text',
  'json',
  'jsonl',
  'eml',
  'image',
  'audio',
  'video',
] as const;
export type ReadableType = (typeof READABLE_TYPES)[number];

/** So many first bytes tell what a file is; of an archive the names of its first entries stand there. */
export const SAMPLE_BYTES = 64 * 1024;

const BINARY_TYPES: Readonly<Record<string, ReadableType>> = {
  pdf: 'pdf',
  docx: 'docx',
  docm: 'docx',
  pptx: 'pptx',
  pptm: 'pptx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  epub: 'epub',
  xml: 'xml',
};
/** Names decide only between types of text, whose content may fit several. */
const TEXT_TYPES: Readonly<Record<string, ReadableType>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.eml': 'eml',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.txt': 'text',
};

/** What servers say decides where content and name do not: many call everything text/plain. */
const MEDIA_TYPES: Readonly<Record<string, ReadableType>> = {
  'application/xhtml+xml': 'html',
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'text/markdown': 'markdown',
  'application/json': 'json',
  'application/jsonl': 'jsonl',
  'application/x-ndjson': 'jsonl',
  'message/rfc822': 'eml',
};

/**
 * What a file is, by its first bytes; the name decides between kinds of text, then what a server called it, and `hint`
 * where nothing of these tells.
 * @returns undefined for what cannot be read
 */
export async function fileTypeOf(
  sample: Buffer,
  name: string | null,
  hint?: string,
  mediaType?: string,
): Promise<ReadableType | undefined> {
  const found = await fileTypeFromBuffer(sample).catch(() => undefined);
  if (found?.ext === 'xml' || found === undefined) return textTypeOf(sample, name, hint, mediaType);
  const type = BINARY_TYPES[found.ext];
  if (type !== undefined) return type;
  // An MP4 of sound alone is called video/mp4 as well; how it is read is the same.
  const [media] = found.mime.split('/', 1);
  if (media === 'image' || media === 'audio' || media === 'video') return media;
  return undefined;
}

function textTypeOf(
  sample: Buffer,
  name: string | null,
  hint: string | undefined,
  mediaType: string | undefined,
): ReadableType | undefined {
  const encoding = encodingOf(sample, false);
  const text = new TextDecoder(encoding).decode(sample).trimStart();
  if (isBinary(text)) return undefined;
  if (/^<!doctype html|^<html[\s>]/i.test(text)) return 'html';
  if (text.startsWith('<?xml')) return /<html[\s>]/i.test(text.slice(0, 2_000)) ? 'html' : 'xml';
  const called = calledType(name, mediaType);
  if (called !== undefined) return called;
  if (hint === 'csv' || (hint === 'xml' && text.startsWith('<'))) return hint;
  if (/^(?:[\w-]+: [^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3}/.test(text) && /^(?:from|received|message-id): /im.test(text)) {
    return 'eml';
  }
  return 'text';
}

/** A page may end in anything: `README.md` of a code site is one. */
function calledType(name: string | null, mediaType: string | undefined): ReadableType | undefined {
  const named = name === null ? undefined : TEXT_TYPES[extname(name).toLowerCase()];
  return mediaType === 'text/html' ? 'html' : (named ?? MEDIA_TYPES[mediaType ?? '']);
}

/** Texts hold no control characters but white space, escapes and form feeds. */
function isBinary(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  const controls = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return controls > text.length / 100;
}
