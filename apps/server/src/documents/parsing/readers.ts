import type { ReadableType } from './file-type.ts';
import type { Parts } from './part.ts';
import type { Source } from './source.ts';

export type Reader = (source: Source) => Parts;

/** How each type is read. Each reader is loaded when it is needed: most of them bring a library along. */
export const READERS: Readonly<Partial<Record<ReadableType, () => Promise<Reader>>>> = {
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  docx: async () => (await import('./office/read-docx.ts')).readDocx,
  csv: async () => (await import('./tables/read-csv.ts')).readCsv,
  markdown: async () => (await import('./plain/read-text.ts')).readText,
  text: async () => (await import('./plain/read-text.ts')).readText,
};
