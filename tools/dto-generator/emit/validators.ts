import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { _ } from 'ajv';
import type { Document, Schema } from '../spec/document.ts';
import { mergeAllOf } from '../spec/merge-all-of.ts';
import { checkedSchemas } from '../spec/operations.ts';
import { isClass } from '../spec/schema-kind.ts';
import { header } from './literal.ts';

const IMPORTS = ['// @ts-nocheck', "import { codePointCount, formats } from '../validators/index.ts';"];
const ANNOTATIONS = ['description', 'default', 'examples', 'x-forgiving'];
/** Formats that rule out nothing: the type says it, or a form's reader has seen to it. */
const SAYS_NOTHING = ['double', 'binary'];
/** Any id will do: it only joins the references. */
const ROOT = 'contract';

/** Ajv's compiled yes or no for each request body and each operation's parameters. */
export function emitValidators(document: Document): string {
  const checked = checkedSchemas(document);
  const schemas = { ...document.components.schemas, ...checked };
  const ajv = makeAjv();
  ajv.addSchema({
    $id: ROOT,
    components: { schemas: mapValues(schemas, (schema) => forValidation(document, schema)) },
  });
  const exports = Object.fromEntries(Object.keys(checked).map((name) => [name, `${ROOT}#/components/schemas/${name}`]));
  return `${header(IMPORTS)}\n\n${toModule(standaloneCode.default(ajv, exports))}\n`;
}

function makeAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    // `1e400` is JSON, and becomes Infinity.
    strictNumbers: true,
    discriminator: true,
    code: { source: true, esm: true, lines: true, formats: _`formats` },
  });
  for (const format of ['uuid', 'uri', 'date-time']) ajv.addFormat(format, () => true);
  return ajv;
}

/** Ajv writes imports as `require`; what it asks for is ours, so that the package needs no Ajv when it runs. */
function toModule(code: string): string {
  const source = code
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'codePointCount')
    // Whether a text is empty can be seen without counting all of it.
    .replaceAll(/\bfunc\d+\((data\d*)\) < 1\b/g, '$1.length < 1');
  if (source.includes('require(')) throw new Error('The compiled validators need a part of Ajv that is not provided.');
  return source;
}

/** Only what decides: no annotations, `allOf` merged, and unions in the form that Ajv checks fastest. */
function forValidation(document: Document, schema: Schema): object {
  const whole = isClass(schema) ? mergeAllOf(document, schema) : schema;
  const { oneOf, discriminator, format, ...others } = withoutAnnotations(whole);
  const each = (part: Schema) => forValidation(document, part);
  return {
    ...others,
    ...(format !== undefined && !SAYS_NOTHING.includes(format) && { format }),
    ...(whole.properties && { properties: mapValues(whole.properties, each) }),
    ...(whole.items && { items: each(whole.items) }),
    ...(typeof whole.additionalProperties === 'object' && { additionalProperties: each(whole.additionalProperties) }),
    ...(whole.anyOf && { anyOf: whole.anyOf.map(each) }),
    // Members of different JSON types exclude each other: anyOf means the same and stops at the first that fits.
    ...(oneOf &&
      (discriminator
        ? { oneOf, discriminator: { propertyName: discriminator.propertyName } }
        : { anyOf: oneOf.map(each) })),
  };
}

function withoutAnnotations(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !ANNOTATIONS.includes(keyword)));
}

function mapValues<From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
