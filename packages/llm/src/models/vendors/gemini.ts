import type { ModelEntry, Page } from '../model-entry.ts';

const PAGE: Page = {
  source: 'ai.google.dev/gemini-api/docs/pricing, as in genai-prices 0.2.3; limits: models.dev, providers/google',
  read: '2026-11-26',
};
const NEWEST: Page = {
  source: 'ai.google.dev/gemini-api/docs/pricing, as in the notes of TokenMeter 0.17.0',
  read: '2026-11-26',
};

const MILLION = { contextTokens: 1_048_576, maxOutputTokens: 65_536 } as const;
const SEARCH = { webSearch: '14' } as const;

// Thinking is billed as output, and is in `total_tokens` though not in `completion_tokens`.
// prettier-ignore
export const GEMINI = [
  { ...NEWEST, ...MILLION, names: ['gemini-4-neon'], prices: [{ input: '3', cachedInput: '0.15', output: '15', ...SEARCH }] },
  { ...NEWEST, ...MILLION, names: ['gemini-4-hydrogen'], prices: [{ input: '1.5', cachedInput: '0.075', output: '7.5', ...SEARCH }] },
  { ...PAGE, ...MILLION, names: ['gemini-4-argon'], prices: [
    { until: '2026-11-30', input: '2', cachedInput: '0.1', output: '10', ...SEARCH },
    { from: '2026-12-01', input: '4', cachedInput: '0.2', output: '20', ...SEARCH } ] },
  { ...PAGE, ...MILLION, names: ['gemini-3.8-flash', 'gemini-3.7-flash', 'gemini-3.6-flash'], prices: [
    { until: '2026-12-31', input: '0.75', cachedInput: '0.075', output: '3.75', ...SEARCH },
    { from: '2027-01-01', input: '1.5', cachedInput: '0.15', output: '7.5', ...SEARCH } ] },
  { ...PAGE, ...MILLION, names: ['gemini-3.5-flash'], prices: [{ input: '1.5', cachedInput: '0.15', output: '9', ...SEARCH }] },
  { ...PAGE, ...MILLION, names: ['gemini-3.5-flash-lite'], prices: [{ input: '0.3', cachedInput: '0.03', output: '2.5', ...SEARCH }] },
  { ...PAGE, ...MILLION, names: ['gemini-3.1-pro-preview'], prices: [
    { input: '2', cachedInput: '0.2', output: '12', ...SEARCH, above: { promptTokens: 200_000, input: '4', cachedInput: '0.4', output: '18' } } ] },
  { ...PAGE, ...MILLION, names: ['gemini-3.1-flash-lite'], prices: [{ input: '0.25', cachedInput: '0.025', output: '1.5', ...SEARCH }] },
  { ...PAGE, ...MILLION, names: ['gemini-3-flash-preview'], prices: [{ input: '0.5', cachedInput: '0.05', output: '3', ...SEARCH }] },
  { ...PAGE, ...MILLION, names: ['gemini-2.5-pro'], prices: [
    { input: '1.25', cachedInput: '0.125', output: '10', webSearch: '35', above: { promptTokens: 200_000, input: '2.5', cachedInput: '0.25', output: '15' } } ] },
  { ...PAGE, ...MILLION, names: ['gemini-2.5-flash'], prices: [{ input: '0.3', cachedInput: '0.03', output: '2.5', webSearch: '35' }] },
  { ...PAGE, ...MILLION, names: ['gemini-2.5-flash-lite'], prices: [{ input: '0.1', cachedInput: '0.01', output: '0.4', webSearch: '35' }] },
] as const satisfies readonly ModelEntry[];
