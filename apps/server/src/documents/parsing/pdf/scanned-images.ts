import { extractImages, type getDocumentProxy } from 'unpdf';
import { MAX_PIXELS } from '../limits.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Image = Awaited<ReturnType<typeof extractImages>>[number];

/** Smaller pictures are logos and lines. */
const LEAST_PIXELS = 20_000;
/** A page is one picture, or a few strips of one. */
const MAX_IMAGES = 20;

/** The pictures on a page in shades of grey, which is what writing is looked for in, as PGM. */
export async function* scannedImages(pdf: Pdf, page: number): AsyncGenerator<Uint8Array> {
  const images = (await extractImages(pdf, page)).slice(0, MAX_IMAGES).filter(isReadable);
  // pdf.js keeps what it unpacked, tens of megabytes, until it is told that nobody needs it.
  (await pdf.getPage(page)).cleanup();
  while (images.length > 0) yield greyMap(images.shift()!);
}

function isReadable({ width, height }: Image): boolean {
  return width * height >= LEAST_PIXELS && width * height <= MAX_PIXELS;
}

/** Portable grey map: a line that tells the size, and a byte for each pixel. A colour picture takes four times as much. */
function greyMap({ data, width, height, channels }: Image): Uint8Array {
  const head = Buffer.from(`P5 ${width} ${height} 255\n`);
  const map = new Uint8Array(head.length + width * height);
  map.set(head);
  for (let from = 0, to = head.length; to < map.length; from += channels, to++) {
    // How bright each colour seems (ITU-R BT.601).
    map[to] = channels === 1 ? data[from]! : 0.299 * data[from]! + 0.587 * data[from + 1]! + 0.114 * data[from + 2]!;
  }
  return map;
}
