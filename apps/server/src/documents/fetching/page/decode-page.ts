const META_SEARCH_BYTES = 1024;
const FALLBACK = 'windows-1252';

/**
 * A page's bytes as text: by its byte order mark, the charset of its header, the one in its head, or as UTF-8 when it is
 * that; otherwise as browsers read what says nothing.
 */
export function decodePage(bytes: Uint8Array, charset: string | undefined): string {
  const declared = markOf(bytes) ?? charset ?? metaCharsetOf(bytes);
  const decoder = declared === undefined ? undefined : decoderOf(declared);
  if (decoder !== undefined) return decoder.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(FALLBACK).decode(bytes);
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

function metaCharsetOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, META_SEARCH_BYTES)).toString('latin1');
  const name = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]+)/i.exec(start)?.[1];
  // A tag that could be read as ASCII is not in UTF-16 (html.spec.whatwg.org, 13.2.3.2).
  return name?.toLowerCase().startsWith('utf-16') ? 'utf-8' : name;
}

/** Undefined for a charset that nobody knows. */
function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
