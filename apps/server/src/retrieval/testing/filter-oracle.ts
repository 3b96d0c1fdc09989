import { isDeepStrictEqual } from 'node:util';
import { type Comparison, type Filter, ISO_TIME } from '../filter/filter.ts';

type Metadata = Readonly<Record<string, unknown>>;

/** What `compileFilter` must say of one document, worked out without SQL. */
export function passes(filter: Filter, id: string, metadata: Metadata): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.filters.every((part) => passes(part, id, metadata));
    case 'or':
      return filter.filters.some((part) => passes(part, id, metadata));
    case 'not':
      return !passes(filter.filter, id, metadata);
    case 'comparison':
      return compare(filter, /^(document|file)_id$/.test(filter.key) ? id : valueAt(metadata, filter.key));
  }
}

/** Undefined when there is no such key. */
function valueAt(metadata: Metadata, key: string): unknown {
  if (Object.hasOwn(metadata, key)) return metadata[key];
  if (!key.includes('.')) return undefined;
  const steps = key.split('.');
  return steps.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return /^\d+$/.test(step) ? (value as unknown[])[Number(step)] : undefined;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    return (value as Metadata)[step];
  }, metadata);
}

function compare(test: Comparison, found: unknown): boolean {
  if (test.operator === 'exists') return (found !== undefined) === test.value;
  if (found === undefined) return false;
  switch (test.operator) {
    case 'eq':
      return isEqual(found, test.value);
    case 'in':
      return test.value.some((value) => isEqual(found, value));
    case 'contains':
      if (typeof found === 'string') return typeof test.value === 'string' && found.includes(test.value);
      return Array.isArray(found) && found.some((element) => isEqual(element, test.value));
    default: {
      const order = orderOf(found, test.value);
      if (order === undefined) return false;
      return { gt: order > 0, gte: order >= 0, lt: order < 0, lte: order <= 0 }[test.operator];
    }
  }
}

/** -0 and 0 are one number in JSON. */
function isEqual(one: unknown, other: unknown): boolean {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  return isDeepStrictEqual(plain(one), plain(other));
}

function orderOf(found: unknown, value: number | string): number | undefined {
  if (typeof found === 'number' && typeof value === 'number') return found - value;
  if (typeof found !== 'string' || typeof value !== 'string') return undefined;
  if (!ISO_TIME.test(value)) return Buffer.compare(Buffer.from(found), Buffer.from(value));
  return ISO_TIME.test(found) ? timeMs(found) - timeMs(value) : undefined;
}

/** Adds up, as the SQL does: days that no calendar has run over into the next month. */
function timeMs(text: string): number {
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone = 'Z'] =
    /^(\d+)-(\d+)-(\d+)(?:[T ](\d+):(\d+)(?::([\d.]+))?(Z|[+-].*)?)?$/.exec(text)!;
  const at = new Date(0);
  at.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return at.getTime() + (Number(hour) * 60 + Number(minute) - offset) * 60_000 + Number(second) * 1_000;
}
