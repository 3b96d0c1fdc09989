import type { CallParameters } from '../../../../types.ts';
import { everywhere, type Row, to } from './row.ts';

const X = null;
const SCHEMA = { type: 'object', properties: { a: { type: 'string' } } };
const PAGE_FORM: CallParameters = { response_format: { type: 'json_object', schema: SCHEMA } };
const NAMED: CallParameters = { response_format: { type: 'json_schema', json_schema: { name: 'thing', schema: SCHEMA, strict: true } } };
const named = to({ response_format: { type: 'json_schema', json_schema: { name: 'response', schema: SCHEMA, strict: false } } }, 'translated');
const prompted = to(
  {
    response_format: { type: 'json_object' },
    messages: [
      { role: 'system', content: `Answer with one JSON object that follows this JSON schema: ${JSON.stringify(SCHEMA)}` },
      { role: 'user', content: 'hello there' },
    ],
  },
  'translated',
);
const toldJson = to({ messages: [{ role: 'system', content: 'Answer in JSON.' }, { role: 'user', content: 'hello there' }] }, 'defaulted');
const map = to({ metadata: { team: 'support' } }, 'translated');
const manyLabels = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`label${index}`, 'x']));
const sixteen = to({ metadata: Object.fromEntries(Object.entries(manyLabels).slice(0, 16)) }, 'clamped');
const TEXTS = ['a', 'b', 'c', 'd', 'e', 'f'];
const stops = (count: number): CallParameters => ({ stop: TEXTS.slice(0, count) });

const ours = (count: number) => ({ ...to({ stop: undefined }, 'translated'), ownStops: TEXTS.slice(0, count) });
const partly = (sent: number, count: number) => ({ ...to({ stop: TEXTS.slice(0, sent) }, 'translated'), ownStops: TEXTS.slice(sent, count) });

const NEW_AT_OPENAI: CallParameters = {
  store: true,
  verbosity: 'low',
  safety_identifier: 'a1',
  prompt_cache_key: 'faq',
  prompt_cache_retention: '24h',
  prompt_cache_options: { mode: 'implicit' },
  moderation: { model: 'omni-moderation-latest' },
};

/** Transcribed from the vendors' tables: forms of output, labels, streams and what only OpenAI has: by hand, never from the policy. */
export const OUTPUT_ROWS: readonly Row[] = [
  //                                                                        4o   o3   5.6  gem  mis  coh  groq ds   oll  vllm llama
  { name: 'response_format text', field: 'response_format', given: { response_format: { type: 'text' } }, cells: everywhere('=') },
  { name: 'response_format json_object', field: 'response_format', given: { response_format: { type: 'json_object' } }, cells: everywhere('=') },
  { name: 'json_object without the word', field: 'messages', given: { response_format: { type: 'json_object' } }, cells: [toldJson, toldJson, toldJson, '=', toldJson, '=', X, toldJson, '=', '=', '='] },
  { name: 'json_object with the word', field: 'messages', given: { response_format: { type: 'json_object' } }, messages: [{ role: 'user', content: 'as Json' }], cells: everywhere('=') },
  { name: 'json_object with a schema', field: 'response_format', given: PAGE_FORM, cells: [named, named, named, named, named, '=', named, prompted, named, named, '='] },
  { name: 'json_object with a schema, Llama', field: 'response_format', given: PAGE_FORM, models: { groq: 'llama-3.3-70b-versatile' }, cells: [X, X, X, X, X, X, prompted, X, X, X, X] },
  { name: 'json_schema', field: 'response_format', given: NAMED, cells: ['=', '=', '=', '=', '=', to({ response_format: { type: 'json_object', schema: SCHEMA } }, 'translated'), '=', prompted, '=', '=', '='] },
  { name: 'metadata as a list', field: 'metadata', given: { metadata: [{ key: 'team', value: 'support' }] }, cells: [map, map, map, '✂', map, '✂', '✂', '✂', '✂', '✂', '✂'] },
  { name: 'metadata as a map', field: 'metadata', given: { metadata: { team: 'support' } }, cells: ['=', '=', '=', '✂', '=', '✂', '✂', '✂', '✂', '✂', '✂'] },
  { name: '17 labels', field: 'metadata', given: { metadata: manyLabels }, cells: [sixteen, sixteen, sixteen, '✂', X, '✂', '✂', '✂', '✂', '✂', '✂'] },
  { name: 'modalities text', field: 'modalities', given: { modalities: ['text'] }, cells: everywhere('∅') },
  { name: 'modalities audio, untyped', field: 'modalities', given: { modalities: ['text', 'audio'], audio: { loud: true } }, cells: everywhere('✂') },
  { name: 'prediction, typed', field: 'prediction', given: { prediction: { type: 'content', content: 'x' } }, cells: ['=', '=', '=', '✂', '=', '✂', '✂', '✂', '✂', '✂', '✂'] },
  { name: 'prediction, free', field: 'prediction', given: { prediction: { text: 'x' } }, cells: everywhere('✂') },
  { name: 'audio, typed', field: 'audio', given: { audio: { voice: 'alloy', format: 'mp3' } }, cells: ['=', '=', '=', '✂', '✂', '✂', '✂', '✂', '✂', '✂', '✂'] },
  { name: 'audio, free', field: 'audio', given: { audio: { loud: true } }, cells: everywhere('✂') },
  { name: 'service_tier auto', field: 'service_tier', given: { service_tier: 'auto' }, cells: ['=', '=', '=', '∅', '=', '∅', '=', '∅', '∅', '∅', '∅'] },
  { name: 'service_tier default', field: 'service_tier', given: { service_tier: 'default' }, cells: ['=', '=', '=', '✂', to({ service_tier: 'standard_only' }, 'translated'), '✂', to({ service_tier: 'on_demand' }, 'translated'), '✂', '✂', '✂', '✂'] },
  { name: 'stop ×1', field: 'stop', given: stops(1), cells: ['=', ours(1), '=', '=', '=', '=', '=', '=', '=', '=', '='] },
  { name: 'stop ×4', field: 'stop', given: stops(4), cells: ['=', ours(4), '=', '=', '=', '=', '=', '=', '=', '=', '='] },
  { name: 'stop ×5', field: 'stop', given: stops(5), cells: [partly(4, 5), ours(5), partly(4, 5), '=', '=', '=', partly(4, 5), '=', '=', '=', '='] },
  { name: 'stop ×6', field: 'stop', given: stops(6), cells: [partly(4, 6), ours(6), partly(4, 6), '=', '=', partly(5, 6), partly(4, 6), '=', '=', '=', '='] },
  { name: 'stop, one text', field: 'stop', given: { stop: 'a' }, cells: ['=', ours(1), '=', '=', '=', '=', '=', '=', '=', '=', '='] },
  { name: 'stop, too many for us', field: 'stop', given: { stop: Array.from({ length: 70 }, (_, index) => `stop${index}`) }, cells: ['✗', '✗', '✗', '=', '=', '✗', '✗', '=', '=', '=', '='] },
  { name: 'stop []', field: 'stop', given: stops(0), cells: everywhere('∅') },
  { name: 'stream', field: 'stream', given: { stream: true }, cells: everywhere('=') },
  { name: 'stream_options', field: 'stream_options', given: { stream: true, stream_options: { include_usage: true } }, cells: ['=', '=', '=', '=', '∅', '=', '=', '=', '=', '=', '='] },
  { name: 'usage, unasked', field: 'stream_options', given: { stream: true }, cells: [...Array<Row['cells'][0]>(4).fill(to({ stream_options: { include_usage: true } })), to({ stream_options: undefined }), ...Array<Row['cells'][0]>(6).fill(to({ stream_options: { include_usage: true } }))] as unknown as Row['cells'] },
  { name: 'stream_options without stream', field: 'stream_options', given: { stream_options: { include_usage: true } }, cells: everywhere('∅') },
  { name: 'user', field: 'user', given: { user: 'u' }, cells: ['=', '=', '=', '✂', '✂', '✂', '=', to({ user_id: 'u', user: undefined }, 'renamed'), '✂', '✂', '✂'] },
  { name: 'web_search_options', field: 'web_search_options', given: { web_search_options: {} }, cells: everywhere('✗') },
  { name: 'web_search_options, search model', field: 'web_search_options', given: { web_search_options: { search_context_size: 'low' } }, models: { 'gpt-4o': 'gpt-4o-search-preview' }, cells: ['=', X, X, X, X, X, X, X, X, X, X] },
  ...Object.entries(NEW_AT_OPENAI).map(([field, value]): Row => ({ name: field, field, given: { [field]: value }, cells: ['=', '=', '=', '✂', '✂', '✂', '✂', '✂', '✂', '✂', '✂'] })),
];
