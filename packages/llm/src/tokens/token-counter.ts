import { countTokens, type Encoding } from './count-tokens.ts';
import { estimateTokens } from './estimate-tokens.ts';

/** Counts the tokens of one model. */
export interface TokenCounter {
  /** False: a careful estimate, since the model's tokenizer is not public. */
  exact: boolean;
  /** A bound that costs nothing to find: no tokenizer makes more tokens than a text has bytes. */
  atMost(text: string): number;
  /** Quick whatever the text holds, and rather too high. */
  estimate(text: string): number;
  count(text: string): Promise<number>;
}

/** By provider and model: whose tokens OpenAI's public tokenizers count. `gpt-oss` is the same at whoever hosts it. */
const ENCODINGS: readonly (readonly [RegExp, Encoding])[] = [
  [/^local\/extractive$/, 'o200k_base'],
  [/^openai\/(gpt-4o|gpt-4\.1|gpt-5|gpt-6|chatgpt-4o-latest|o[134])(?![a-z0-9])/, 'o200k_base'],
  [/^openai\/(gpt-4|gpt-3\.5-turbo)(-|$)/, 'cl100k_base'],
  [/^[^/]+\/(.+\/)?gpt-oss-\d+b$/, 'o200k_base'],
];

/**
 * What estimates are multiplied by: Claude's tokenizer since Opus 4.7 makes up to 1.35 times as many tokens as the one
 * before (anthropic.com/news/claude-opus-4-7, read 2026-11-26). Against ctok 1.3.0, which reconstructs its counts, the bare
 * estimate was 0.77 to 0.89 for code, base64, English and German.
 */
const ESTIMATE_FACTORS: readonly (readonly [RegExp, number])[] = [[/^(anthropic|openrouter\/anthropic)\//, 1.3]];

export function tokenCounterOf(providerId: string, model: string): TokenCounter {
  const name = `${providerId}/${model}`;
  const encoding = ENCODINGS.find(([pattern]) => pattern.test(name))?.[1];
  const factor = ESTIMATE_FACTORS.find(([pattern]) => pattern.test(name))?.[1] ?? 1;
  const estimate = (text: string): number => Math.ceil(estimateTokens(text) * factor);
  return {
    exact: encoding !== undefined,
    atMost: (text) => Math.ceil(Buffer.byteLength(text) * factor),
    estimate,
    count: (text) => (encoding === undefined ? Promise.resolve(estimate(text)) : countTokens(text, encoding)),
  };
}
