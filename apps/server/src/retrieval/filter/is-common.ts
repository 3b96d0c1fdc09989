import { type Filter, ID_KEYS } from './filter.ts';

/** More would make too many texts of statements to keep them all prepared on every connection: these make fourteen. */
const MOST_KEYS = 3;

/** A few equalities, as nearly every filter is: their statements are worth being kept. */
export function isCommon(filter: Filter): boolean {
  const parts = filter.kind === 'and' ? filter.filters : [filter];
  return (
    parts.length <= MOST_KEYS &&
    parts.every(
      (part) =>
        part.kind === 'comparison' && part.operator === 'eq' && (ID_KEYS.has(part.key) || !part.key.includes('.')),
    )
  );
}
