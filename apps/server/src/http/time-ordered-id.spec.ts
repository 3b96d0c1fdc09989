import { describe, expect, it } from '@jest/globals';
import { firstIdAt, timeOfId, timeOrderedId } from './time-ordered-id.ts';

describe('timeOrderedId', () => {
  it('is a UUID of version 7 that begins with the time', () => {
    const id = timeOrderedId(Date.now() + 60_000);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sorts in the order of making, however many are made at once and even when the clock goes back', () => {
    const now = Date.now() + 120_000;
    const ids = Array.from({ length: 10_000 }, (_, index) => timeOrderedId(index === 9_000 ? now - 50_000 : now));
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells when it was made, and stands behind the first of that time', () => {
    const time = new Date(Date.now() + 240_000);
    const id = timeOrderedId(time.getTime());
    expect(timeOfId(id)).toEqual(time);
    expect(firstIdAt(time) < id && id < firstIdAt(new Date(time.getTime() + 1))).toBe(true);
    expect(firstIdAt(new Date(-1)) < firstIdAt(new Date(1))).toBe(true);
  });
});
