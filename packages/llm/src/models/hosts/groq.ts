import type { ModelEntry, Page } from '../model-entry.ts';

const PAGE: Page = {
  source: 'console.groq.com/docs/models, as in genai-prices 0.2.3 and models.dev, providers/groq',
  read: '2026-11-26',
};

// prettier-ignore
export const GROQ = [
  { ...PAGE, contextTokens: 131_072, maxOutputTokens: 65_536, names: ['openai/gpt-oss-120b'], prices: [{ input: '0.15', cachedInput: '0.075', output: '0.6' }] },
  { ...PAGE, contextTokens: 131_072, maxOutputTokens: 65_536, names: ['openai/gpt-oss-20b', 'openai/gpt-oss-safeguard-20b'], prices: [{ input: '0.075', cachedInput: '0.0375', output: '0.3' }] },
  { ...PAGE, contextTokens: 131_042, maxOutputTokens: 16_384, names: ['qwen/qwen3.8-27b'], prices: [{ input: '0.8', cachedInput: '0.4', output: '4' }] },
  { ...PAGE, contextTokens: 131_072, names: ['qwen/qwen3-32b'], prices: [{ input: '0.29', output: '0.59' }] },
  { ...PAGE, contextTokens: 131_072, names: ['llama-3.3-70b-versatile'], prices: [{ input: '0.59', output: '0.79' }] },
  { ...PAGE, contextTokens: 131_072, names: ['llama-3.1-8b-instant'], prices: [{ input: '0.05', output: '0.08' }] },
] as const satisfies readonly ModelEntry[];
