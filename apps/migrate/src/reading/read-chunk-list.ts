import { MigrateError } from '../migrate-error.ts';
import type { SourceChunk } from '../source/source.ts';
import { embeddedObject, isObject, type JsonObject, notUnderstood, objectAt, optionalText, textAt } from './record.ts';

/** What leads on to more chunks, as a field of the next request. */
export type NextPage = { cursor: string } | { offset: string | number };

export interface ChunkList {
  chunks: SourceChunk[];
  next: NextPage | undefined;
}

const LISTS = ['chunks', 'result', 'results', 'points', 'records', 'data', 'items', 'chunks_ids'];
const ID = ['id', 'chunk_id', 'uuid'];
const TEXT = ['page_content', 'text', 'content', 'document'];
/** What stands beside a payload, or in its place, and is not about the document. */
const NOT_METADATA = new Set([
  ...ID,
  ...TEXT,
  'payload',
  'metadata',
  'place',
  'vector',
  'score',
  'version',
  'order_value',
]);

/**
 * Reads an answer of list_chunks_ids with payload. The published form has ids alone, so it is read in every form that a
 * vector store's list of points takes.
 * @throws {MigrateError} naming the field that is not understood, or saying that texts are missing.
 */
export function readChunkList(body: unknown, where = 'list_chunks_ids'): ChunkList {
  const answer = Array.isArray(body) ? { chunks: body as unknown[] } : objectAt(body, where);
  const lists = LISTS.filter((name) => Array.isArray(answer[name]));
  const name = lists.find((each) => (answer[each] as unknown[]).some(isObject)) ?? lists[0];
  if (name === undefined) throw notUnderstood(`${where}.chunks`, 'a list', answer);
  const records = answer[name] as unknown[];
  if (records.some((record) => typeof record === 'string')) throw withoutTexts(`${where}.${name}`);
  const ids = name !== 'chunks_ids' && Array.isArray(answer.chunks_ids) ? (answer.chunks_ids as unknown[]) : [];
  const chunks = records.map((record, index) => readChunk(record, ids[index], `${where}.${name}.${index}`));
  return { chunks, next: readNext(answer, where) };
}

function withoutTexts(where: string): MigrateError {
  return new MigrateError(
    `${where} holds ids without texts, though with_payload was asked for: there is nothing to copy.`,
  );
}

function readChunk(value: unknown, listedId: unknown, where: string): SourceChunk {
  const record = objectAt(value, where);
  const id = optionalText(record, ID) ?? (typeof listedId === 'string' ? listedId : textAt(record, ID, where));
  const payload = isObject(record.payload) ? record.payload : record;
  const place = payload === record ? where : `${where}.payload`;
  return { id, text: textAt(payload, TEXT, place), metadata: readMetadata(payload, place) };
}

/** Also what stands beside `metadata`: nothing that is known of a chunk is lost. */
function readMetadata(payload: JsonObject, where: string): JsonObject {
  const beside = Object.entries(payload).filter(([name]) => !NOT_METADATA.has(name));
  const place = isObject(payload.place) && Object.keys(payload.place).length > 0 ? { place: payload.place } : {};
  return { ...Object.fromEntries(beside), ...place, ...embeddedObject(payload.metadata, `${where}.metadata`) };
}

function readNext(answer: JsonObject, where: string): NextPage | undefined {
  const cursor = optionalText(answer, ['next_cursor']);
  if (cursor) return { cursor };
  const offset = answer.next_page_offset ?? answer.next_offset;
  if (typeof offset === 'string' || typeof offset === 'number') return { offset };
  if (answer.next !== undefined && answer.next !== null) throw notUnderstood(`${where}.next`, 'null', answer.next);
  return undefined;
}
