import type { Finding } from './validators/rules/finding.ts';

/** One thing that is wrong with a request. */
export interface Fault {
  /** The field, dotted: `messages.0.content.1.type`; empty for the body itself. */
  path: string;
  /** A sentence that names the field and what it may be. */
  message: string;
}

export type CheckResult<Value> = { ok: true; value: Value } | { ok: false; faults: Fault[] };

/** A finding as the caller reads it. */
export function toFault({ path, problem }: Finding): Fault {
  const dotted = path.join('.');
  return { path: dotted, message: `${dotted === '' ? 'The body' : dotted} ${problem}` };
}
