import type { ModelEntry, Page } from '../model-entry.ts';

const PAGE: Page = {
  source: 'together.ai/pricing, as in genai-prices 0.2.3 and models.dev, providers/togetherai',
  read: '2026-11-26',
};

// prettier-ignore
export const TOGETHER = [
  { ...PAGE, contextTokens: 131_072, names: ['openai/gpt-oss-120b'], prices: [{ input: '0.15', output: '0.6' }] },
  { ...PAGE, contextTokens: 131_072, names: ['meta-llama/Llama-3.3-70B-Instruct-Turbo'], prices: [{ input: '0.88', output: '0.88' }] },
  { ...PAGE, contextTokens: 1_048_576, names: ['deepseek-ai/DeepSeek-V4-Pro-0813'], prices: [{ input: '1.32', cachedInput: '0.13', output: '3.96' }] },
  { ...PAGE, contextTokens: 1_000_000, names: ['deepseek-ai/DeepSeek-V4.1-Flash'], prices: [{ input: '0.3', cachedInput: '0.006', output: '1.2' }] },
  { ...PAGE, contextTokens: 1_048_575, names: ['zai-org/GLM-5.3', 'zai-org/GLM-5.2'], prices: [{ input: '1.4', cachedInput: '0.26', output: '4.4' }] },
  { ...PAGE, contextTokens: 1_048_575, names: ['zai-org/GLM-5.3-Flash'], prices: [{ input: '0.15', cachedInput: '0.03', output: '0.5' }] },
  { ...PAGE, contextTokens: 1_048_576, names: ['moonshotai/Kimi-K3'], prices: [{ input: '3', cachedInput: '0.3', output: '15' }] },
  { ...PAGE, contextTokens: 1_048_576, names: ['moonshotai/Kimi-K3.1-Pro'], prices: [{ input: '2', cachedInput: '0.2', output: '10' }] },
  { ...PAGE, contextTokens: 524_288, names: ['MiniMaxAI/MiniMax-M3'], prices: [{ input: '0.3', cachedInput: '0.06', output: '1.2' }] },
  { ...PAGE, contextTokens: 1_000_000, names: ['Qwen/Qwen3.8-Flash'], prices: [{ input: '0.15', output: '0.47' }] },
] as const satisfies readonly ModelEntry[];
