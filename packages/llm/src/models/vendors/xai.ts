import type { ModelEntry, Page } from '../model-entry.ts';

const PAGE: Page = { source: 'docs.x.ai/docs/models, as in genai-prices 0.2.3', read: '2026-11-26' };
/** models.dev and genai-prices give different prices for its cached input, so it has none here. */
const TWO_PAGES: Page = { source: `${PAGE.source}, and models.dev, providers/xai`, read: '2026-11-26' };

/** The higher prices begin at 200,000 tokens, not above them. */
const LONG = 199_999;

// prettier-ignore
export const XAI = [
  { ...PAGE, contextTokens: 500_000, names: ['grok-4.7', 'grok-4.6'], prices: [
    { input: '2', cachedInput: '0.5', output: '6', above: { promptTokens: LONG, input: '4', cachedInput: '1', output: '12' } } ] },
  { ...TWO_PAGES, contextTokens: 500_000, names: ['grok-4.5'], prices: [
    { input: '2', output: '6', above: { promptTokens: LONG, input: '4', output: '12' } } ] },
  { ...PAGE, contextTokens: 1_000_000, names: ['grok-4.3', 'grok-4.20', 'grok-4.20-0309-reasoning', 'grok-4.20-0309-non-reasoning'], prices: [
    { input: '1.25', cachedInput: '0.2', output: '2.5', above: { promptTokens: LONG, input: '2.5', cachedInput: '0.4', output: '5' } } ] },
  { ...PAGE, contextTokens: 256_000, names: ['grok-4', 'grok-4-0709'], prices: [{ input: '3', cachedInput: '0.75', output: '15' }] },
  { ...PAGE, contextTokens: 131_072, names: ['grok-3'], prices: [{ input: '3', cachedInput: '0.75', output: '15' }] },
  { ...PAGE, contextTokens: 131_072, names: ['grok-3-mini'], prices: [{ input: '0.3', cachedInput: '0.075', output: '0.5' }] },
] as const satisfies readonly ModelEntry[];
