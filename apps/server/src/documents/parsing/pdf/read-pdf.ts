import { getDocumentProxy } from 'unpdf';
import { MAX_PAGES, MAX_PDF_BYTES, MAX_PIXELS, MAX_SCANNED_PAGES } from '../limits.ts';
import { statedTime } from '../../fetching/page/page-metadata.ts';
import { TextRecogniser } from '../media/text-recogniser.ts';
import type { Part } from '../part.ts';
import { cleanText } from '../plain/decode-text.ts';
import { readWhole, type Source } from '../source.ts';
import { UnreadableError } from '../unreadable-error.ts';
import { pageText } from './page-text.ts';
import { scannedImages } from './scanned-images.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A page with fewer characters is a picture of one. */
const LEAST_CHARACTERS = 20;

/** The text of each page; of a page that is a picture, what is written in it. */
export async function* readPdf(source: Source): AsyncGenerator<Part> {
  const content = await readWhole(source, MAX_PDF_BYTES);
  const pdf = await open(content);
  if (pdf.numPages > MAX_PAGES) throw new UnreadableError(`The file has more than ${MAX_PAGES} pages.`);
  yield { kind: 'pages', count: pdf.numPages };
  const info = (await pdf.getMetadata()).info as Readonly<Record<string, unknown>>;
  const title = titleOf(info);
  if (title !== undefined) yield { kind: 'title', title };
  const time = timeOf(info.ModDate) ?? timeOf(info.CreationDate);
  if (time !== undefined) yield { kind: 'facts', facts: { time } };
  const recogniser = new TextRecogniser(MAX_SCANNED_PAGES);
  try {
    for (let page = 1; page <= pdf.numPages; page++) {
      const text = await readPage(pdf, page, recogniser);
      if (text !== '') yield { kind: 'text', text: `${text}\n`, place: { page } };
      yield { kind: 'progress', done: page / pdf.numPages };
    }
  } finally {
    await recogniser.close();
    await pdf.loadingTask.destroy();
  }
}

async function open(content: Buffer): Promise<Pdf> {
  try {
    // A copy of its own: pdf.js takes the array over.
    return await getDocumentProxy(new Uint8Array(content), { maxImageSize: MAX_PIXELS, verbosity: 0 });
  } catch (error) {
    if (!(error instanceof Error && error.name === 'PasswordException')) throw error;
    throw new UnreadableError('The file is protected by a password.');
  }
}

function titleOf({ Title: given }: Readonly<Record<string, unknown>>): string | undefined {
  const title = typeof given === 'string' ? cleanText(given).trim() : '';
  return title === '' ? undefined : title;
}

/** "D:20260304093000+01'00'" (ISO 32000-1, 7.9.4, from knowledge): all but the year may be missing. */
function timeOf(given: unknown): string | undefined {
  const date = /^(?:D:)?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(String(given));
  if (date === null) return undefined;
  const [, year, month, day, hour, minute, second = '00', utc = '', offset, offsetMinute = '00'] = date;
  const clock = hour === undefined ? '' : `T${hour}:${minute}:${second}`;
  return statedTime(`${year}-${month}-${day}${clock}${offset === undefined ? utc : `${offset}:${offsetMinute}`}`);
}

async function readPage(pdf: Pdf, number: number, recogniser: TextRecogniser): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const text = cleanText(pageText(items)).trim();
  if (text.length >= LEAST_CHARACTERS) {
    page.cleanup();
    return text;
  }
  const seen: string[] = [];
  for await (const image of scannedImages(pdf, number)) {
    // V8 does not hurry to free what lies outside of its heap: ten scans would be in memory at once.
    globalThis.gc?.();
    seen.push(await recogniser.read(image));
  }
  page.cleanup();
  return [text, ...seen].filter((part) => part !== '').join('\n');
}
