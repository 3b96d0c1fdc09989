import type { ModelEntry, Page } from '../model-entry.ts';

const PAGE: Page = { source: 'api-docs.deepseek.com/quick_start/pricing', read: '2026-11-26' };

const MILLION = { contextTokens: 1_000_000, maxOutputTokens: 384_000 } as const;

// These are the prices of the peak hours. Off peak, on weekends and on public holidays of China half is billed, and
// no answer says which it was.
// prettier-ignore
export const DEEPSEEK = [
  { ...PAGE, ...MILLION, names: ['deepseek-flash', 'deepseek-v4-flash'], prices: [{ atMost: true, input: '0.3', cachedInput: '0.006', output: '1.2' }] },
  { ...PAGE, ...MILLION, names: ['deepseek-v4-pro'], prices: [{ atMost: true, input: '1.32', cachedInput: '0.044', output: '3.96' }] },
] as const satisfies readonly ModelEntry[];
