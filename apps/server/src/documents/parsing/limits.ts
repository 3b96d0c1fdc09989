// What one file may cost. A file that goes beyond one of these fails, and its error says which.

/** Chunks that one file may make: the same as one call of add_text. */
export const MAX_CHUNKS = 50_000;
/** Characters of running text that are held together to be cut into chunks. */
export const MAX_CHARACTERS = 20_000_000;
/** Files of text that are read whole. */
export const MAX_TEXT_BYTES = 40 * 1024 * 1024;
/** Files whose content is built up as objects, which take ten times their size in memory. */
export const MAX_TREE_BYTES = 10 * 1024 * 1024;
export const MAX_PDF_BYTES = 50 * 1024 * 1024;
export const MAX_PAGES = 5_000;
/** What vendors take of a recording or a picture (OpenAI: 25 MB, read 2026-11-26). */
export const MAX_VENDOR_BYTES = 25_000_000;
/** Pages without text whose picture is read; one takes seconds. */
export const MAX_SCANNED_PAGES = 200;
/** Pictures of more pixels are not read. */
export const MAX_PIXELS = 40_000_000;
/** What a zip archive (docx, pptx, xlsx, epub) may hold. */
export const MAX_ARCHIVE_ENTRIES = 10_000;
export const MAX_ENTRY_BYTES = 30 * 1024 * 1024;
export const MAX_ARCHIVE_BYTES = 200 * 1024 * 1024;
/** A row of a table. */
export const MAX_ROW_BYTES = 1024 * 1024;
/** The objects among it; what is read, and what is unpacked of it, is beside them. */
export const MAX_HEAP_MB = 192;
/** All memory of the process that reads a file; about 60 MB of it are Node's. */
export const MAX_READER_MB = 256;
/** Of one that may have to unpack pictures, and to look for writing in them. */
export const MAX_PICTURE_READER_MB = 352;
/** Of one that reads beside another; a file that needs more is read again in the other's place. */
export const MAX_SMALL_READER_MB = 112;
/** Without a sign of life for so long, the reader is ended; with its upload, a hostile file is gone within 20 seconds. */
export const MAX_SILENCE_MS = 18_000;
/** What reading may take of the main thread's own time, whatever signs it gives: any file, and each MB beyond a small one. */
export const MAX_CPU_MS = 15_000;
export const SMALL_FILE_MB = 10;
export const MAX_CPU_MS_PER_MB = 500;
/** A reader that reads pictures, which takes other threads' time, is slower to end. */
export const MAX_READING_MS = 30 * 60_000;
