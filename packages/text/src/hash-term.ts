/** How many different values `hashTerm` has: the most dimensions that pgvector's `sparsevec` offers. */
export const TERM_SPACE = 1_000_000_000;

/**
 * The number of a term, from 1 to `TERM_SPACE`: 32-bit FNV-1a over its UTF-16 code units, then MurmurHash3's finaliser,
 * because FNV alone leaves the upper bits of short strings poorly mixed. Stored vectors depend on it: never change it.
 */
export function hashTerm(term: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < term.length; index++) {
    hash = Math.imul(hash ^ term.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return ((hash >>> 0) % TERM_SPACE) + 1;
}
