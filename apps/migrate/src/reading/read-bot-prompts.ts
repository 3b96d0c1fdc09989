import type { SourceBotPrompt } from '../source/source.ts';
import { embeddedObject, isObject, type JsonObject, listAt, objectAt, optionalText, textAt } from './record.ts';

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
    params: embeddedObject(record.params, `${where}.params`),
    systemPrompt: optionalText(record, ['system_prompt']) || null,
    fileUrls: listAt(urls, `${where}.file_urls`).map(String),
  };
}
