import type { Draft } from './draft.ts';

/** The AskYoda page's `json_object` with a `schema` is OpenAI's `json_schema`; without `strict`, any schema will do. */
export function convertResponseFormat(draft: Draft): void {
  const format = draft.parameters.response_format;
  if (format?.schema === undefined) return;
  const { type, schema, json_schema } = format;
  const isOwnForm = type === 'json_object' && json_schema === undefined;
  if (isOwnForm && (draft.policy.schema ?? 'json_schema') !== 'json_schema') return;
  const isSchema = type !== 'text' && json_schema === undefined;
  const to = isSchema
    ? { type: 'json_schema' as const, json_schema: { name: 'response', schema, strict: false } }
    : { type, ...(json_schema && { json_schema }) };
  draft.change('response_format', to, "OpenAI's form of a schema to follow.");
}

/** Vendors take a map; of equal keys the last one counts. */
export function mapMetadata(draft: Draft): void {
  const { metadata } = draft.parameters;
  if (!Array.isArray(metadata)) return;
  const map = Object.fromEntries(metadata.map(({ key, value }) => [key, value]));
  draft.change('metadata', map, "OpenAI's form of labels.");
}

/** The contract allows any number, vendors only whole ones from −100 to 100. */
export function roundLogitBias(draft: Draft): void {
  const { logit_bias: bias } = draft.parameters;
  if (bias === undefined) return;
  const entries = Object.entries(bias);
  const legal = entries.map(([token, value]) => [token, Math.round(Math.max(-100, Math.min(100, value)))] as const);
  if (legal.every(([, value], index) => value === entries[index]?.[1])) return;
  draft.change('logit_bias', Object.fromEntries(legal), 'Only whole numbers from -100 to 100 are possible.', 'clamped');
}

/** OpenAI answers 400 to `top_logprobs` alone, vLLM and llama.cpp too. */
export function convertLogprobs(draft: Draft): void {
  const { top_logprobs: alternatives, logprobs } = draft.parameters;
  if (alternatives === undefined || logprobs === true) return;
  if (alternatives === 0) return draft.drop('top_logprobs', 'It means nothing without `logprobs`.');
  const action = logprobs === undefined ? 'defaulted' : 'translated';
  draft.change('logprobs', true, '`top_logprobs` needs it.', action);
}

export function dropEmptyStop(draft: Draft): void {
  if (draft.parameters.stop?.length === 0) draft.drop('stop', 'The list is empty.');
}
