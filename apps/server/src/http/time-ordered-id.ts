import { randomBytes } from 'node:crypto';

let lastTimeMs = 0;
let counter = 0;

/**
 * A version 7 UUID (RFC 9562, method 1): ids made one after another in this process sort in that order, so equal scores
 * keep the order of the documents, requests stand in the order they came, and new rows together in their indexes.
 */
export function timeOrderedId(nowMs = Date.now()): string {
  counter = nowMs > lastTimeMs ? 0 : counter + 1;
  lastTimeMs = Math.max(nowMs, lastTimeMs) + (counter >> 12);
  counter &= 0xfff;
  const time = lastTimeMs.toString(16).padStart(12, '0');
  const random = randomBytes(8);
  random[0] = 0x80 | (random[0]! & 0x3f);
  const tail = random.toString('hex');
  const sequence = counter.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

/** When an id was made. */
export function timeOfId(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

/** Below every id that is made at that time or later, above every earlier one. */
export function firstIdAt(time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
