import type { Fault, MessagesBody } from './messages-body.ts';

// From the migration pages of platform.claude.com/docs, by hand: a table of its own, so that it can contradict ours.
const BUDGET_IS_GONE = /^claude-(?:opus-4-[7-9]|(?:opus|sonnet|haiku|fable|mythos)-5)/;
const NOT_ADAPTIVE = /^claude-(?:[23]|instant|(?:opus|sonnet|haiku)-4(?!-[6-9]\b))/;
const NO_EFFORT = /^claude-(?:[23]|instant|(?:sonnet|haiku)-4(?!-[6-9]\b)|opus-4(?!-[5-9]\b))/;
const NO_PREFILL = /^claude-(?:(?:opus|sonnet)-4-[6-9]|(?:opus|sonnet|haiku|fable|mythos)-5)/;

const isThinking = (thinking: MessagesBody['thinking']): boolean =>
  thinking?.type === 'enabled' || thinking?.type === 'adaptive';

const RULES: readonly ((body: MessagesBody) => Fault)[] = [
  ({ model, thinking }) =>
    thinking?.type === 'enabled' && BUDGET_IS_GONE.test(model)
      ? '"thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort".'
      : undefined,
  ({ model, thinking }) =>
    thinking?.type === 'adaptive' && NOT_ADAPTIVE.test(model)
      ? 'adaptive thinking is not supported on this model'
      : undefined,
  ({ model, output_config: output }) =>
    output?.effort !== undefined && NO_EFFORT.test(model)
      ? 'This model does not support the effort parameter.'
      : undefined,
  ({ model, thinking, messages }) =>
    messages.at(-1)?.role === 'assistant' && (isThinking(thinking) || NO_PREFILL.test(model))
      ? 'This model does not support assistant message prefill. The conversation must end with a user message.'
      : undefined,
];

/** What only some models answer 400 to. A model whose name says nothing is taken for any. */
export function modelFault(body: MessagesBody): Fault {
  return RULES.map((rule) => rule(body)).find((fault) => fault !== undefined);
}
