import type { CallParameters, ParameterName } from '../types.ts';

type Neutral = { [Name in ParameterName]?: (value: NonNullable<CallParameters[Name]>) => boolean };

/** What a model does anyway, or what says nothing at all. */
const NEUTRAL: Neutral = {
  frequency_penalty: (penalty) => penalty === 0,
  function_call: (choice) => choice === 'auto',
  functions: isEmpty,
  logit_bias: isEmpty,
  logprobs: (wanted) => !wanted,
  metadata: isEmpty,
  modalities: (kinds) => kinds.every((kind) => kind === 'text'),
  n: (count) => count === 1,
  parallel_tool_calls: (allowed) => allowed,
  presence_penalty: (penalty) => penalty === 0,
  response_format: ({ type }) => type === 'text',
  service_tier: (tier) => tier === 'auto',
  stop: (texts) => texts.length === 0,
  store: (wanted) => !wanted,
  stream: (wanted) => !wanted,
  // The usage of a stream is always counted, and given to a caller who wants it, whatever the vendor is asked.
  stream_options: (options) => Object.keys(options).every((name) => name === 'include_usage'),
  temperature: (temperature) => temperature === 1,
  tool_choice: (choice) => choice === 'auto',
  tools: isEmpty,
  top_logprobs: (count) => count === 0,
  top_p: (share) => share === 1,
};

/** What means nothing beside no tools, so that nothing is lost with it. */
const WITHOUT_TOOLS: Neutral = {
  function_call: (choice) => choice === 'none',
  parallel_tool_calls: () => true,
  tool_choice: (choice) => choice === 'none',
};

/**
 * Whether a parameter's value asks for nothing. Leaving it out is no change, and so no adjustment: form clients send all
 * their fields.
 */
export function asksForNothing(name: ParameterName, value: unknown, { tools, functions }: CallParameters): boolean {
  const hasTools = [tools, functions].some((list) => list !== undefined && list.length > 0);
  const tests = hasTools ? [NEUTRAL[name]] : [NEUTRAL[name], WITHOUT_TOOLS[name]];
  return tests.some((test) => (test as ((value: unknown) => boolean) | undefined)?.(value) ?? false);
}

function isEmpty(listOrMap: object): boolean {
  return Object.keys(listOrMap).length === 0;
}
