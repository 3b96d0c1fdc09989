import type { ModelEntry, Page } from '../model-entry.ts';

const PAGE: Page = {
  source: 'docs.fireworks.ai/serverless/pricing, as in genai-prices 0.2.3 and models.dev, providers/fireworks-ai',
  read: '2026-11-26',
};

// prettier-ignore
export const FIREWORKS = [
  { ...PAGE, contextTokens: 131_072, names: ['accounts/fireworks/models/gpt-oss-120b'], prices: [{ input: '0.15', cachedInput: '0.015', output: '0.6' }] },
  { ...PAGE, contextTokens: 131_072, names: ['accounts/fireworks/models/gpt-oss-20b'], prices: [{ input: '0.07', cachedInput: '0.035', output: '0.3' }] },
  { ...PAGE, contextTokens: 1_048_576, names: ['accounts/fireworks/models/deepseek-v4-pro-0813'], prices: [{ input: '1.32', cachedInput: '0.044', output: '3.96' }] },
  { ...PAGE, contextTokens: 1_048_573, names: ['accounts/fireworks/models/glm-5p3'], prices: [{ input: '1.4', cachedInput: '0.26', output: '4.4' }] },
  { ...PAGE, contextTokens: 1_040_000, names: ['accounts/fireworks/models/kimi-k3'], prices: [{ input: '3', cachedInput: '0.3', output: '15' }] },
  { ...PAGE, contextTokens: 524_288, names: ['accounts/fireworks/models/minimax-m3'], prices: [{ input: '0.3', cachedInput: '0.06', output: '1.2' }] },
  { ...PAGE, contextTokens: 262_144, names: ['accounts/fireworks/models/qwen3p7-plus'], prices: [{ input: '0.4', cachedInput: '0.08', output: '1.6' }] },
  { ...PAGE, contextTokens: 131_000, names: ['accounts/fireworks/models/llama-v3p1-8b-instruct'], prices: [{ input: '0.2', output: '0.2' }] },
] as const satisfies readonly ModelEntry[];
