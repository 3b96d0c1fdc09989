import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { compareFolders } from '../check-generated/compare-folders.ts';
import { generateDtos } from './main.ts';
import type { Document, Schema } from './spec/document.ts';

const SMALL = join(import.meta.dirname, '__golden__/small.yaml');
const GOLDEN = join(import.meta.dirname, '__golden__/small');

describe('generateDtos', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dto-generator-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const output = () => join(folder, 'gen');

  /** Generates from the small contract with one change. */
  const generateChanged = async (change: (schemas: Record<string, Schema>, document: Document) => void) => {
    const document = parse(readFileSync(SMALL, 'utf8')) as Document;
    change(document.components.schemas, document);
    writeFileSync(join(folder, 'changed.yaml'), stringify(document));
    await generateDtos(join(folder, 'changed.yaml'), output());
  };

  it('writes what the golden files say, and the same again', async () => {
    await generateDtos(SMALL, output());
    expect(compareFolders(output(), GOLDEN)).toEqual([]);
    writeFileSync(join(output(), 'left-over.gen.ts'), '');
    await generateDtos(SMALL, output());
    expect(compareFolders(output(), GOLDEN)).toEqual([]);
  });

  it('follows a new field into every file that names fields', async () => {
    await generateChanged(({ Labels }) => (Labels!.properties!.shelf_mark = { type: 'string' }));
    const naming = ['schemas', 'names', 'forgiving', 'validators'];
    const texts = naming.map((name) => readFileSync(join(output(), `${name}.gen.ts`), 'utf8'));
    expect(texts.map((text) => text.includes('shelf_mark'))).toEqual([true, true, true, true]);
  });

  it.each<[string, (schemas: Record<string, Schema>, document: Document) => unknown]>([
    ['Book/properties/title/multipleOf', ({ Book }) => Object.assign(Book!.properties!.title!, { multipleOf: 2 })],
    [
      'Book/properties/contents/uniqueItems',
      ({ Book }) => Object.assign(Book!.properties!.contents!, { uniqueItems: true }),
    ],
    ['Chapter/minProperties', ({ Chapter }) => Object.assign(Chapter!, { minProperties: 1 })],
    [
      'Labels/properties/labels/oneOf/1/items/format: email',
      ({ Labels }) => (Labels!.properties!.labels!.oneOf![1]!.items!.format = 'email'),
    ],
    ['Labels/properties/year/minLength', ({ Labels }) => (Labels!.properties!.year!.minLength = 1)],
    ['Kind/pattern', ({ Kind }) => (Kind!.pattern = 'x')],
    [
      'Book/properties/inner/properties: name this object',
      ({ Book }) => (Book!.properties!.inner = { type: 'object', properties: {} }),
    ],
    [
      'Book/properties/both/oneOf: members of the same JSON type',
      ({ Book }) => (Book!.properties!.both = { oneOf: [{ type: 'integer' }, { type: 'number' }] }),
    ],
    [
      'Book/properties/lost/$ref: #/components/schemas/Lost',
      ({ Book }) => (Book!.properties!.lost = { $ref: '#/components/schemas/Lost' }),
    ],
    [
      'Book/properties/constructor: a field cannot',
      ({ Book }) => Object.assign(Book!.properties!, { constructor: { type: 'string' } }),
    ],
    ['Book/required: there is no property isbn', ({ Book }) => Book!.required!.push('isbn')],
    ['Book/allOf/0: must refer to', ({ Labels }) => (Labels!.additionalProperties = false)],
    ['Book/anyOf: a forgiving schema', ({ Book }) => (Book!.anyOf = [{ required: ['title'] }])],
    ['Chapter/anyOf/0: must be one required name', ({ Chapter }) => (Chapter!.anyOf![0]!.required = ['text', 'lines'])],
    [
      'Fault/additionalProperties: must be true or false',
      ({ Fault }) => (Fault!.additionalProperties = { type: 'string' }),
    ],
    ['Piece: a discriminated union needs type: object', ({ Piece }) => delete Piece!.type],
    ['Piece/discriminator/mapping: must name each', ({ Piece }) => delete Piece!.discriminator!.mapping!.picture],
    ['Piece/discriminator/mapping/chapter: its schema must require', ({ Chapter }) => (Chapter!.required = [])],
  ])('refuses %s, and writes nothing', async (complaint, change) => {
    await expect(generateChanged(change)).rejects.toThrow(`#/components/schemas/${complaint}`);
    expect(existsSync(output())).toBe(false);
  });

  it('refuses parameters and bodies that it would not check', async () => {
    const addBook = (document: Document) => document.paths['/shelves/{shelf_id}/books/']!.post!;
    const schema: Schema = { type: 'array', items: {} };
    await expect(
      generateChanged((_, document) => addBook(document).parameters!.push({ name: 'tags', in: 'query', schema })),
    ).rejects.toThrow('addBook > tags: a parameter must be a scalar');
    await expect(
      generateChanged((_, document) => (addBook(document).requestBody!.content['application/json'] = { schema })),
    ).rejects.toThrow('addBook > requestBody: must be JSON or a form');
  });

  it('refuses a file that is missing, or is no contract', async () => {
    await expect(generateDtos(join(folder, 'none.yaml'), output())).rejects.toThrow('ENOENT');
    writeFileSync(join(folder, 'other.yaml'), 'swagger: "2.0"');
    await expect(generateDtos(join(folder, 'other.yaml'), output())).rejects.toThrow('is not an OpenAPI 3.1 document');
  });
});
