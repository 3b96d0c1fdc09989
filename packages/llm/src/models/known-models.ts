import type { LlmProviderId } from '../providers.ts';
import { FIREWORKS } from './hosts/fireworks.ts';
import { GROQ } from './hosts/groq.ts';
import { OPENROUTER } from './hosts/openrouter.ts';
import { TOGETHER } from './hosts/together.ts';
import type { ModelEntry } from './model-entry.ts';
import { ANTHROPIC } from './vendors/anthropic.ts';
import { COHERE } from './vendors/cohere.ts';
import { DEEPSEEK } from './vendors/deepseek.ts';
import { GEMINI } from './vendors/gemini.ts';
import { MISTRAL } from './vendors/mistral.ts';
import { OPENAI } from './vendors/openai.ts';
import { XAI } from './vendors/xai.ts';

/** The answerer of this process reads whatever it is given, for nothing. */
const LOCAL = [
  {
    names: ['extractive'],
    contextTokens: 10_000_000,
    prices: [{ input: '0', cachedInput: '0', cacheWrite: '0', output: '0' }],
    source: 'packages/llm/src/extractive',
    read: '2026-11-26',
  },
] as const satisfies readonly ModelEntry[];

/**
 * What is known of models, by the provider's id. Providers that an operator runs are missing, and what they cost is the
 * operator's to say; so is Azure, whose models are called as their deployments are.
 */
export const knownModels: Readonly<Partial<Record<LlmProviderId, readonly ModelEntry[]>>> = {
  local: LOCAL,
  openai: OPENAI,
  anthropic: ANTHROPIC,
  gemini: GEMINI,
  mistral: MISTRAL,
  deepseek: DEEPSEEK,
  xai: XAI,
  cohere: COHERE,
  groq: GROQ,
  together: TOGETHER,
  fireworks: FIREWORKS,
  openrouter: OPENROUTER,
};
