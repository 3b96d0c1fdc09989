type Path = readonly (string | number)[];

const proto = JSON.parse('{"__proto__":{"role":"user"}}') as object;
const ANY = [
  undefined,
  null,
  '',
  'text',
  'true',
  '12',
  0,
  -1,
  1.5,
  Infinity,
  true,
  [],
  [null],
  ['a', ''],
  {},
  { a: 1 },
  { toString: 1 },
  { constructor: 'x' },
  proto,
];
/** The limits that numbers and texts have anywhere in the contract, and their neighbours. */
const NUMBERS = [-2, 0, 1, 2, 20, 1024, 10000, 16385].flatMap((limit) => [
  limit - 1,
  limit - 0.5,
  limit,
  limit + 0.5,
  limit + 1,
]);
const LENGTHS = [1, 64, 255, 512].flatMap((limit) => [limit - 1, limit, limit + 1]);
const TEXTS = [
  ...LENGTHS.map((length) => 'x'.repeat(length)),
  '😀'.repeat(64),
  '😀'.repeat(65),
  '00000000-0000-0000-0000-000000000000',
  'urn:uuid:00000000-0000-0000-0000-000000000000',
  '2026-11-22T12:00:00Z',
  '2026-02-30T12:00:00Z',
];

/** Every way in which a value is systematically bent: at each place, what is there is removed or replaced. */
export function* mutationsOf(value: unknown): Generator {
  for (const path of pathsOf(value)) {
    const here = at(value, path);
    const replacements = [
      ...ANY,
      ...(typeof here === 'number' ? NUMBERS : []),
      ...(typeof here === 'string' ? TEXTS : []),
    ];
    for (const replacement of replacements) yield replaced(value, path, replacement);
    if (isObject(here)) {
      yield replaced(value, path, define(here, 'unheard_of', 1));
      yield replaced(value, path, define(here, '__proto__', { polluted: true }));
      yield replaced(value, path, define(here, 'constructor', 'x'));
    }
  }
}

/** Every place in a value, the value itself included. */
export function pathsOf(value: unknown): Path[] {
  const parts = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return [[], ...parts.flatMap(([name, part]) => pathsOf(part).map((path) => [name, ...path]))];
}

/** A copy of a value with something else in one place; `undefined` removes what is there. */
export function replaced(value: unknown, path: Path, replacement: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return replacement;
  const part = replaced((value as Record<string, unknown>)[first], rest, replacement);
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => (index !== first ? [item] : part === undefined ? [] : [part]));
  }
  return part === undefined
    ? Object.fromEntries(Object.entries(value as object).filter(([name]) => name !== first))
    : define(value as object, String(first), part);
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, step) => (part as Record<string, unknown>)[step], value);
}

function define(object: object, name: string, value: unknown): object {
  return Object.fromEntries([...Object.entries(object).filter(([other]) => other !== name), [name, value]]);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
