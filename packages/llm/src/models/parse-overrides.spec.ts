import { describe, expect, it } from '@jest/globals';
import { parseOverrides } from './parse-overrides.ts';

describe('parseOverrides', () => {
  it('reads limits and prices', () => {
    const above = { promptTokens: 200_000, input: '2', output: '4' };
    const price = { input: '1', cachedInput: '0.125', output: '2', webSearch: '10', above };
    expect(
      parseOverrides({ 'azure/chat': { contextTokens: 128_000, price }, 'openai/gpt-4o': { price: null } }),
    ).toEqual({ 'azure/chat': { contextTokens: 128_000, prices: [price] }, 'openai/gpt-4o': { prices: [] } });
    expect(parseOverrides({})).toEqual({});
  });

  it.each<[unknown, string]>([
    [[], 'the file must hold an object'],
    [{ 'gpt-4o': {} }, '"gpt-4o" must be a provider and a model'],
    [{ 'a/b': 3 }, '"a/b" must hold an object'],
    [{ 'a/b': { contextTokens: '9' } }, '"a/b" contextTokens must be a whole number'],
    [{ 'a/b': { maxOutputTokens: 0 } }, '"a/b" maxOutputTokens must be a whole number'],
    [{ 'a/b': { window: 9 } }, '"a/b" has no "window". Known: contextTokens'],
    [{ 'a/b': { price: { input: '1' } } }, '"a/b" price.output must be US dollars'],
    [{ 'a/b': { price: { input: 1, output: '1' } } }, '"a/b" price.input must be US dollars'],
    [{ 'a/b': { price: { input: '-1', output: '1' } } }, '"a/b" price.input must be US dollars'],
    [{ 'a/b': { price: { input: '1e3', output: '1' } } }, '"a/b" price.input must be US dollars'],
    [{ 'a/b': { price: { input: '0.1234567', output: '1' } } }, '"a/b" price.input must be US dollars'],
    [{ 'a/b': { price: { input: '1', output: '1', outptu: '1' } } }, '"a/b" price has no "outptu"'],
    [
      { 'a/b': { price: { input: '1', output: '1', above: { input: '1', output: '1' } } } },
      'above.promptTokens must be',
    ],
  ])('refuses %j', (json, message) => {
    expect(() => parseOverrides(json)).toThrow(message);
  });
});
