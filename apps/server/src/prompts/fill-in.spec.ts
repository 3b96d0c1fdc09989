import { describe, expect, it } from '@jest/globals';
import { fillIn } from './fill-in.ts';

describe('fillIn', () => {
  it.each([
    ['{a} and {{a}} and {{ a }}', 'x and x and x'],
    ['{b}, {{b}}, {toString}', '{b}, {{b}}, {toString}'],
    ['{n} {o} {again}', '1 {"k":2} {a}'],
    ['{ a } {} {{}} {"a": 1}', '{ a } {} {{}} {"a": 1}'],
    ['{dollar}', '$&'],
  ])('%s', (text, filled) => {
    expect(fillIn(text, { a: 'x', n: 1, o: { k: 2 }, again: '{a}', dollar: '$&' })).toBe(filled);
  });
});
