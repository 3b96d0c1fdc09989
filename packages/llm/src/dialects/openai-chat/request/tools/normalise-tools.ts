import { LlmError } from '../../../../llm-error.ts';
import type { CallParameters } from '../../../../types.ts';
import type { Draft } from '../draft.ts';

const MODES: readonly unknown[] = ['auto', 'none', 'required'];

/** `functions` and `function_call` are the older names of `tools` and `tool_choice`. */
export function functionsToTools(draft: Draft): void {
  const { functions, function_call: choice, tools, tool_choice } = draft.parameters;
  if (functions !== undefined) {
    if (tools !== undefined) return dropFunctions(draft);
    const asTools = functions.map((definition) => ({ type: 'function', function: definition }));
    move(draft, 'functions', 'tools', asTools);
  }
  if (choice === undefined) return;
  if (tool_choice !== undefined) return draft.drop('function_call', '`tool_choice` wins.');
  move(
    draft,
    'function_call',
    'tool_choice',
    typeof choice === 'string' ? choice : { type: 'function', function: choice },
  );
}

/** Without tools, OpenAI answers 400 to everything that is about them; so does vLLM to an empty list. */
export function dropToolOptions(draft: Draft): void {
  const { tools, tool_choice, parallel_tool_calls } = draft.parameters;
  if (tools !== undefined && tools.length > 0) return;
  const reason = 'It means nothing without tools.';
  if (tools !== undefined) draft.drop('tools', 'The list is empty.');
  if (tool_choice !== undefined) draft.drop('tool_choice', reason);
  if (parallel_tool_calls !== undefined) draft.drop('parallel_tool_calls', reason);
}

/** The AskYoda page lets a tool be demanded by its bare name; vendors want an object. */
export function nameToToolChoice(draft: Draft): void {
  const { tools = [], tool_choice: choice } = draft.parameters;
  if (typeof choice !== 'string' || MODES.includes(choice)) return;
  if (!tools.some((tool) => tool.function?.name === choice)) {
    throw new LlmError('invalid_request', '`tool_choice` names no tool of `tools`.', { param: 'tool_choice' });
  }
  draft.change('tool_choice', { type: 'function', function: { name: choice } }, "OpenAI's form of a tool's name.");
}

function dropFunctions(draft: Draft): void {
  draft.drop('functions', '`tools` wins.');
  if (draft.parameters.function_call !== undefined) draft.drop('function_call', '`tools` wins over `functions`.');
}

function move<Old extends 'functions' | 'function_call', New extends 'tools' | 'tool_choice'>(
  draft: Draft,
  from: Old,
  to: New,
  value: CallParameters[New],
): void {
  const reason = `Sent as \`${to}\`, its newer name; the answer comes back in the older form.`;
  draft.report({
    parameter: from,
    action: 'translated',
    from: draft.parameters[from],
    to: value,
    reason,
    provider: null,
  });
  delete draft.parameters[from];
  draft.parameters[to] = value;
}
