/** Postgres stores no NUL, and UTF-8 has no half of a surrogate pair. */
const REPLACEMENT = '\ufffd';

/** A value that Groundwire stores: the same one, or a copy in which U+FFFD stands for what no database takes. */
export function storable<Value>(value: Value): Value {
  if (typeof value === 'string') return mend(value) as Value;
  if (Array.isArray(value)) return value.map(storable) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [mend(name), storable(each)])) as Value;
}

function mend(text: string): string {
  return text.toWellFormed().replaceAll('\0', REPLACEMENT);
}
