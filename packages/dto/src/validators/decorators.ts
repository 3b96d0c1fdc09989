import { registerDecorator, ValidateBy, ValidateIf } from 'class-validator';
import { type Finding, wrong } from './rules/finding.ts';
import { fieldsOf, rawOf, report } from './inspect.ts';
import type { DtoClass, Rule } from './rules/rule.ts';

/** The property's value follows a rule. */
export function Is(rule: Rule): PropertyDecorator {
  const check = (value: unknown) => (value === undefined ? wrong('is required') : rule.check(value));
  return ValidateBy({
    name: 'is',
    validator: {
      validate: (value, args) => report(args!.object, args!.property, check(value)),
      defaultMessage: (args) => sentences(check(args!.value), args!.property),
    },
  });
}

/** The property may be missing. `null` is not missing: class-validator's IsOptional would let it through. */
export function MayBeAbsent(): PropertyDecorator {
  return ValidateIf((_object, value) => value !== undefined);
}

/** JSON Schema's `anyOf` of `required` lists, each of one name. */
export function AtLeastOneOf(names: readonly string[]): ClassDecorator {
  return checkWhole('atLeastOneOf', (instance) => {
    const raw = rawOf(instance);
    const isGiven = names.some((name) => Object.hasOwn(raw, name) && raw[name] !== undefined);
    return isGiven ? [] : wrong(`must have at least one of: ${names.join(', ')}`);
  });
}

/** JSON Schema's `additionalProperties: false`. */
export function OnlyKnownFields(): ClassDecorator {
  return checkWhole('onlyKnownFields', (instance) => {
    const known = new Set(fieldsOf(instance.constructor as DtoClass));
    const unknown = Object.keys(rawOf(instance)).filter((name) => !known.has(name));
    return unknown.map((name) => ({ path: [name], problem: 'is not a known field' }));
  });
}

/** class-validator has no checks on a whole object; one on a property without a name sees the object just as well. */
function checkWhole(name: string, check: (instance: object) => Finding[]): ClassDecorator {
  return (target) =>
    registerDecorator({
      name,
      target,
      propertyName: '',
      validator: {
        validate: (_value, args) => report(args!.object, '', check(args!.object)),
        defaultMessage: (args) => sentences(check(args!.object), 'the object'),
      },
    });
}

/** What class-validator itself would print, for those who use the DTOs in a ValidationPipe. */
function sentences(findings: readonly Finding[], subject: string): string {
  return findings.map(({ path, problem }) => `${[subject, ...path].join('.')} ${problem}`).join('; ');
}
