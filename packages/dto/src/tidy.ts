import { isJsonObject, type JsonObject } from './validators/rules/rule.ts';

/** What may be mended in a value. Free-form objects have no step at all: nothing inside them is touched. */
export interface Step {
  /** A string stands for this, where no string is expected. */
  text?: 'number' | 'boolean';
  /** For each item of an array. */
  items?: Step;
  /** For each value of a map. */
  values?: Step;
  /** For an object of one class. */
  object?: () => ObjectPlan;
  /** For an object whose class stands in a field. */
  tag?: string;
  members?: ReadonlyMap<unknown, () => ObjectPlan>;
}

/** What may be mended in an object of one class. */
export interface ObjectPlan {
  /** Optional fields which, when empty, count as not given. */
  droppable: ReadonlySet<string>;
  fields: ReadonlyMap<string, Step>;
}

/**
 * Mends what form clients send: drops empty optional fields (`null`, `""`, `{}`, `[]`; below the top level only
 * `null`), and reads "1024" as a number and "true" as a boolean where the contract wants them.
 * @returns The same value, when there is nothing to mend.
 */
export function tidy(plan: ObjectPlan, value: unknown): unknown {
  return isJsonObject(value) ? tidyObject(plan, value, isEmpty) : value;
}

/** Only the first half, for a body that is valid already: an empty field can be valid, and still means "not given". */
export function dropEmptyFields(plan: ObjectPlan, body: JsonObject): JsonObject {
  const isDropped = (name: string) => plan.droppable.has(name) && isEmpty(body[name]);
  const names = Object.keys(body);
  return names.some(isDropped) ? Object.fromEntries(Object.entries(body).filter(([name]) => !isDropped(name))) : body;
}

function tidyObject(plan: ObjectPlan, object: JsonObject, isGone: (value: unknown) => boolean): JsonObject {
  const entries = Object.entries(object);
  const kept = entries.filter(([name, value]) => !(plan.droppable.has(name) && isGone(value)));
  return rebuild(
    object,
    kept,
    ([name, value]) => tidyValue(plan.fields.get(name), value),
    kept.length < entries.length,
  );
}

function tidyValue(step: Step | undefined, value: unknown): unknown {
  if (!step) return value;
  if (typeof value === 'string') return step.text ? READERS[step.text](value) : value;
  if (Array.isArray(value)) return step.items ? tidyItems(step.items, value) : value;
  if (!isJsonObject(value)) return value;
  const plan = step.object ?? (step.tag === undefined ? undefined : step.members?.get(value[step.tag]));
  if (plan) return tidyObject(plan(), value, isNull);
  return step.values ? rebuild(value, Object.entries(value), ([, one]) => tidyValue(step.values, one)) : value;
}

function tidyItems(step: Step, items: readonly unknown[]): readonly unknown[] {
  const tidied = items.map((item) => tidyValue(step, item));
  return tidied.some((item, index) => item !== items[index]) ? tidied : items;
}

/** A new object only when something changed. `fromEntries` defines keys: a `__proto__` stays a key like any other. */
function rebuild(
  object: JsonObject,
  entries: readonly [string, unknown][],
  change: (entry: [string, unknown]) => unknown,
  isSmaller = false,
): JsonObject {
  const changed = entries.map((entry): [string, unknown] => [entry[0], change(entry)]);
  const isChanged = isSmaller || changed.some(([, value], index) => value !== entries[index]?.[1]);
  return isChanged ? Object.fromEntries(changed) : object;
}

function isNull(value: unknown) {
  return value === null;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function readNumber(text: string): unknown {
  const trimmed = text.trim();
  const value = JSON_NUMBER.test(trimmed) ? Number(trimmed) : NaN;
  return Number.isFinite(value) ? value : text;
}

function readBoolean(text: string): unknown {
  return text === 'true' ? true : text === 'false' ? false : text;
}

const READERS = { number: readNumber, boolean: readBoolean };
