export { AtLeastOneOf, Is, MayBeAbsent, OnlyKnownFields } from './decorators.ts';
export { codePointCount } from './rules/code-point-count.ts';
export { list, map } from './rules/containers.ts';
export { formats } from './rules/formats.ts';
export { number } from './rules/number.ts';
export { anything, boolean, nothing, oneOf } from './rules/scalars.ts';
export { text } from './rules/text.ts';
export { either, object, tagged } from './rules/unions.ts';
