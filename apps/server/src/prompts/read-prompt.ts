import { Problem } from '../http/problems/problem.ts';
import type { BotPrompt } from './bot-prompt.ts';

/** The fields of a profile as a query carries them; the contract has seen to it that the first three are there. */
export interface PromptQuery {
  model: string;
  name: string;
  text: string;
  params?: string;
  system_prompt?: string;
  file_urls?: string;
}

/** A comma may be part of an address; one before the next scheme separates two. */
const BETWEEN_ADDRESSES = /,\s*(?=[a-z][a-z0-9+.-]*:\/\/)/i;

/** Throws a Problem (400) when `params` is no JSON object. */
export function readPrompt({ model, name, text, params, system_prompt, file_urls }: PromptQuery): BotPrompt {
  return {
    name,
    model,
    text,
    params: params ? readParams(params) : {},
    systemPrompt: system_prompt || null,
    fileUrls: file_urls ? file_urls.split(BETWEEN_ADDRESSES) : [],
  };
}

function readParams(text: string): Record<string, unknown> {
  try {
    const params: unknown = JSON.parse(text);
    if (typeof params === 'object' && params !== null && !Array.isArray(params)) {
      return params as Record<string, unknown>;
    }
  } catch {
    // Said below.
  }
  throw new Problem('invalid_request_error', 'params must be a JSON object, as text.', { param: 'params' });
}
