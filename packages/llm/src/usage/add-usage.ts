import type { Usage } from '@groundwire/client';
import { isObject, type JsonObject } from '../dialects/openai-chat/json.ts';

/** The sum of two counts, and of every number within that a vendor adds. */
export function addUsage(one: Usage, other: Usage): Usage {
  return add({ ...one }, { ...other }) as unknown as Usage;
}

function add(one: JsonObject, other: JsonObject): JsonObject {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...names].map((name) => [name, addValues(one[name], other[name])]));
}

function addValues(one: unknown, other: unknown): unknown {
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  if (isObject(one) && isObject(other)) return add(one, other);
  return one ?? other;
}
