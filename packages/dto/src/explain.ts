import { type Fault, toFault } from './fault.ts';
import { inspect } from './validators/inspect.ts';
import type { Finding } from './validators/rules/finding.ts';
import type { DtoClass } from './validators/rules/rule.ts';

/** A compiled validator: yes or no, and on a no the first thing that Ajv saw. */
export interface CompiledValidator {
  (value: unknown): boolean;
  errors?: readonly { instancePath: string; message?: string }[] | null;
}

/** Explaining costs about four microseconds a value. Beyond this many, Ajv's own words about the first fault must do. */
const MOST_VALUES_EXPLAINED = 10_000;
const MOST_FAULTS = 100;

/** Why the compiled validator has just said no: what each rule of the DTO class finds. */
export function explain(dto: DtoClass, compiled: CompiledValidator, value: unknown): Fault[] {
  const errors = compiled.errors ?? [];
  const findings = isSmall(value) ? inspect(dto, value) : [];
  return (findings.length > 0 ? findings : errors.map(toFinding)).slice(0, MOST_FAULTS).map(toFault);
}

/** Ajv's words begin with "must" as ours do. */
function toFinding({ instancePath, message }: { instancePath: string; message?: string }): Finding {
  return {
    path: instancePath
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')),
    problem: message ?? 'does not follow the contract',
  };
}

function isSmall(value: unknown): boolean {
  const waiting = [value];
  for (let count = 0; waiting.length > 0; count++) {
    if (count + waiting.length > MOST_VALUES_EXPLAINED) return false;
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    // Not spread into `push`: a million arguments overflow the stack.
    for (const part of Object.values(next)) waiting.push(part);
  }
  return true;
}
