import { Problem } from '../problems/problem.ts';

/** How a NUL, half of a surrogate pair, or a number beyond a double can stand in valid UTF-8 JSON. */
const SUSPICIOUS = /\\u(?:0000|d[89a-f])|\de\+?\d{3}|\d{309}/i;

/**
 * The first value that JSON can hold and we cannot keep: text that Postgres refuses, and numbers that became infinite.
 * Values are walked only when `text`, from which they were parsed, gives reason to.
 */
export function faultOfValues(text: string, value: unknown): Problem | undefined {
  return SUSPICIOUS.test(text) ? faultOfTexts(value) : undefined;
}

/** The same, whatever the value was parsed from. */
export function faultOfTexts(value: unknown): Problem | undefined {
  const path = pathOfUnstorable(value, '');
  if (path === undefined) return undefined;
  const detail = `${path} holds a NUL character, half of a surrogate pair, or a number that is too large.`;
  return new Problem('invalid_request_error', detail, { param: path });
}

function pathOfUnstorable(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path || 'body';
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path || 'body';
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const memberPath = path === '' ? key : `${path}.${key}`;
    const found = isStorable(key) ? pathOfUnstorable(member, memberPath) : path || 'body';
    if (found !== undefined) return found;
  }
  return undefined;
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
