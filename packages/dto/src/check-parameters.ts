import { explain } from './explain.ts';
import type { CheckResult } from './fault.ts';
import { PARAMETERS } from './gen/checks.gen.ts';
import { OPERATIONS } from './gen/operations.gen.ts';
import type { OperationId } from './operation.ts';
import { tidy } from './tidy.ts';

type Values = Readonly<Record<string, unknown>>;

/** What the framework read from a request. Header names are in lower case. */
export interface GivenParameters {
  path?: Values;
  query?: Values;
  headers?: Values;
}

/** The checked parameters of an operation, by name. */
export type ParametersOf<Id extends OperationId> = Id extends keyof typeof PARAMETERS
  ? InstanceType<(typeof PARAMETERS)[Id]['dto']>
  : Record<string, never>;

/** Checks the declared path, query and header parameters of an operation; others are not looked at. */
export function checkParameters<Id extends OperationId>(id: Id, given: GivenParameters): CheckResult<ParametersOf<Id>> {
  if (!hasParameters(id)) return { ok: true, value: {} as ParametersOf<Id> };
  const { accepts, plan, dto } = PARAMETERS[id];
  const values = tidy(plan, collect(id, given));
  return accepts(values)
    ? { ok: true, value: values as ParametersOf<Id> }
    : { ok: false, faults: explain(dto, accepts, values) };
}

function hasParameters(id: string): id is keyof typeof PARAMETERS {
  return Object.hasOwn(PARAMETERS, id);
}

function collect(id: OperationId, given: GivenParameters): Values {
  const places = { path: given.path, query: given.query, header: given.headers };
  const named = Object.entries(OPERATIONS[id].parameters as Record<string, keyof typeof places>);
  const values = named.map(([name, place]) => [name, places[place]?.[name]] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
