import { type Fault, fault, type Rule, unknownField } from './fault.ts';

const RANGES: Readonly<Record<string, readonly [lowest: number, highest: number]>> = {
  frequency_penalty: [-2, 2],
  max_completion_tokens: [1, Infinity],
  max_tokens: [1, Infinity],
  n: [1, 128],
  presence_penalty: [-2, 2],
  temperature: [0, 2],
  top_logprobs: [0, 20],
  top_p: [0, 1],
};
const WORDS: Readonly<Record<string, readonly string[]>> = {
  reasoning_effort: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'],
  service_tier: ['auto', 'default', 'fast', 'flex', 'priority', 'scale'],
  verbosity: ['low', 'medium', 'high'],
};
const BOOLEANS = ['logprobs', 'parallel_tool_calls', 'store', 'stream'];
const FORMATS = ['text', 'json_object', 'json_schema'];
const NAME = /^[a-zA-Z0-9_-]{1,64}$/;

/** One parameter's value at a time. */
export const VALUE_RULES: readonly Rule[] = [
  (body) => firstOf(Object.entries(RANGES), ([name, range]) => rangeFault(body[name], name, range)),
  (body) =>
    firstOf(Object.entries(WORDS), ([name, words]) =>
      body[name] === undefined || words.includes(body[name] as string) ? undefined : fault('invalid value', name),
    ),
  (body) =>
    firstOf(BOOLEANS, (name) =>
      ['undefined', 'boolean'].includes(typeof body[name]) ? undefined : fault('no boolean', name),
    ),
  ({ seed }) => (seed === undefined || Number.isInteger(seed) ? undefined : fault('expected an integer', 'seed')),
  ({ metadata }) => metadataFault(metadata),
  ({ stop }) => stopFault(stop),
  ({ logit_bias }) =>
    Object.values(logit_bias ?? {}).every((bias) => Number.isInteger(bias) && Math.abs(bias as number) <= 100)
      ? undefined
      : fault('integers from -100 to 100', 'logit_bias'),
  ({ response_format: format }) => formatFault(format as Record<string, unknown> | undefined),
  ({ prediction }) => typedFault(prediction, ['type', 'content'], 'prediction'),
  ({ audio }) => typedFault(audio, ['voice', 'format'], 'audio'),
  ({ modalities, audio }) =>
    Array.isArray(modalities) &&
    (!modalities.every(isModality) || (modalities.includes('audio') && audio === undefined))
      ? fault('invalid value', 'modalities')
      : undefined,
];

const firstOf = <Item>(items: readonly Item[], check: (item: Item) => Fault | undefined): Fault | undefined =>
  items.map(check).find((found) => found !== undefined);

const isModality = (kind: unknown): boolean => kind === 'text' || kind === 'audio';

function rangeFault(value: unknown, name: string, [lowest, highest]: readonly [number, number]): Fault | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'number') return fault('expected a number', name);
  return value >= lowest && value <= highest ? undefined : fault(`${lowest} to ${highest}`, name);
}

function metadataFault(metadata: unknown): Fault | undefined {
  if (metadata === undefined) return undefined;
  if (Array.isArray(metadata)) return fault('expected an object', 'metadata');
  const entries = Object.entries(metadata as object);
  const isShort = ([key, value]: [string, unknown]): boolean =>
    key.length <= 64 && typeof value === 'string' && value.length <= 512;
  return entries.length <= 16 && entries.every(isShort) ? undefined : fault('too long', 'metadata');
}

function stopFault(stop: unknown): Fault | undefined {
  if (stop === undefined || (typeof stop === 'string' && stop !== '')) return undefined;
  const isList = Array.isArray(stop) && stop.length > 0 && stop.length <= 4;
  return isList && stop.every((text) => typeof text === 'string') ? undefined : fault('1 to 4 entries', 'stop');
}

function formatFault(format: Record<string, unknown> | undefined): Fault | undefined {
  if (format === undefined) return undefined;
  const { type, json_schema: schema } = format as { type?: string; json_schema?: { name?: string } };
  if (type === undefined || !FORMATS.includes(type)) return fault('invalid value', 'response_format.type');
  if (type === 'json_schema' && !NAME.test(schema?.name ?? '')) {
    return fault('missing', 'response_format.json_schema.name');
  }
  return unknownField(Object.keys(format), new Set(type === 'json_schema' ? ['type', 'json_schema'] : ['type']));
}

function typedFault(value: unknown, fields: readonly string[], name: string): Fault | undefined {
  const missing = value === undefined ? undefined : fields.find((field) => !(field in (value as object)));
  return missing === undefined ? undefined : fault('missing', `${name}.${missing}`);
}
