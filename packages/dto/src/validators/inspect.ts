import { getMetadataStorage, validateSync } from 'class-validator';
import { type Finding, under, wrong } from './rules/finding.ts';
import { type DtoClass, isJsonObject, type JsonObject } from './rules/rule.ts';

/** What the decorators of one instance found, and the object it was made of. */
interface Inspection {
  raw: JsonObject;
  findings: Finding[];
}

const inspections = new WeakMap<object, Inspection>();

/** Lets class-validator check a JSON object against a DTO class, and gathers what its decorators found. */
export function inspect(dto: DtoClass, raw: unknown): Finding[] {
  if (!isJsonObject(raw)) return wrong('must be an object');
  const instance = instanceOf(dto, raw);
  const inspection: Inspection = { raw, findings: [] };
  inspections.set(instance, inspection);
  validateSync(instance, { forbidUnknownValues: false, dismissDefaultMessages: true });
  return inspection.findings;
}

/** Called by a decorator: keeps its findings, with their paths, and tells class-validator whether there are none. */
export function report(instance: object, property: string, findings: readonly Finding[]): boolean {
  const located = property === '' ? findings : under(property, findings);
  inspections.get(instance)?.findings.push(...located);
  return findings.length === 0;
}

/** The JSON object that an instance was made of; an instance that somebody else made stands for itself. */
export function rawOf(instance: object): JsonObject {
  return inspections.get(instance)?.raw ?? (instance as JsonObject);
}

/** The names of a DTO class's fields. class-validator gathers them anew each time it is asked, so they are kept. */
export function fieldsOf(dto: DtoClass): readonly string[] {
  const fields = fieldsByClass.get(dto) ?? readFields(dto);
  fieldsByClass.set(dto, fields);
  return fields;
}

const fieldsByClass = new WeakMap<DtoClass, readonly string[]>();

function readFields(dto: DtoClass): string[] {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(dto, dto.name, false, false);
  return [...new Set(metadata.map(({ propertyName }) => propertyName))].filter((name) => name !== '');
}

/**
 * Only declared fields, and no deep copy. class-transformer would copy every value on every level, lose keys such as
 * `__proto__`, and let a `constructor` in the body choose which rules class-validator applies.
 */
function instanceOf(dto: DtoClass, raw: JsonObject): object {
  const given = fieldsOf(dto).filter((field) => Object.hasOwn(raw, field));
  return Object.assign(new dto(), Object.fromEntries(given.map((field) => [field, raw[field]])));
}
