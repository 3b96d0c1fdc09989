import type { Fault, MessagesBody } from './messages-body.ts';

// From the migration pages of platform.claude.com/docs, by hand: a table of its own, so that it can contradict ours.
const BUDGET_IS_GONE = /^claude-(?:opus-4-[7-9]|(?:opus|sonnet|haiku|fable|mythos)-5)/;
const NOT_ADAPTIVE = /^claude-(?:[23]|instant|(?:opus|sonnet|haiku)-4(?!-[6-9]\b))/;
const NO_EFFORT = /^claude-(?:[23]|instant|(?:sonnet|haiku)-4(?!-[6-9]\b)|opus-4(?!-[5-9]\b))/;
const NO_PREFILL = /^claude-(?:(?:opus|sonnet)-4-[6-9]|(?:opus|sonnet|haiku|fable|mythos)-5)/;

/** What only some models answer 400 to. A model whose name says nothing is taken for any. */
export function modelFault({ model, thinking, output_config: output, messages }: MessagesBody): Fault {
  if (thinking?.type === 'enabled' && BUDGET_IS_GONE.test(model)) {
    return '"thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort".';
  }
  if (thinking?.type === 'adaptive' && NOT_ADAPTIVE.test(model)) {
    return 'adaptive thinking is not supported on this model';
  }
  if (output?.effort !== undefined && NO_EFFORT.test(model)) return 'This model does not support the effort parameter.';
  const isPrefilled = messages.at(-1)?.role === 'assistant';
  const isThinking = thinking?.type === 'enabled' || thinking?.type === 'adaptive';
  if (isPrefilled && (isThinking || NO_PREFILL.test(model))) {
    return 'This model does not support assistant message prefill. The conversation must end with a user message.';
  }
  return undefined;
}
