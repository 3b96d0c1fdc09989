import type { SourceProject } from '../source/source.ts';
import { isObject, type JsonObject, notUnderstood, objectAt, optionalText } from './record.ts';

/** `info` as published, and what a project's own record adds to it where there is one (AskYoda's cookbook has it, its description not). */
export function readProject(id: string, info: unknown, record: unknown): SourceProject {
  const facts = objectAt(info, 'info');
  const own = isObject(record) ? record : {};
  const text = (names: string[]): string | null => optionalText({ ...facts, ...withoutNulls(own) }, names) ?? null;
  return {
    id,
    name: text(['project_name', 'name']),
    collectionName: text(['collection_name']),
    embeddingsProvider: text(['embeddings_provider']),
    // What `info` names is what really answers.
    llmProvider: optionalText(facts, ['llm_provider']) ?? text(['llm_provider']),
    llmModel: optionalText(facts, ['llm_model']) ?? text(['llm_model']),
    chunkSize: typeof own.chunk_size === 'number' ? own.chunk_size : null,
    chunkSeparators: Array.isArray(own.chunk_separators) ? own.chunk_separators.map(String) : null,
    chunkCount: readCount(facts.collection_size),
  };
}

function readCount(value: unknown): number {
  const count = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return count;
  throw notUnderstood('info.collection_size', 'a whole number', value);
}

function withoutNulls(record: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}
