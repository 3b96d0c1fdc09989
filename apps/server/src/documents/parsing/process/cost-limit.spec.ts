import { describe, expect, it } from '@jest/globals';
import { CostLimit, threadTimeMs } from './cost-limit.ts';

describe('CostLimit', () => {
  it('gives any file its time, and a large one more', () => {
    const check = (megabytes: number, spentMs: number) => (): void =>
      new CostLimit(megabytes * 1024 * 1024, () => spentMs).check();
    expect(check(0, 15_000)).not.toThrow();
    expect(check(0, 15_001)).toThrow('Reading the file takes too long.');
    expect(check(10, 15_001)).toThrow('Reading the file takes too long.');
    expect(check(20, 20_000)).not.toThrow();
    expect(check(20, 20_001)).toThrow('Reading the file takes too long.');
  });

  it('knows what this thread has computed', () => {
    const before = threadTimeMs();
    while (threadTimeMs() - before < 5);
    expect(() => new CostLimit(1e12).check()).not.toThrow();
  });
});
