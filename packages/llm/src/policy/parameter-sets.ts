import type { OpenAiParameters } from '@groundwire/client';
import type { ParameterName } from './policy.ts';

// A Record, so that a new parameter of OpenAI's does not compile until somebody decided who else gets it.
export const NEW_AT_OPENAI = Object.keys({
  store: true,
  verbosity: true,
  safety_identifier: true,
  prompt_cache_key: true,
  prompt_cache_retention: true,
  prompt_cache_options: true,
  moderation: true,
} satisfies Record<keyof OpenAiParameters, true>) as (keyof OpenAiParameters)[];

export const OPENAI_ONLY = [
  ...NEW_AT_OPENAI,
  'audio',
  'metadata',
  'modalities',
  'prediction',
  'service_tier',
  'web_search_options',
] as const satisfies readonly ParameterName[];

export const PENALTIES = ['frequency_penalty', 'presence_penalty'] as const satisfies readonly ParameterName[];
export const LOGPROBS = ['logprobs', 'top_logprobs'] as const satisfies readonly ParameterName[];

/** What every vendor takes that was read. */
export const BASIC = [
  'max_completion_tokens',
  'max_tokens',
  'reasoning_effort',
  'response_format',
  'stop',
  'stream',
  'temperature',
  'tools',
  'top_p',
] as const satisfies readonly ParameterName[];

export const OLD_TOKEN_LIMIT = { max_completion_tokens: 'max_tokens' } as const;
export const NEW_TOKEN_LIMIT = { max_tokens: 'max_completion_tokens' } as const;

/** For vendors that only know thinking and not thinking. */
export const EFFORT_ON_OFF = {
  none: 'none',
  minimal: 'none',
  low: 'none',
  medium: 'high',
  high: 'high',
  xhigh: 'high',
} as const;

/** Open models, and those that resellers offer under these names, that think unless told not to; from the models' own pages. */
export const REASONING_MODELS =
  /gpt-oss|deepseek-(?:r1|reasoner|v4)|magistral|qwq|qwen-?3(?!.*(?:instruct|coder))|(?:^|\/)(?:o\d|gpt-5(?![\w.]*-chat)|gemini-(?:2\.5-(?!flash-lite)|[3-9]))|grok-(?:3-mini|4(?!.*non-reasoning))/i;
