import type { ModelEntry, Page } from '../model-entry.ts';

const PAGE: Page = {
  source: 'models.dev, providers/openrouter and models; openrouter.ai/docs, usage accounting',
  read: '2026-11-26',
};

// It routes a model to several hosts, each with a price of its own, and states in `usage.cost` what it took: none of its
// models has a price here. A host's window may be smaller than the model's, which stands here.
export const OPENROUTER = [
  { ...PAGE, contextTokens: 1_050_000, maxOutputTokens: 128_000, names: ['openai/gpt-6-astra'], prices: [] },
  {
    ...PAGE,
    contextTokens: 128_000,
    maxOutputTokens: 16_384,
    names: ['openai/gpt-4o', 'openai/gpt-4o-mini'],
    prices: [],
  },
  { ...PAGE, contextTokens: 1_000_000, maxOutputTokens: 128_000, names: ['anthropic/claude-sonnet-5.5'], prices: [] },
  { ...PAGE, contextTokens: 200_000, maxOutputTokens: 64_000, names: ['anthropic/claude-haiku-4.5'], prices: [] },
  { ...PAGE, contextTokens: 1_048_576, maxOutputTokens: 65_536, names: ['google/gemini-2.5-pro'], prices: [] },
] as const satisfies readonly ModelEntry[];
