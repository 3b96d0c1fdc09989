import type { Part } from '../part.ts';
import { readWhole, type Source } from '../source.ts';
import { decodeText } from './decode-text.ts';
import { MAX_TEXT_BYTES } from '../limits.ts';

/** Plain text and Markdown: as it is. */
export async function* readText(source: Source): AsyncGenerator<Part> {
  yield { kind: 'text', text: decodeText(await readWhole(source, MAX_TEXT_BYTES)) };
}
