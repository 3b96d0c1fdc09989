import { describe, expect, it } from '@jest/globals';
import { LlmError } from '../llm-error.ts';
import { retryPauseMs } from './retry.ts';

const failed = (retryable: boolean, retryAfterMs?: number): LlmError =>
  new LlmError('upstream', 'failed', { retryable, retryAfterMs });

describe('the pause before a retry', () => {
  it.each([
    [0, 500],
    [1, 1_000],
    [3, 4_000],
    [9, 8_000],
  ])('after attempt %i is %i ms', (attempt, pauseMs) => {
    expect(retryPauseMs(failed(true), attempt, 10, () => 0)).toBe(pauseMs);
  });

  it('is shortened by up to a quarter', () => {
    expect(retryPauseMs(failed(true), 0, 1, () => 1)).toBe(375);
  });

  it("is the vendor's own wish up to five seconds, and none beyond", () => {
    expect(retryPauseMs(failed(true, 5_000), 0, 1)).toBe(5_000);
    expect(retryPauseMs(failed(true, 5_001), 0, 1)).toBeUndefined();
  });

  it('is none for what is final, for the last attempt and for bugs', () => {
    expect(retryPauseMs(failed(false), 0, 1)).toBeUndefined();
    expect(retryPauseMs(failed(true), 1, 1)).toBeUndefined();
    expect(retryPauseMs(new TypeError('bug'), 0, 1)).toBeUndefined();
  });
});
