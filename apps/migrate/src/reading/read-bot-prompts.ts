import type { SourceBotPrompt } from '../source/source.ts';
import { isObject, type JsonObject, listAt, notUnderstood, objectAt, optionalText, textAt } from './record.ts';

/** One profile, a list of them, or an object that holds such a list. */
export function readBotPrompts(body: unknown): SourceBotPrompt[] {
  const where = 'bot_prompts';
  const list = isObject(body) ? (body.bot_prompts ?? body.results ?? [body]) : body;
  return listAt(list, where).map((each, index) =>
    readBotPrompt(objectAt(each, `${where}.${index}`), `${where}.${index}`),
  );
}

function readBotPrompt(record: JsonObject, where: string): SourceBotPrompt {
  const urls = record.file_urls ?? [];
  return {
    name: textAt(record, ['name', 'prompt_name'], where),
    model: textAt(record, ['model', 'llm_model'], where),
    text: textAt(record, ['text', 'prompt'], where),
    params: readParams(record.params, `${where}.params`),
    systemPrompt: optionalText(record, ['system_prompt']) || null,
    fileUrls: listAt(urls, `${where}.file_urls`).map(String),
  };
}

function readParams(value: unknown, where: string): JsonObject {
  if (value === undefined || value === null || value === '') return {};
  if (typeof value !== 'string') return objectAt(value, where);
  try {
    return objectAt(JSON.parse(value), where);
  } catch {
    throw notUnderstood(where, 'an object', value);
  }
}
