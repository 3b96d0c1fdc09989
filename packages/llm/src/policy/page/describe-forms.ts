import type { PolicyRules } from '../policy.ts';

const THINKING: Record<NonNullable<PolicyRules['thinking']>, string> = {
  reasoning_effort: '⇒ reasoning_effort: low below 4096, medium below 16384, else high',
  thinking_config: '⇒ extra_body.google.thinking_config',
  thinking_token_budget: '⇒ thinking_token_budget',
  type: '⇒ on or off, without the budget',
};
const LOST_THOUGHTS: Record<NonNullable<PolicyRules['lostThoughts']>, string> = {
  unthinking: 'thinking off without it',
  excused: 'a placeholder without it',
};
const TOOL_CHOICE: Record<NonNullable<PolicyRules['toolChoice']>, string> = {
  narrowed: 'a name or none ⇒ only those tools; required ✗',
  unthinking: 'required or a name ⇒ thinking off; ✗ when it was asked for',
};
const SCHEMA: Record<NonNullable<PolicyRules['schema']>, string> = {
  json_schema: '⇒ json_schema',
  json_object: '⇒ json_object with schema',
  prompt: '⇒ json_object, the schema in the prompt',
  either: '= in both forms',
};
const IMAGES: Record<NonNullable<PolicyRules['images']>, string> = {
  any: '=',
  data: '`data:` only, else ✗',
  none: '✗',
};

type Description = readonly [what: string, describe: (policy: PolicyRules) => string];

const FORMS: readonly Description[] = [
  ['`thinking`', ({ thinking }) => (thinking ? THINKING[thinking] : '✂')],
  ['thinks unless told not to', ({ reasons }) => (reasons ? 'yes' : 'no, or see below')],
  ['earlier thinking, put back', (policy) => describeThoughts(policy) || 'not wanted'],
  ['`tool_choice`', ({ toolChoice }) => (toolChoice ? TOOL_CHOICE[toolChoice] : '=, a name ⇒ an object')],
  [
    '`tools` without `parameters`',
    ({ requiresToolParameters }) => (requiresToolParameters ? '⇒ an empty object' : '='),
  ],
  ['`response_format` with a schema', ({ schema = 'json_schema' }) => SCHEMA[schema]],
  ['`json_object`, no message says JSON', ({ requiresWordJson }) => (requiresWordJson ? '⇒ a system line' : '=')],
  ['images', ({ images = 'any' }) => IMAGES[images]],
  ['role `developer`', ({ takesDeveloper }) => (takesDeveloper ? '=' : '⇒ system')],
  [
    'message fields besides the necessary',
    ({ messageFields }) => messageFields?.join(', ') || (messageFields ? 'none' : '='),
  ],
  ["fields of a tool call besides OpenAI's", ({ toolCallFields }) => toolCallFields?.join(', ') ?? 'none'],
  ['ids of tool calls', ({ nineCharacterIds }) => (nineCharacterIds ? '⇒ nine letters or digits' : '=')],
];

/** The second table: what is no matter of one parameter's value. */
export function describeForms(policies: readonly PolicyRules[]): string[][] {
  return FORMS.map(([what, describe]) => [what, ...policies.map(describe)]);
}

/** Only what some rules say of forms. */
export function describeOwnForms(rules: PolicyRules): string[] {
  const { thinking, images, schema, noEffortBesideTools, reasons, thoughts, lostThoughts } = rules;
  return [
    reasons && 'thinks unless told not to',
    (thoughts ?? lostThoughts) && `earlier thinking ${describeThoughts(rules)}`,
    thinking && `\`thinking\` ${THINKING[thinking]}`,
    schema && `a schema ${SCHEMA[schema]}`,
    images && `images ${IMAGES[images]}`,
    noEffortBesideTools &&
      `\`reasoning_effort\` ⇒ none beside tools${noEffortBesideTools === 'given' ? ', when given' : ''}`,
  ].filter((text) => text !== undefined);
}

function describeThoughts({ thoughts, lostThoughts }: PolicyRules): string {
  return [thoughts && `in \`${thoughts}\``, lostThoughts && LOST_THOUGHTS[lostThoughts]]
    .filter((text) => text !== undefined)
    .join('; ');
}
