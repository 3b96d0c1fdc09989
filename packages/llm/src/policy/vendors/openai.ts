import { LOGPROBS, NEW_TOKEN_LIMIT, PENALTIES } from '../parameter-sets.ts';
import type { ModelRules, Policy } from '../policy.ts';

const UP_TO_HIGH = { low: 'low', medium: 'medium', high: 'high' } as const;

// Fine-tuned models carry their base in the name: `ft:gpt-4o-mini:acme::id`.
const MODELS: readonly ModelRules[] = [
  {
    pattern: /^(?:ft:)?(?:gpt-3\.5|gpt-4|chatgpt-|gpt-5[\w.]*-chat)/,
    omit: ['reasoning_effort'],
  },
  // 400 for any other temperature or penalty than the default (issues openai-openapi#541, vercel/ai#10932).
  {
    pattern: /^(?:ft:)?(?:o\d|gpt-5(?![\w.]*-chat))/,
    omit: [...LOGPROBS, 'logit_bias', 'top_p'],
    values: { temperature: { 1: 1 }, frequency_penalty: { 0: 0 }, presence_penalty: { 0: 0 } },
    thinking: 'reasoning_effort',
    reasons: true,
  },
  { pattern: /^(?:ft:)?o\d/, values: { reasoning_effort: UP_TO_HIGH } },
  { pattern: /^(?:ft:)?o[34]/, omit: ['stop'] },
  {
    pattern: /^gpt-5(?:-mini|-nano)?(?:-\d{4}|$)/,
    values: { reasoning_effort: { minimal: 'minimal', ...UP_TO_HIGH } },
  },
  // "Function tools with reasoning_effort are not supported …" (400 since 2026-03, issues litellm#34569, pipecat#4043).
  { pattern: /^gpt-5\.(?:4|5)(?!\d)/, noEffortBesideTools: 'given' },
  { pattern: /^gpt-5\.(?:[6-9]|\d\d)/, noEffortBesideTools: 'always' },
  { pattern: /-search-/, omit: [...PENALTIES, 'n', 'seed', 'temperature', 'top_p'] },
  { pattern: /^(?!.*-search-)/, omit: ['web_search_options'] },
];

/** OpenAI's OpenAPI 2.3.0 of 2026-08-21; which model takes what goes by the model's name. */
export const OPENAI = {
  rename: NEW_TOKEN_LIMIT,
  bounds: { n: [1, 128] },
  most: { metadata: 16, stop: 4 },
  requiresWordJson: true,
  takesDeveloper: true,
  messageFields: ['name', 'refusal'],
  models: MODELS,
  // Which effort which generation takes is partly from reports.
  unverified: ['reasoning_effort'],
} as const satisfies Policy;

/** The same API under the names of deployments: only those named like their model get its rules. */
export const AZURE = { ...OPENAI, unverified: 'everything' } as const satisfies Policy;
