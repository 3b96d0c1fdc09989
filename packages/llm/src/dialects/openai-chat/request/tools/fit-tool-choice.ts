import type { Draft } from '../draft.ts';

/** Demanding a tool, where the provider has no plain way to do so. Runs after thinking has got its form. */
export function fitToolChoice(draft: Draft): void {
  const { toolChoice } = draft.policy;
  if (toolChoice === 'narrowed') narrowTools(draft);
  if (toolChoice === 'unthinking') stopThinking(draft);
}

/** OpenAI's newer models use tools in Chat Completions only without reasoning (400 since 2026-03). */
export function fitEffortBesideTools(draft: Draft): void {
  const { parameters, policy, providerId } = draft;
  const effort = parameters.reasoning_effort;
  if (parameters.tools === undefined || policy.noEffortBesideTools === undefined || effort === 'none') return;
  if (effort === undefined && policy.noEffortBesideTools === 'given') return;
  const reason = 'This model takes tools only without reasoning.';
  draft.change('reasoning_effort', 'none', reason, effort === undefined ? 'defaulted' : 'clamped', providerId);
}

/** What is not sent cannot be called: for `none` and for one tool by its name. The rest is left to be refused. */
function narrowTools(draft: Draft): void {
  const { parameters, providerId: provider } = draft;
  const { tools, tool_choice: choice } = parameters;
  if (tools === undefined || choice === undefined) return;
  const wanted = typeof choice === 'string' ? undefined : choice.function?.name;
  const left = tools.filter((tool) => wanted !== undefined && tool.function?.name === wanted);
  if (left.length === 0 && choice !== 'none') return;
  const reason = 'The provider knows no tool choice: only the tools that may be called are sent.';
  const to = { tools: left.map((tool) => tool.function?.name) };
  draft.report({ parameter: 'tool_choice', action: 'translated', from: choice, to, reason, provider });
  delete parameters.tool_choice;
  if (left.length > 0) parameters.tools = left;
  else leaveToolsOut(draft);
}

function leaveToolsOut({ parameters }: Draft): void {
  delete parameters.tools;
  delete parameters.parallel_tool_calls;
}

/** DeepSeek thinks unless told not to, and answers 400 to a demand while it does. */
function stopThinking(draft: Draft): void {
  const { parameters, extras, providerId: provider } = draft;
  const { tool_choice: choice, reasoning_effort: effort } = parameters;
  if (choice === undefined || choice === 'auto' || choice === 'none') return;
  const type = (extras['thinking'] as { type?: string } | undefined)?.type;
  if (type === 'disabled') return;
  if (type === 'enabled' || (effort !== undefined && effort !== 'none')) {
    throw draft.refusal('tool_choice', 'It cannot be made to call a tool while it thinks.');
  }
  extras['thinking'] = { type: 'disabled' };
  const reason = 'The provider can be made to call a tool only while it does not think.';
  draft.report({ parameter: 'thinking', action: 'defaulted', to: extras['thinking'], reason, provider });
}
