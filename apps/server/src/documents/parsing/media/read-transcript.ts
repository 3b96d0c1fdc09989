import { MAX_TEXT_BYTES } from '../limits.ts';
import type { Part } from '../part.ts';
import { cleanText } from '../plain/decode-text.ts';
import { readWhole, type Source } from '../source.ts';

/** What is said, and when where that is known. */
export interface Transcript {
  text: string;
  segments?: readonly { start: number; end: number; text: string }[];
}

/** What was said in a recording: a `Transcript` as JSON. */
export async function* readTranscript(source: Source): AsyncGenerator<Part> {
  const { text, segments } = JSON.parse((await readWhole(source, MAX_TEXT_BYTES)).toString()) as Transcript;
  if (segments === undefined) yield { kind: 'text', text: cleanText(text) };
  for (const { start, end, text: said } of segments ?? []) {
    yield { kind: 'text', text: `${cleanText(said).trim()} `, place: { start_seconds: start, end_seconds: end } };
  }
}
