import { type Comparison, type Filter, ID_KEYS, ISO_TIME, type RangeOperator } from './filter.ts';

/** A condition on a row of `document`, true or false but never null, and the values of its parameters. */
export interface Condition {
  sql: string;
  values: readonly unknown[];
}

/** Takes a value and returns the placeholder that stands for it. */
type Bind = (value: unknown) => string;

const SQL_OPERATORS: Record<RangeOperator, string> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Keys and values alike become parameters, numbered from `firstParameter`; nothing of them is in the text. */
export function compileFilter(filter: Filter, firstParameter: number): Condition {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${firstParameter + values.push(value) - 1}`;
  return { sql: condition(filter, bind), values };
}

function condition(filter: Filter, bind: Bind): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return `(${filter.filters.map((part) => condition(part, bind)).join(` ${filter.kind} `)})`;
    case 'not':
      return `not ${condition(filter.filter, bind)}`;
    case 'comparison':
      return comparison(filter, bind);
  }
}

function comparison(test: Comparison, bind: Bind): string {
  if (ID_KEYS.has(test.key) && (test.operator === 'eq' || test.operator === 'in')) return hasId(test.value, bind);
  const operand = valueOf(test.key, bind);
  switch (test.operator) {
    case 'eq':
      return `(${equals(test.key, operand, test.value, bind)})`;
    case 'in':
      return `coalesce(${operand} = any(${bind(test.value.map(toJson))}::jsonb[]), false)`;
    case 'exists':
      return `(${operand} is ${test.value ? 'not ' : ''}null)`;
    case 'contains':
      return contains(operand, test.value, bind);
    default:
      return inRange(operand, test.operator, test.value, bind);
  }
}

/** A dotted key leads into nested objects where the metadata have no such key as it stands. */
function valueOf(key: string, bind: Bind): string {
  if (ID_KEYS.has(key)) return 'to_jsonb(document.id::text)';
  const direct = `document.metadata -> ${bind(key)}::text`;
  if (!key.includes('.')) return `(${direct})`;
  return `coalesce(${direct}, document.metadata #> ${bind(key.split('.'))}::text[])`;
}

/** Containment is what the index on the metadata answers; it is less than equality where the value is an object. */
function equals(key: string, operand: string, value: unknown, bind: Bind): string {
  const equality = `coalesce(${operand} = ${bind(toJson(value))}::jsonb, false)`;
  if (ID_KEYS.has(key) || key.includes('.')) return equality;
  return `document.metadata @> ${bind(toJson({ [key]: value }))}::jsonb and ${equality}`;
}

function hasId(value: unknown, bind: Bind): string {
  const ids = [value].flat().filter((id) => typeof id === 'string' && UUID.test(id));
  return `(document.id = any(${bind(ids)}::uuid[]))`;
}

/** An element of a list, or a part of a text. */
function contains(operand: string, value: unknown, bind: Bind): string {
  const elements = `case when jsonb_typeof(${operand}) = 'array' then ${operand} else '[]' end`;
  const inList = `exists (select from jsonb_array_elements(${elements}) as element where element = ${bind(toJson(value))}::jsonb)`;
  if (typeof value !== 'string') return `(${inList})`;
  const inText = `jsonb_typeof(${operand}) = 'string' and strpos(${operand} #>> '{}', ${bind(value)}::text) > 0`;
  return `(${inList} or coalesce(${inText}, false))`;
}

/** Numbers with numbers, times with times, texts with texts in the order of their characters' numbers. */
function inRange(operand: string, operator: RangeOperator, value: number | string, bind: Bind): string {
  const sign = SQL_OPERATORS[operator];
  const text = `(case when jsonb_typeof(${operand}) = 'string' then ${operand} #>> '{}' end)`;
  if (typeof value === 'number') {
    return `coalesce(jsonb_typeof(${operand}) = 'number' and ${operand} ${sign} ${bind(toJson(value))}::jsonb, false)`;
  }
  if (ISO_TIME.test(value)) {
    return `coalesce(iso_time(${text}) ${sign} iso_time(${bind(value)}::text), false)`;
  }
  return `coalesce(${text} collate "C" ${sign} ${bind(value)}::text, false)`;
}

function toJson(value: unknown): string {
  return JSON.stringify(value);
}
