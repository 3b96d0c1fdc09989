import { describe, expect, it } from '@jest/globals';
import { type Fault, retrying } from './retrying.ts';

/** Tries until the wait after the last of `faults`, and returns how long each wait was to be. */
async function waitsOf(faults: Fault[], firstWaitMs = 0): Promise<number[]> {
  const { signal, abort } = ((controller) => ({ signal: controller.signal, abort: () => controller.abort() }))(
    new AbortController(),
  );
  const waits: number[] = [];
  const left = [...faults];
  const onWait = (_why: string, waitMs: number): void => {
    waits.push(waitMs);
    if (left.length === 0) abort();
  };
  const work = (): Promise<never> => Promise.reject(new Error('once more'));
  await expect(retrying(work, () => left.shift(), { firstWaitMs, signal, onWait })).rejects.toThrow();
  return waits;
}

describe('a call that fails', () => {
  it('is left alone for as long as the other side asks', async () => {
    expect(
      await waitsOf([
        { why: 'x', retryAfterMs: 0 },
        { why: 'x', retryAfterMs: 90_000 },
      ]),
    ).toEqual([0, 90_000]);
  });

  it('waits twice as long after each failure', async () => {
    expect(
      await waitsOf(
        Array.from({ length: 4 }, () => ({ why: 'x' })),
        1,
      ),
    ).toEqual([1, 2, 4, 8]);
  });

  it('fails for good after seven attempts, but not when it only has to wait for its turn', async () => {
    const faults = (isTurn: boolean): Fault[] =>
      Array.from({ length: 12 }, () => ({ why: 'x', isTurn, retryAfterMs: 0 }));
    expect((await waitsOf(faults(false))).length).toBe(6);
    expect((await waitsOf(faults(true))).length).toBe(12);
  });

  it('fails at once when it is final, and when it was interrupted', async () => {
    const patience = { firstWaitMs: 0, onWait: () => undefined };
    let calls = 0;
    const work = (): Promise<never> => Promise.reject(new Error(`call ${++calls}`));
    await expect(
      retrying(work, () => undefined, { ...patience, signal: new AbortController().signal }),
    ).rejects.toThrow('call 1');
    await expect(retrying(work, () => ({ why: 'x' }), { ...patience, signal: AbortSignal.abort() })).rejects.toThrow(
      'aborted',
    );
    expect(calls).toBe(1);
  });
});
