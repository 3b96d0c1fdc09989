import { isUtf8 } from 'node:buffer';

/** What an encoding is called by TextDecoder. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The encoding of a text by its first bytes: what its byte order mark says, else UTF-8 when it is valid, else Latin 1 in
 * the form that Windows writes and browsers assume.
 * @param isWhole whether these are all bytes of the text; of a part, the last character may be cut
 */
export function encodingOf(start: Buffer, isWhole: boolean): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return isUtf8(isWhole ? start : withoutCutCharacter(start)) ? 'utf-8' : 'windows-1252';
}

/** A text as we can keep it: without byte order mark and NUL, which Postgres refuses, and with plain line ends. */
export function decodeText(bytes: Buffer): string {
  return cleanText(new TextDecoder(encodingOf(bytes, true)).decode(bytes));
}

export function cleanText(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\r\n?/g, '\n').toWellFormed();
}

/** UTF-8 has at most four bytes a character; those of the last one, which may be cut, are left out. */
function withoutCutCharacter(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(4, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
  }
  return bytes;
}
