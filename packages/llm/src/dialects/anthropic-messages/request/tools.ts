import type {
  MessageCreateParamsBase,
  Tool as WireTool,
  ToolChoice as WireToolChoice,
  ToolUnion,
} from '@anthropic-ai/sdk/resources/messages';
import type { CallParameters } from '../../../types.ts';
import type { Draft } from '../../openai-chat/request/draft.ts';
import type { Generation } from '../models.ts';
import { take } from './take.ts';
import { toWebSearchTool } from './web-search.ts';

type Tool = NonNullable<CallParameters['tools']>[number];

/** Whether forcing a tool is possible, and whether one answer may hold several calls. */
export interface ToolRules {
  generation: Generation;
  isThinking: boolean;
  /** The older `function_call` of an answer holds one call only. */
  usesFunctions: boolean;
}

export function toTools(draft: Draft, rules: ToolRules): Pick<MessageCreateParamsBase, 'tools' | 'tool_choice'> {
  const asked = take(draft, 'tools') ?? [];
  const webSearch = toWebSearchTool(draft);
  const choice = toToolChoice(draft, rules);
  const isOneByOne = asked.length > 0 && isSerial(draft, rules.usesFunctions);
  const tools = [...asked.map((tool) => toTool(tool, draft)), ...(webSearch === undefined ? [] : [webSearch])];
  if (tools.length === 0) return {};
  return { tools, ...withoutParallelCalls(choice, isOneByOne) };
}

/** A tool that is no function is one that the provider knows: its business. */
function toTool(tool: Tool, draft: Draft): ToolUnion {
  const { type, function: definition } = tool;
  if (type !== 'function' || definition === undefined) return tool as unknown as ToolUnion;
  const { name, description, parameters, strict } = definition;
  if (strict === true) {
    const reason = 'Arguments are not held to their schema in this version.';
    draft.report({ parameter: 'tools[].function.strict', action: 'dropped', from: strict, reason, provider: null });
  }
  const schema = { type: 'object', properties: {}, ...parameters } as WireTool['input_schema'];
  return { name, ...(description !== undefined && { description }), input_schema: schema };
}

function toToolChoice(draft: Draft, { generation, isThinking }: ToolRules): WireToolChoice | undefined {
  const choice = take(draft, 'tool_choice');
  if (choice === undefined) return undefined;
  if (choice === 'auto' || choice === 'none') return { type: choice };
  if (generation.refusesForcedTools || isThinking) {
    throw draft.refusal('tool_choice', 'While it thinks, no tool can be forced: ask for `auto`.');
  }
  if (choice === 'required') return { type: 'any' };
  const name = typeof choice === 'string' ? choice : choice.function?.name;
  if (name === undefined) throw draft.refusal('tool_choice');
  return { type: 'tool', name };
}

function isSerial(draft: Draft, usesFunctions: boolean): boolean {
  const isParallel = take(draft, 'parallel_tool_calls');
  if (isParallel === true || (isParallel === undefined && !usesFunctions)) return false;
  const parameter = 'parallel_tool_calls';
  const [action, reason] =
    isParallel === false
      ? (['translated', 'Sent as `tool_choice.disable_parallel_tool_use`.'] as const)
      : (['defaulted', '`function_call` holds one call only.'] as const);
  draft.report({ parameter, action, from: isParallel, to: false, reason, provider: draft.providerId });
  return true;
}

function withoutParallelCalls(
  choice: WireToolChoice | undefined,
  isOneByOne: boolean,
): Pick<MessageCreateParamsBase, 'tool_choice'> {
  if (!isOneByOne || choice?.type === 'none') return choice === undefined ? {} : { tool_choice: choice };
  return { tool_choice: { ...(choice ?? { type: 'auto' }), disable_parallel_tool_use: true } };
}
