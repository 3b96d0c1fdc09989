import { describe, expect, it } from '@jest/globals';
import { durationOf, rateLimitHeaders } from './rate-limit-headers.ts';

const use = { kind: 'requests', period: 'minute', most: '60', used: '1', remaining: '59', resetMs: 900 } as const;

describe('the headers of limits', () => {
  it('are OpenAI’s, of the limit that leaves least', () => {
    const tenant = { ...use, scope: 'tenant', subject: 'alice', most: '100', remaining: '7', resetMs: 59_001 } as const;
    expect(rateLimitHeaders([{ ...use, scope: 'project', subject: 'p' }, tenant])).toEqual({
      'x-ratelimit-limit-requests': '100',
      'x-ratelimit-remaining-requests': '7',
      'x-ratelimit-reset-requests': '1m0s',
    });
  });

  it('leave out when what never begins anew does', () => {
    const headers = rateLimitHeaders([
      { ...use, scope: 'project', subject: 'p', kind: 'budget', period: 'total', resetMs: null },
    ]);
    expect(Object.keys(headers)).toEqual(['x-ratelimit-limit-budget', 'x-ratelimit-remaining-budget']);
  });

  it.each([
    [0, '0ms'],
    [120, '120ms'],
    [1_000, '1s'],
    [59_001, '1m0s'],
    [360_000, '6m0s'],
    [90_061_000, '25h1m1s'],
  ])('say %d ms as %s', (ms, duration) => expect(durationOf(ms)).toBe(duration));
});
