import { UnreadableError } from '../unreadable-error.ts';

const MAX_DEPTH = 500;
/** Objects and lists. One of an object's own shape takes 200 bytes of memory, of 10 in the file. */
const MAX_CONTAINERS = 500_000;

/**
 * Throws UnreadableError for JSON that is not to be parsed. `JSON.parse` does not notice that memory is at its end,
 * which ends the process: here it is told in words.
 */
export function checkJson(text: string): void {
  let depth = 0;
  let containers = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '"') index = endOfString(text, index);
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === '{' || character === '[') {
      depth += 1;
      containers += 1;
      if (depth > MAX_DEPTH) throw new UnreadableError(`The file is nested too deeply: more than ${MAX_DEPTH} levels.`);
      if (containers > MAX_CONTAINERS) {
        throw new UnreadableError(`The file holds more than ${MAX_CONTAINERS} objects and lists. Send a line each.`);
      }
    }
  }
}

function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}
