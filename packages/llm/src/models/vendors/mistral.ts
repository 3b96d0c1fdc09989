import type { ModelEntry, Page } from '../model-entry.ts';

const PAGE: Page = {
  source: 'mistral.ai/pricing/api, as in genai-prices 0.2.3; limits: models.dev, providers/mistral',
  read: '2026-11-26',
};

const QUARTER_MILLION = { contextTokens: 262_144 } as const;

// `-latest` stands only where the page says which model it is; `mistral-large-latest` could be either of two.
// prettier-ignore
export const MISTRAL = [
  { ...PAGE, contextTokens: 1_048_576, names: ['mistral-large-4', 'mistral-large-4-0'], prices: [{ input: '0.7', cachedInput: '0.07', output: '2.1' }] },
  { ...PAGE, ...QUARTER_MILLION, names: ['mistral-large-2512'], prices: [{ input: '0.5', cachedInput: '0.05', output: '1.5' }] },
  { ...PAGE, ...QUARTER_MILLION, names: ['mistral-medium-latest', 'mistral-medium-2604', 'mistral-medium-3-5', 'mistral-medium-3.5'], prices: [{ input: '1.5', cachedInput: '0.15', output: '7.5' }] },
  { ...PAGE, ...QUARTER_MILLION, names: ['mistral-medium-2508'], prices: [{ input: '0.4', cachedInput: '0.04', output: '2' }] },
  { ...PAGE, ...QUARTER_MILLION, names: ['mistral-small-latest', 'mistral-small-2603'], prices: [{ input: '0.15', cachedInput: '0.015', output: '0.6' }] },
  { ...PAGE, contextTokens: 128_000, names: ['mistral-small-2506'], prices: [{ input: '0.1', output: '0.3' }] },
  { ...PAGE, ...QUARTER_MILLION, names: ['ministral-14b-2512'], prices: [{ input: '0.2', cachedInput: '0.02', output: '0.2' }] },
  { ...PAGE, ...QUARTER_MILLION, names: ['ministral-8b-latest', 'ministral-8b-2512'], prices: [{ input: '0.15', cachedInput: '0.015', output: '0.15' }] },
  { ...PAGE, contextTokens: 131_072, names: ['ministral-3b-2512'], prices: [{ input: '0.1', cachedInput: '0.01', output: '0.1' }] },
  { ...PAGE, contextTokens: 128_000, names: ['codestral-2508'], prices: [{ input: '0.3', cachedInput: '0.03', output: '0.9' }] },
  { ...PAGE, contextTokens: 128_000, names: ['open-mistral-nemo'], prices: [{ input: '0.15', output: '0.15' }] },
] as const satisfies readonly ModelEntry[];
