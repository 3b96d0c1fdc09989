import type { ReadableType } from './file-type.ts';
import type { Parts } from './part.ts';
import type { Source } from './source.ts';

export type Reader = (source: Source) => Parts;

/** What the process reads: of a recording, what was made of its sound before. */
export type ReaderName = Exclude<ReadableType, 'audio' | 'video'> | 'transcript';

/** How each type is read. Each reader is loaded when it is needed: most of them bring a library along. */
export const READERS: Readonly<Record<ReaderName, () => Promise<Reader>>> = {
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  docx: async () => (await import('./office/read-docx.ts')).readDocx,
  pptx: async () => (await import('./office/read-pptx.ts')).readPptx,
  xlsx: async () => (await import('./office/read-xlsx.ts')).readXlsx,
  epub: async () => (await import('./office/read-epub.ts')).readEpub,
  csv: async () => (await import('./tables/read-csv.ts')).readCsv,
  xml: async () => (await import('./markup/read-xml.ts')).readXml,
  html: async () => (await import('./markup/read-html.ts')).readHtml,
  markdown: async () => (await import('./plain/read-text.ts')).readText,
  text: async () => (await import('./plain/read-text.ts')).readText,
  json: async () => (await import('./plain/read-json.ts')).readJson,
  jsonl: async () => (await import('./plain/read-json.ts')).readJsonLines,
  eml: async () => (await import('./mail/read-mail.ts')).mailReader((type) => READERS[type]()),
  image: async () => (await import('./media/read-image.ts')).readImage,
  transcript: async () => (await import('./media/read-transcript.ts')).readTranscript,
};
