import { encode } from 'fast-png';
import { extractImages, type getDocumentProxy } from 'unpdf';
import { MAX_PIXELS } from '../limits.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Smaller pictures are logos and lines. */
const LEAST_PIXELS = 20_000;
/** A page is one picture, or a few strips of one. */
const MAX_IMAGES = 20;

/** The pictures on a page, as PNG. */
export async function* scannedImages(pdf: Pdf, page: number): AsyncGenerator<Uint8Array> {
  const images = await extractImages(pdf, page);
  for (const { data, width, height, channels } of images.slice(0, MAX_IMAGES)) {
    const pixels = width * height;
    if (pixels < LEAST_PIXELS || pixels > MAX_PIXELS) continue;
    yield encode({ data: new Uint8Array(data), width, height, channels, depth: 8 });
  }
}
