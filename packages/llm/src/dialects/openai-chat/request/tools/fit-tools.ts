import type { CallParameters } from '../../../../types.ts';
import type { Draft } from '../draft.ts';

type Tool = NonNullable<CallParameters['tools']>[number];

const TOOL_FIELDS: ReadonlySet<string> = new Set(['type', 'function']);
const FUNCTION_FIELDS: ReadonlySet<string> = new Set(['name', 'description', 'parameters', 'strict']);
const NO_PARAMETERS = { type: 'object', properties: {} } as const;

/** Functions as OpenAI's contract has them: what SDKs add for one vendor (`cache_control`) is a 400 at another. */
export function fitTools(draft: Draft): void {
  const { tools } = draft.parameters;
  if (tools === undefined) return;
  const dropped = new Set<string>();
  const clean = tools.map((tool) => toTool(tool, dropped));
  for (const field of dropped) {
    const reason = 'A tool has no such field.';
    draft.report({ parameter: `tools[].${field}`, action: 'dropped', reason, provider: null });
  }
  draft.parameters.tools = draft.policy.requiresToolParameters ? withParameters(draft, clean) : clean;
}

function toTool(tool: Tool, dropped: Set<string>): Tool {
  if (tool.type !== 'function' || tool.function === undefined) return tool;
  const fields = pick(tool, TOOL_FIELDS, '', dropped) as Tool;
  return {
    ...fields,
    function: pick(tool.function, FUNCTION_FIELDS, 'function.', dropped) as NonNullable<Tool['function']>,
  };
}

function pick(given: object, known: ReadonlySet<string>, place: string, dropped: Set<string>): object {
  const entries = Object.entries(given).filter(([field]) => {
    if (!known.has(field)) dropped.add(place + field);
    return known.has(field);
  });
  return Object.fromEntries(entries);
}

function withParameters(draft: Draft, tools: readonly Tool[]): Tool[] {
  const isBare = (tool: Tool): boolean => tool.function !== undefined && tool.function.parameters === undefined;
  if (!tools.some(isBare)) return [...tools];
  draft.report({
    parameter: 'tools[].function.parameters',
    action: 'defaulted',
    to: NO_PARAMETERS,
    reason: 'The provider requires them.',
    provider: draft.providerId,
  });
  return tools.map((tool) =>
    tool.function && isBare(tool) ? { ...tool, function: { ...tool.function, parameters: NO_PARAMETERS } } : tool,
  );
}
