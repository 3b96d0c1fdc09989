import type { ModelEntry, Page } from '../model-entry.ts';

const PAGE: Page = {
  source: 'developers.openai.com/api/docs/pricing, as in genai-prices 0.2.3; limits: models.dev, models/openai',
  read: '2026-11-26',
};
const NEWEST: Page = {
  source: 'developers.openai.com/api/docs/pricing, as in the notes of TokenMeter 0.17.0',
  read: '2026-11-26',
};

/** The large models bound the prompt too; a prompt above 272,000 tokens costs twice, its answer half as much again. */
const MILLION = { contextTokens: 1_050_000, maxPromptTokens: 922_000, maxOutputTokens: 128_000 } as const;
const FOUR_HUNDRED = { contextTokens: 400_000, maxPromptTokens: 272_000, maxOutputTokens: 128_000 } as const;
const GPT_4_1 = { contextTokens: 1_047_576, maxOutputTokens: 32_768 } as const;
const GPT_4O = { contextTokens: 128_000, maxOutputTokens: 16_384 } as const;
const REASONER = { contextTokens: 200_000, maxOutputTokens: 100_000 } as const;
const LONG = 272_000;

/** They say nothing: what they read is all that is billed, and the price of output is never used. */
const EMBEDDER = {
  contextTokens: 8_192,
  source: 'developers.openai.com/api/docs/models, as tokenprice.fyi and embeddingcost.com/openai repeat it',
  read: '2026-11-26',
} as const;

// prettier-ignore
export const OPENAI = [
  { ...EMBEDDER, names: ['text-embedding-3-small'], prices: [{ input: '0.02', output: '0.02' }] },
  { ...EMBEDDER, names: ['text-embedding-3-large'], prices: [{ input: '0.13', output: '0.13' }] },
  { ...EMBEDDER, names: ['text-embedding-ada-002'], prices: [{ input: '0.1', output: '0.1' }] },
  { ...NEWEST, ...MILLION, names: ['gpt-6.2-astra'], prices: [
    { input: '8', cachedInput: '0.4', cacheWrite: '10', output: '40', above: { promptTokens: LONG, input: '16', cachedInput: '0.8', cacheWrite: '20', output: '60' } } ] },
  { ...NEWEST, ...MILLION, names: ['gpt-6.2-sol'], prices: [
    { input: '2', cachedInput: '0.1', cacheWrite: '2.5', output: '10', above: { promptTokens: LONG, input: '4', cachedInput: '0.2', cacheWrite: '5', output: '15' } } ] },
  { ...PAGE, ...MILLION, dated: true, names: ['gpt-6.1-sol'], prices: [
    { input: '2', cachedInput: '0.1', cacheWrite: '2.5', output: '10', above: { promptTokens: LONG, input: '4', cachedInput: '0.2', cacheWrite: '5', output: '15' } } ] },
  { ...PAGE, ...MILLION, dated: true, names: ['gpt-6.1-terra'], prices: [
    { input: '1', cachedInput: '0.05', cacheWrite: '1.25', output: '5', above: { promptTokens: LONG, input: '2', cachedInput: '0.1', cacheWrite: '2.5', output: '7.5' } } ] },
  { ...PAGE, ...MILLION, dated: true, names: ['gpt-6-astra'], prices: [
    { input: '10', cachedInput: '1', cacheWrite: '12.5', output: '50', above: { promptTokens: LONG, input: '20', cachedInput: '2', cacheWrite: '25', output: '75' } } ] },
  { ...PAGE, ...MILLION, dated: true, names: ['gpt-6-sol'], prices: [
    { input: '2', cachedInput: '0.2', cacheWrite: '2.5', output: '10', above: { promptTokens: LONG, input: '4', cachedInput: '0.4', cacheWrite: '5', output: '15' } } ] },
  { ...PAGE, ...MILLION, dated: true, names: ['gpt-6-luna'], prices: [
    { input: '0.1', cachedInput: '0.01', cacheWrite: '0.125', output: '0.5', above: { promptTokens: LONG, input: '0.2', cachedInput: '0.02', cacheWrite: '0.25', output: '0.75' } } ] },
  // Its price was promised to the 21st of November 2026; what it costs since was in no page that could be read.
  { ...PAGE, ...MILLION, dated: true, names: ['gpt-5.6-sol', 'gpt-5.6'], prices: [
    { until: '2026-11-21', input: '4', cachedInput: '0.4', cacheWrite: '5', output: '20', above: { promptTokens: LONG, input: '8', cachedInput: '0.8', cacheWrite: '10', output: '30' } } ] },
  { ...PAGE, ...MILLION, dated: true, names: ['gpt-5.6-terra'], prices: [
    { input: '2', cachedInput: '0.2', cacheWrite: '2.5', output: '12', above: { promptTokens: LONG, input: '4', cachedInput: '0.4', cacheWrite: '5', output: '18' } } ] },
  { ...PAGE, ...MILLION, dated: true, names: ['gpt-5.6-luna'], prices: [
    { input: '0.2', cachedInput: '0.02', cacheWrite: '0.25', output: '1.2', above: { promptTokens: LONG, input: '0.4', cachedInput: '0.04', cacheWrite: '0.5', output: '1.8' } } ] },
  { ...PAGE, ...MILLION, names: ['gpt-5.5', 'gpt-5.5-2026-04-23'], prices: [
    { input: '5', cachedInput: '0.5', output: '30', above: { promptTokens: LONG, input: '10', cachedInput: '1', output: '45' } } ] },
  { ...PAGE, ...MILLION, names: ['gpt-5.4', 'gpt-5.4-2026-03-05'], prices: [
    { input: '2.5', cachedInput: '0.25', output: '15', above: { promptTokens: LONG, input: '5', cachedInput: '0.5', output: '22.5' } } ] },
  { ...PAGE, ...FOUR_HUNDRED, names: ['gpt-5.4-mini', 'gpt-5.4-mini-2026-03-17'], prices: [{ input: '0.75', cachedInput: '0.075', output: '4.5' }] },
  { ...PAGE, ...FOUR_HUNDRED, names: ['gpt-5.4-nano', 'gpt-5.4-nano-2026-03-17'], prices: [{ input: '0.2', cachedInput: '0.02', output: '1.25' }] },
  { ...PAGE, ...FOUR_HUNDRED, names: ['gpt-5.2', 'gpt-5.2-2025-12-11'], prices: [{ input: '1.75', cachedInput: '0.175', output: '14' }] },
  { ...PAGE, ...FOUR_HUNDRED, names: ['gpt-5.1', 'gpt-5.1-2025-11-13'], prices: [{ input: '1.25', cachedInput: '0.125', output: '10' }] },
  { ...PAGE, ...FOUR_HUNDRED, names: ['gpt-5', 'gpt-5-2025-08-07'], prices: [{ input: '1.25', cachedInput: '0.125', output: '10' }] },
  { ...PAGE, ...FOUR_HUNDRED, names: ['gpt-5-mini', 'gpt-5-mini-2025-08-07'], prices: [{ input: '0.25', cachedInput: '0.025', output: '2' }] },
  { ...PAGE, ...FOUR_HUNDRED, names: ['gpt-5-nano', 'gpt-5-nano-2025-08-07'], prices: [{ input: '0.05', cachedInput: '0.005', output: '0.4' }] },
  { ...PAGE, ...GPT_4_1, names: ['gpt-4.1', 'gpt-4.1-2025-04-14'], prices: [{ input: '2', cachedInput: '0.5', output: '8' }] },
  { ...PAGE, ...GPT_4_1, names: ['gpt-4.1-mini', 'gpt-4.1-mini-2025-04-14'], prices: [{ input: '0.4', cachedInput: '0.1', output: '1.6' }] },
  { ...PAGE, ...GPT_4_1, names: ['gpt-4.1-nano', 'gpt-4.1-nano-2025-04-14'], prices: [{ input: '0.1', cachedInput: '0.025', output: '0.4' }] },
  { ...PAGE, ...GPT_4O, names: ['gpt-4o', 'gpt-4o-2024-08-06', 'gpt-4o-2024-11-20'], prices: [{ input: '2.5', cachedInput: '1.25', output: '10' }] },
  { ...PAGE, ...GPT_4O, maxOutputTokens: 4_096, names: ['gpt-4o-2024-05-13'], prices: [{ input: '5', output: '15' }] },
  { ...PAGE, ...GPT_4O, names: ['gpt-4o-mini', 'gpt-4o-mini-2024-07-18'], prices: [{ input: '0.15', cachedInput: '0.075', output: '0.6' }] },
  // They search with every request, for a fee by the size of the search's context that the answer does not state.
  { ...PAGE, ...GPT_4O, names: ['gpt-4o-search-preview', 'gpt-4o-mini-search-preview'], prices: [] },
  { ...PAGE, ...REASONER, names: ['o4-mini', 'o4-mini-2025-04-16'], prices: [{ input: '1.1', cachedInput: '0.275', output: '4.4' }] },
  { ...PAGE, ...REASONER, names: ['o3', 'o3-2025-04-16'], prices: [{ input: '2', cachedInput: '0.5', output: '8' }] },
  { ...PAGE, ...REASONER, names: ['o3-mini', 'o3-mini-2025-01-31'], prices: [{ input: '1.1', cachedInput: '0.55', output: '4.4' }] },
  { ...PAGE, ...REASONER, names: ['o1', 'o1-2024-12-17'], prices: [{ input: '15', cachedInput: '7.5', output: '60' }] },
] as const satisfies readonly ModelEntry[];
