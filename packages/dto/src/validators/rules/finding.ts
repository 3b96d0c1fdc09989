/** One thing that is wrong with a value: where, seen from that value, and what, as the end of a sentence. */
export interface Finding {
  path: readonly string[];
  /** Follows the name of the field: "must be a string". */
  problem: string;
}

/** The value itself is wrong. */
export function wrong(problem: string): Finding[] {
  return [{ path: [], problem }];
}

/** The findings of a part, seen from the whole. */
export function under(segment: string | number, findings: readonly Finding[]): Finding[] {
  return findings.map(({ path, problem }) => ({ path: [String(segment), ...path], problem }));
}
