import type { Choice } from '@groundwire/client';
import { isObject } from '../../dialects/openai-chat/json.ts';

/** An entry of `logprobs.content`, which tells the text once more. */
export type Token = Record<string, unknown>;

export function toTokens(logprobs: Choice['logprobs'] | undefined): Token[] {
  const content = logprobs?.['content'];
  return Array.isArray(content) ? content.filter(isObject) : [];
}

/** The tokens that begin within the first so many characters of their text. */
export function saidTokens(tokens: readonly Token[], length: number): Token[] {
  let start = 0;
  const end = tokens.findIndex(({ token }) => {
    const isSaid = start < length;
    start += typeof token === 'string' ? token.length : 0;
    return !isSaid;
  });
  return end === -1 ? [...tokens] : tokens.slice(0, end);
}
