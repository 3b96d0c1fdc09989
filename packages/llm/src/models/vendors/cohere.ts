import type { ModelEntry, Page } from '../model-entry.ts';

const PAGE: Page = {
  source: 'models.dev, providers/cohere; cohere.com/pricing, as in genai-prices 0.2.3',
  read: '2026-11-26',
};

// prettier-ignore
export const COHERE = [
  { ...PAGE, contextTokens: 128_000, maxOutputTokens: 64_000, names: ['command-a-plus-05-2026'], prices: [{ input: '2.5', output: '10' }] },
  { ...PAGE, contextTokens: 256_000, maxOutputTokens: 8_000, names: ['command-a-03-2025'], prices: [{ input: '2.5', output: '10' }] },
  { ...PAGE, contextTokens: 128_000, maxOutputTokens: 4_000, names: ['command-r-plus-08-2024'], prices: [{ input: '2.5', output: '10' }] },
  { ...PAGE, contextTokens: 128_000, maxOutputTokens: 4_000, names: ['command-r-08-2024'], prices: [{ input: '0.15', output: '0.6' }] },
  { ...PAGE, contextTokens: 128_000, maxOutputTokens: 4_000, names: ['command-r7b-12-2024'], prices: [{ input: '0.0375', output: '0.15' }] },
] as const satisfies readonly ModelEntry[];
