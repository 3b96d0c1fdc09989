import type { ModelEntry, Page } from '../model-entry.ts';

const PAGE: Page = {
  source: 'platform.claude.com/docs/en/about-claude/pricing, as in genai-prices 0.2.3; limits: its pages of the models',
  read: '2026-11-26',
};

const MILLION = { contextTokens: 1_000_000, maxOutputTokens: 128_000 } as const;
const SMALL = { contextTokens: 200_000, maxOutputTokens: 64_000 } as const;
const SEARCH = { webSearch: '10' } as const;

// prettier-ignore
export const ANTHROPIC = [
  { ...PAGE, ...MILLION, dated: true, names: ['claude-fable-5-2', 'claude-mythos-5-2'], prices: [{ input: '8', cachedInput: '0.2', cacheWrite: '10', output: '40', ...SEARCH }] },
  { ...PAGE, ...MILLION, dated: true, names: ['claude-fable-5-1', 'claude-mythos-5-1'], prices: [{ input: '10', cachedInput: '0.25', cacheWrite: '12.5', output: '50', ...SEARCH }] },
  { ...PAGE, ...MILLION, dated: true, names: ['claude-fable-5', 'claude-mythos-5'], prices: [{ input: '10', cachedInput: '1', cacheWrite: '12.5', output: '50', ...SEARCH }] },
  { ...PAGE, ...MILLION, dated: true, names: ['claude-opus-5-5'], prices: [{ input: '4', cachedInput: '0.2', cacheWrite: '5', output: '20', ...SEARCH }] },
  { ...PAGE, ...MILLION, dated: true, names: ['claude-sonnet-5-5'], prices: [{ input: '2', cachedInput: '0.1', cacheWrite: '2.5', output: '10', ...SEARCH }] },
  { ...PAGE, ...MILLION, dated: true, names: ['claude-haiku-5-5'], prices: [
    { input: '0.1', cachedInput: '0.01', cacheWrite: '0.125', output: '0.5', ...SEARCH, above: { promptTokens: 100_000, input: '0.5', cachedInput: '0.05', cacheWrite: '0.625', output: '2.5' } } ] },
  { ...PAGE, ...MILLION, dated: true, names: ['claude-opus-5'], prices: [{ input: '5', cachedInput: '0.5', cacheWrite: '6.25', output: '25', ...SEARCH }] },
  { ...PAGE, ...MILLION, dated: true, names: ['claude-sonnet-5'], prices: [{ input: '2', cachedInput: '0.2', cacheWrite: '2.5', output: '10', ...SEARCH }] },
  { ...PAGE, ...MILLION, dated: true, names: ['claude-opus-4-8', 'claude-opus-4-7', 'claude-opus-4-6'], prices: [{ input: '5', cachedInput: '0.5', cacheWrite: '6.25', output: '25', ...SEARCH }] },
  { ...PAGE, ...MILLION, maxOutputTokens: 64_000, dated: true, names: ['claude-sonnet-4-6'], prices: [{ input: '3', cachedInput: '0.3', cacheWrite: '3.75', output: '15', ...SEARCH }] },
  { ...PAGE, ...SMALL, dated: true, names: ['claude-opus-4-5'], prices: [{ input: '5', cachedInput: '0.5', cacheWrite: '6.25', output: '25', ...SEARCH }] },
  { ...PAGE, ...SMALL, dated: true, names: ['claude-sonnet-4-5'], prices: [{ input: '3', cachedInput: '0.3', cacheWrite: '3.75', output: '15', ...SEARCH }] },
  { ...PAGE, ...SMALL, dated: true, names: ['claude-haiku-4-5'], prices: [{ input: '1', cachedInput: '0.1', cacheWrite: '1.25', output: '5', ...SEARCH }] },
] as const satisfies readonly ModelEntry[];
