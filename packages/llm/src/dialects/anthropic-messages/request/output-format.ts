import type { JSONOutputFormat } from '@anthropic-ai/sdk/resources/messages';
import { isObject, type JsonObject } from '../../openai-chat/json.ts';
import type { Draft } from '../../openai-chat/request/draft.ts';
import { take } from './take.ts';

export interface OutputFormat {
  format?: JSONOutputFormat;
  /** What has to be said in words, as the wire has no field for it. */
  instruction?: string;
}

const ONLY_JSON = 'Answer with one JSON object and nothing else: no code fence, and no text before or after it.';

/** Keywords whose values are data, not schemas. */
const DATA: ReadonlySet<string> = new Set(['const', 'default', 'enum', 'examples']);

/** `response_format`; the AskYoda page's `json_object` with a schema means the same as `json_schema`. */
export function toOutputFormat(draft: Draft): OutputFormat {
  const asked = take(draft, 'response_format');
  if (asked === undefined || asked.type === 'text') return {};
  const schema = asked.json_schema?.schema ?? asked.schema;
  const reason = schema
    ? 'Sent as `output_config.format`; its objects take no further properties.'
    : 'The provider has no such mode: the system prompt asks for JSON.';
  const { providerId: provider } = draft;
  draft.report({ parameter: 'response_format', action: 'translated', from: asked.type, reason, provider });
  return schema
    ? { format: { type: 'json_schema', schema: closed(schema) as JsonObject } }
    : { instruction: ONLY_JSON };
}

/** Anthropic's 400 to a schema with an object that is open. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isObject(schema)) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, DATA.has(key) ? value : closed(value)] as const);
  const isObjectSchema =
    schema['type'] === 'object' || (schema['type'] === undefined && isObject(schema['properties']));
  return { ...Object.fromEntries(entries), ...(isObjectSchema && { additionalProperties: false }) };
}
