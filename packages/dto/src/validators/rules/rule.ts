import type { Finding } from './finding.ts';

export type JsonType = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'null';

/** What a JSON value must be. Rules are made by the functions of this folder and combined by generated code. */
export interface Rule {
  /** The JSON types that this rule can accept. No type at all: it accepts anything. */
  readonly types: readonly JsonType[];
  /** Everything that is wrong with the value; empty when nothing is. */
  check(value: unknown): Finding[];
}

export function jsonTypeOf(value: unknown): JsonType | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' || type === 'object' ? type : undefined;
}

export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
  return jsonTypeOf(value) === 'object';
}

/** A class whose properties carry rules. */
export type DtoClass = new () => object;
