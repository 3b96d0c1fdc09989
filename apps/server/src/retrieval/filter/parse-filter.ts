import type { Comparison, Filter } from './filter.ts';
import { FilterLimits, refuse } from './filter-limits.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Where in the request a part of the filter stands. */
interface Place {
  path: string;
  depth: number;
  limits: FilterLimits;
}

const COMPARISONS = new Set(['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'nin']);

/**
 * Reads `filter_documents` in any of its spellings (openapi.yaml describes them); undefined when it asks for nothing.
 * @throws Problem 400 that names the place, e.g. `filter_documents.year.$foo`
 */
export function parseFilter(fields: Fields, path = 'filter_documents'): Filter | undefined {
  if (Object.keys(fields).length === 0) return undefined;
  return filterOf(fields, { path, depth: 1, limits: new FilterLimits() });
}

function filterOf(fields: unknown, place: Place): Filter {
  if (!isObject(fields)) refuse(place.path, 'must be an object.');
  place.limits.enter(place.path, place.depth);
  const { type } = fields;
  if (isOpenAiGroup(fields)) return group(type as 'and' | 'or', fields.filters, at(place, 'filters'));
  if (isOpenAiComparison(fields)) return openAiComparison(fields, place);
  const filters = Object.entries(fields).map(([key, value]) => fieldFilter(key, value, at(place, key)));
  return filters.length === 1 ? filters[0]! : { kind: 'and', filters };
}

function fieldFilter(key: string, value: unknown, place: Place): Filter {
  if (key === '$and' || key === '$or') return group(key === '$and' ? 'and' : 'or', value, place);
  if (key === '$not') return { kind: 'not', filter: filterOf(value, place) };
  if (key.startsWith('$')) refuse(place.path, 'is no operator here: $and, $or and $not are.');
  return keyFilter(key, value, place);
}

/** What one key is asked: an object of operators, or the value it must have. */
function keyFilter(key: string, value: unknown, place: Place): Filter {
  if (!isObject(value) || !Object.keys(value).some((name) => name.startsWith('$'))) {
    return comparison(key, 'eq', value, place);
  }
  place.limits.enter(place.path, place.depth);
  const filters = Object.entries(value).map(([name, operand]): Filter => {
    const inner = at(place, name);
    if (!name.startsWith('$')) refuse(inner.path, 'stands beside operators: a value is either operators or none.');
    if (name !== '$not') return comparison(key, name.slice(1), operand, inner);
    if (!isObject(operand)) refuse(inner.path, 'must be an object of operators.');
    return { kind: 'not', filter: keyFilter(key, operand, inner) };
  });
  return filters.length === 1 ? filters[0]! : { kind: 'and', filters };
}

function comparison(key: string, operator: string, value: unknown, place: Place): Filter {
  const { path, limits } = place;
  limits.countComparison(path);
  limits.countValue(path, key);
  for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) limits.countValue(path, each);
  if (operator === 'ne') return { kind: 'not', filter: { kind: 'comparison', key, operator: 'eq', value } };
  if (operator === 'nin') return { kind: 'not', filter: positive(key, 'in', value, path) };
  return positive(key, operator, value, path);
}

function positive(key: string, operator: string, value: unknown, path: string): Comparison {
  const kind = 'comparison';
  switch (operator) {
    case 'eq':
    case 'contains':
      return { kind, key, operator, value };
    case 'in':
      if (!Array.isArray(value)) refuse(path, 'must be a list of values.');
      return { kind, key, operator, value };
    case 'exists':
      if (typeof value !== 'boolean') refuse(path, 'must be true or false.');
      return { kind, key, operator, value };
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      if (typeof value !== 'number' && typeof value !== 'string') refuse(path, 'must be a number or a text.');
      return { kind, key, operator, value };
    default:
      return refuse(
        path,
        'is an unknown operator: $eq, $ne, $gt, $gte, $lt, $lte, $in, $nin, $exists, $contains, $not.',
      );
  }
}

function group(kind: 'and' | 'or', filters: unknown, place: Place): Filter {
  if (!Array.isArray(filters) || filters.length === 0) refuse(place.path, 'must be a list of filters, at least one.');
  place.limits.enter(place.path, place.depth);
  return { kind, filters: filters.map((filter: unknown, index) => filterOf(filter, at(place, String(index)))) };
}

/** `type` and `filters` may be metadata as well, but hardly with these values. */
function isOpenAiGroup({ type, filters, ...others }: Fields): boolean {
  return (type === 'and' || type === 'or') && filters !== undefined && Object.keys(others).length === 0;
}

function isOpenAiComparison({ type, key, value, ...others }: Fields): boolean {
  if (typeof type !== 'string' || key === undefined || Object.keys(others).length > 0) return false;
  return COMPARISONS.has(type) || value !== undefined;
}

function openAiComparison({ type, key, value }: Fields, place: Place): Filter {
  const { path } = place;
  if (!COMPARISONS.has(type as string)) refuse(`${path}.type`, `must be one of ${[...COMPARISONS].join(', ')}.`);
  if (typeof key !== 'string') refuse(`${path}.key`, 'must be a text.');
  if (value === undefined) refuse(`${path}.value`, 'is missing.');
  return comparison(key, type as string, value, at(place, 'value'));
}

function at({ path, depth, limits }: Place, name: string): Place {
  return { path: `${path}.${name}`, depth: depth + 1, limits };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
