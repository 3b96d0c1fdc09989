import { MAX_PIXELS } from '../limits.ts';
import { UnreadableError } from '../unreadable-error.ts';

/** Throws UnreadableError for a picture whose header promises more pixels than are read, or that is of no known type. */
export function checkPicture(image: Buffer): void {
  const size = sizeOf(image);
  if (size === undefined) throw new UnreadableError('Pictures are read as PNG, JPEG, WebP, GIF or BMP.');
  if (size.width * size.height > MAX_PIXELS) {
    throw new UnreadableError(`The picture has more than ${MAX_PIXELS / 1_000_000} million pixels.`);
  }
}

interface Size {
  width: number;
  height: number;
}

function sizeOf(image: Buffer): Size | undefined {
  if (image.length < 30) return undefined;
  if (image.readUInt32BE(0) === 0x89504e47) return { width: image.readUInt32BE(16), height: image.readUInt32BE(20) };
  const start = image.toString('latin1', 0, 16);
  if (start.startsWith('GIF8')) return { width: image.readUInt16LE(6), height: image.readUInt16LE(8) };
  if (start.startsWith('BM')) return { width: image.readUInt32LE(18), height: Math.abs(image.readInt32LE(22)) };
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return sizeOfWebp(image, start.slice(12));
  return image.readUInt16BE(0) === 0xffd8 ? sizeOfJpeg(image) : undefined;
}

/** The three forms of WebP (developers.google.com/speed/webp/docs/riff_container, from knowledge). */
function sizeOfWebp(image: Buffer, form: string): Size {
  if (form === 'VP8X') return { width: image.readUIntLE(24, 3) + 1, height: image.readUIntLE(27, 3) + 1 };
  if (form === 'VP8 ') return { width: image.readUInt16LE(26) & 0x3fff, height: image.readUInt16LE(28) & 0x3fff };
  const bits = image.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}

/** The size stands in the first frame header (SOF), after segments of any length. */
function sizeOfJpeg(image: Buffer): Size | undefined {
  for (let at = 2; at + 9 < image.length; at += 2 + image.readUInt16BE(at + 2)) {
    if (image[at] !== 0xff) return undefined;
    const marker = image[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: image.readUInt16BE(at + 7), height: image.readUInt16BE(at + 5) };
  }
  return undefined;
}
