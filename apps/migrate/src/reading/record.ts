import { MigrateError } from '../migrate-error.ts';

/** A JSON object whose fields nobody has looked at yet. */
export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws {MigrateError} naming `where` when it is no object. */
export function objectAt(value: unknown, where: string): JsonObject {
  if (isObject(value)) return value;
  throw notUnderstood(where, 'an object', value);
}

/**
 * An object that some answers hold as JSON text; an empty one where there is none.
 * @throws {MigrateError} naming `where` when it is neither.
 */
export function embeddedObject(value: unknown, where: string): JsonObject {
  if (value === undefined || value === null || value === '') return {};
  if (typeof value !== 'string') return objectAt(value, where);
  try {
    return objectAt(JSON.parse(value), where);
  } catch {
    throw notUnderstood(where, 'an object', value);
  }
}

/** @throws {MigrateError} naming `where` when it is no list. */
export function listAt(value: unknown, where: string): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  throw notUnderstood(where, 'a list', value);
}

/** The text under the first of `names` that is there; a number is read as text. */
export function optionalText(record: JsonObject, names: readonly string[]): string | undefined {
  const value = names.map((name) => record[name]).find((each) => each !== undefined && each !== null);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
}

/** @throws {MigrateError} naming the first of `names` within `where` when none of them is a text. */
export function textAt(record: JsonObject, names: readonly string[], where: string): string {
  const text = optionalText(record, names);
  if (text !== undefined) return text;
  throw notUnderstood(`${where}.${names[0]}`, 'a text', record[names[0]!]);
}

/** What stands where something else was expected, without its content, which is the users'. */
export function notUnderstood(where: string, expected: string, found: unknown): MigrateError {
  const kind =
    found === null ? 'null' : Array.isArray(found) ? 'a list' : isObject(found) ? withFields(found) : typeof found;
  return new MigrateError(
    `${where} should be ${expected} and is ${kind}. Nothing was left out silently; the migration stops.`,
  );
}

function withFields(record: JsonObject): string {
  const names = Object.keys(record);
  return names.length === 0 ? 'an empty object' : `an object with ${names.slice(0, 12).join(', ')}`;
}
