import { describe, expect, it } from '@jest/globals';
import { Drain } from './drain.ts';

const settled = async (promise: Promise<unknown>): Promise<boolean> => {
  let done = false;
  void promise.then(() => (done = true));
  await new Promise((resolve) => setImmediate(resolve));
  return done;
};

describe('Drain', () => {
  it('waits for the last request under way', async () => {
    const drain = new Drain();
    drain.enter();
    drain.enter();
    const waiting = drain.wait(60_000);
    drain.leave();
    expect([drain.isDraining, await settled(waiting)]).toEqual([true, false]);
    drain.leave();
    expect(await waiting).toBe(true);
  });
  it('does not wait when there is none', async () => {
    expect(await new Drain().wait(60_000)).toBe(true);
  });
  it('waits no longer than the limit', async () => {
    const drain = new Drain();
    drain.enter();
    expect(await drain.wait(1)).toBe(false);
  });
});
