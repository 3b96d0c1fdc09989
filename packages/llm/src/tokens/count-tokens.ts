import { setImmediate } from 'node:timers/promises';
import type * as o200kBase from 'gpt-tokenizer/encoding/o200k_base';

/** OpenAI's encodings: `o200k_base` since GPT-4o, `cl100k_base` before. */
export type Encoding = 'o200k_base' | 'cl100k_base';

type Tokenizer = Pick<typeof o200kBase, 'encode' | 'decode'>;

/** Text is counted in pieces of this length, with a turn for other requests after each: at worst 40 ms apart. */
const PIECE_LENGTH = 10_000;
/** Counting a run without a break takes the square of its length: texts with long ones are counted in short pieces. */
const LONG_RUN_LENGTH = 400;
const SHORT_PIECE_LENGTH = 250;

/** Text that looks like a special token is counted as the text it is; by default the tokenizer would throw. */
export const AS_TEXT = { disallowedSpecial: new Set<string>() };

/** Tokens of a text, in time proportional to its length: 0.1 s for a million characters of prose, 4 s of random letters. */
export async function countTokens(text: string, encoding: Encoding = 'o200k_base'): Promise<number> {
  const { encode } = await loadTokenizer(encoding);
  const pieceLength = hasLongRun(text) ? SHORT_PIECE_LENGTH : PIECE_LENGTH;
  let count = 0;
  for (let start = 0; start < text.length; start += pieceLength) {
    if (start > 0 && start % PIECE_LENGTH === 0) await setImmediate();
    count += encode(text.slice(start, start + pieceLength), AS_TEXT).length;
  }
  return count;
}

/** Loading a table of tokens takes 200 ms and 60 MB: only who uses it pays, once. */
export function loadTokenizer(encoding: Encoding): Promise<Tokenizer> {
  return encoding === 'o200k_base'
    ? import('gpt-tokenizer/encoding/o200k_base')
    : import('gpt-tokenizer/encoding/cl100k_base');
}

/** Whether white space, or its absence, goes on for long. A loop: a pattern that backs up would take a thousand times longer. */
function hasLongRun(text: string): boolean {
  let runLength = 0;
  let wasSpace = false;
  for (let index = 0; index < text.length; index++) {
    const isSpace = isWhiteSpace(text.charCodeAt(index));
    runLength = isSpace === wasSpace ? runLength + 1 : 1;
    if (runLength >= LONG_RUN_LENGTH) return true;
    wasSpace = isSpace;
  }
  return false;
}

function isWhiteSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a);
}
