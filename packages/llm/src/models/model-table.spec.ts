import { describe, expect, it } from '@jest/globals';
import { createModelTable } from './model-table.ts';

const table = createModelTable();
const TODAY = new Date('2026-11-26T12:00:00Z');
const inputOf = (provider: string, model: string, time = TODAY): string | undefined =>
  table.find(provider, model)?.priceAt(time)?.input;

describe('a model', () => {
  it.each([
    ['openai', 'gpt-4o-mini', '0.15'],
    ['openai', 'gpt-4o-2024-08-06', '2.5'],
    ['openai', 'gpt-4o-2024-05-13', '5'],
    ['openai', 'gpt-6.1-sol-2026-10-01', '2'],
    ['anthropic', 'claude-opus-4-5-20251101', '5'],
    ['groq', 'openai/gpt-oss-20b', '0.075'],
    ['together', 'zai-org/GLM-5.3', '1.4'],
    ['local', 'extractive', '0'],
  ])('%s/%s is known by its name', (provider, model, input) => {
    expect(inputOf(provider, model)).toBe(input);
  });

  it.each([
    ['openai', 'gpt-4o-2025-01-01', 'a snapshot that may cost otherwise'],
    ['openai', 'gpt-4o-mini-audio', 'another model whose name begins alike'],
    ['openai', 'my-gpt-4o', 'another model whose name ends alike'],
    ['openai', 'GPT-4o', 'another spelling'],
    ['openai', 'gpt-6.1-sol-2026-99-99', 'a date that is none'],
    ['openai', 'claude-opus-5', 'a model of another provider'],
    ['mistral', 'mistral-large-latest', 'an alias that moves'],
    ['azure', 'gpt-4o', 'a deployment'],
    ['ollama', 'llama3.2', 'a model that the operator runs'],
    ['custom', 'gpt-4o', 'whatever a custom provider serves'],
    ['__proto__', 'constructor', 'nonsense'],
  ])('%s/%s is not: %s', (provider, model) => {
    expect(table.find(provider, model)).toBeUndefined();
  });

  it('has its window, and its price by the day', () => {
    expect(table.find('openai', 'gpt-5')).toMatchObject({ contextTokens: 400_000, maxPromptTokens: 272_000 });
    expect(inputOf('gemini', 'gemini-4-argon', new Date('2026-11-30T23:59:59Z'))).toBe('2');
    expect(inputOf('gemini', 'gemini-4-argon', new Date('2026-12-01T00:00:00Z'))).toBe('4');
    expect(inputOf('openai', 'gpt-5.6-sol', new Date('2026-11-21T12:00:00Z'))).toBe('4');
    expect(inputOf('openai', 'gpt-5.6-sol', TODAY)).toBeUndefined();
  });
});

describe('an override', () => {
  const own = createModelTable({
    'azure/chat': { contextTokens: 128_000, prices: [{ input: '3', output: '9' }] },
    'openai/gpt-4o': { prices: [{ input: '1', output: '2' }] },
    'openai/gpt-5': { prices: [] },
    'openai/gpt-4.1': { contextTokens: 64_000 },
  });

  it('adds a model', () => {
    expect(own.find('azure', 'chat')).toMatchObject({ contextTokens: 128_000, maxOutputTokens: undefined });
    expect(own.find('azure', 'chat')?.priceAt(TODAY)).toEqual({ input: '3', output: '9' });
  });

  it('replaces what it says and leaves the rest', () => {
    expect(own.find('openai', 'gpt-4o')).toMatchObject({ contextTokens: 128_000 });
    expect(own.find('openai', 'gpt-4o')?.priceAt(TODAY)).toEqual({ input: '1', output: '2' });
    expect(own.find('openai', 'gpt-5')?.priceAt(TODAY)).toBeUndefined();
    expect(own.find('openai', 'gpt-4.1')).toMatchObject({ contextTokens: 64_000, maxOutputTokens: 32_768 });
  });
});
