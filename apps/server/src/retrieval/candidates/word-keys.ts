/**
 * What a project's terms are called in the index over all tenants: no term of one project finds chunks of another, but
 * for a chance of about one in a million. Migration 3 computes the same in SQL; stored rows depend on it.
 */
export function wordKeys(projectId: string, terms: Iterable<number>): number[] {
  const salt = Number.parseInt(projectId.slice(-8), 16);
  return Array.from(terms, (term) => term ^ salt);
}
