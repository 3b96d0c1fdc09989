import { countTokens, type Encoding } from './count-tokens.ts';
import { estimateTokens } from './estimate-tokens.ts';

/** Counts the tokens of one model. */
export interface TokenCounter {
  /** False: a careful estimate, since the model's tokenizer is not public. */
  exact: boolean;
  /** A bound that costs nothing to find: no tokenizer makes more tokens than a text has bytes. */
  atMost(text: string): number;
  count(text: string): Promise<number>;
}

/** By provider and model: whose tokens OpenAI's public tokenizers count. `gpt-oss` is the same at whoever hosts it. */
const ENCODINGS: readonly (readonly [RegExp, Encoding])[] = [
  [/^local\/extractive$/, 'o200k_base'],
  [/^openai\/(gpt-4o|gpt-4\.1|gpt-5|gpt-6|chatgpt-4o-latest|o[134])(?![a-z0-9])/, 'o200k_base'],
  [/^openai\/(gpt-4|gpt-3\.5-turbo)(-|$)/, 'cl100k_base'],
  [/^[^/]+\/(.+\/)?gpt-oss-\d+b$/, 'o200k_base'],
];

export function tokenCounterOf(providerId: string, model: string): TokenCounter {
  const encoding = ENCODINGS.find(([pattern]) => pattern.test(`${providerId}/${model}`))?.[1];
  return {
    exact: encoding !== undefined,
    atMost: (text) => Buffer.byteLength(text),
    count: (text) => (encoding === undefined ? Promise.resolve(estimateTokens(text)) : countTokens(text, encoding)),
  };
}
