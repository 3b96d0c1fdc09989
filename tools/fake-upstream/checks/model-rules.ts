import type { ChatBody } from '../chat-body.ts';
import { fault, type Rule } from './fault.ts';

// By the names of models, from issues openai-openapi#541, litellm#34569, pipecat#4043, vercel/ai#10932 and the guides, by
// hand: a table of its own, so that it can contradict ours. A model whose name says nothing is taken for any.
const REASONING = /^(?:ft:)?(?:o\d|gpt-5(?![\w.]*-chat))/;
const PLAIN = /^(?:ft:)?(?:gpt-3\.5|gpt-4)/;
const NO_STOP = /^(?:ft:)?o[34]/;
const NO_TOOLS_WITH_EFFORT = /^gpt-5\.(?:[4-9]|\d\d)/;
const DEFAULT_EFFORT_IS_ON = /^gpt-5\.(?:[6-9]|\d\d)/;
const SEARCH = /-search-/;
const NOT_WHILE_SEARCHING = ['frequency_penalty', 'n', 'presence_penalty', 'seed', 'temperature', 'top_p'];

const unsupported = (name: string) => fault('unsupported with this model', name);
const unless = (value: unknown, expected: unknown): boolean => value !== undefined && value !== expected;

/** What only some models answer 400 to. */
export const MODEL_RULES: readonly Rule[] = [
  (body) => {
    const refused = REASONING.test(body.model) ? reasoningFault(body) : undefined;
    return refused === undefined ? undefined : unsupported(refused);
  },
  ({ model, stop }) => (NO_STOP.test(model) && stop !== undefined ? unsupported('stop') : undefined),
  ({ model, reasoning_effort: effort }) =>
    PLAIN.test(model) && effort !== undefined ? unsupported('reasoning_effort') : undefined,
  ({ model, tools, reasoning_effort: effort }) => {
    if (tools === undefined || !NO_TOOLS_WITH_EFFORT.test(model) || effort === 'none') return undefined;
    const isThinking = effort !== undefined || DEFAULT_EFFORT_IS_ON.test(model);
    return isThinking ? fault('function tools are not supported with it', 'reasoning_effort') : undefined;
  },
  (body) => {
    if (!SEARCH.test(body.model)) return undefined;
    const refused = NOT_WHILE_SEARCHING.find((name) => body[name] !== undefined);
    return refused === undefined ? undefined : unsupported(refused);
  },
  ({ model, web_search_options: search }) =>
    /^(?:gpt-|o\d)/.test(model) && !SEARCH.test(model) && search !== undefined
      ? unsupported('web_search_options')
      : undefined,
];

function reasoningFault(body: ChatBody): string | undefined {
  const fixed = { temperature: 1, top_p: 1, frequency_penalty: 0, presence_penalty: 0, logprobs: false } as const;
  const changed = Object.entries(fixed).find(([name, value]) => unless(body[name], value));
  return changed?.[0] ?? ['max_tokens', 'top_logprobs', 'logit_bias'].find((name) => body[name] !== undefined);
}
