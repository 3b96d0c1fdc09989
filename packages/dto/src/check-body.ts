import { explain } from './explain.ts';
import type { CheckResult } from './fault.ts';
import { BODIES } from './gen/checks.gen.ts';
import { dropEmptyFields, tidy } from './tidy.ts';
import type { JsonObject } from './validators/rules/rule.ts';

/** The name of a schema that is some operation's request body. */
export type BodyName = keyof typeof BODIES;

/** What a request body of that name looks like once it is checked. */
export type BodyOf<Name extends BodyName> = InstanceType<(typeof BODIES)[Name]['dto']>;

/**
 * Checks a parsed JSON body against its schema, and tidies it where the contract is forgiving.
 * @returns The plain body (the same object when nothing was mended; no class instance, no defaults), or every fault.
 */
export function checkBody<Name extends BodyName>(name: Name, body: unknown): CheckResult<BodyOf<Name>> {
  const { accepts, plan, dto } = BODIES[name];
  if (accepts(body)) return { ok: true, value: dropEmptyFields(plan, body as JsonObject) as BodyOf<Name> };
  const tidied = tidy(plan, body);
  if (accepts(tidied)) return { ok: true, value: tidied as BodyOf<Name> };
  return { ok: false, faults: explain(dto, accepts, tidied) };
}

/** The top-level fields of a body that its schema does not name. The caller decides what may be said about each. */
export function unknownFields(name: BodyName, body: object): string[] {
  const known: readonly string[] = BODIES[name].fields;
  return Object.keys(body).filter((field) => !known.includes(field));
}
