import { DOLLARS } from '../money/pico-dollars.ts';
import type { ModelEntry, Price, TokenPrices } from './model-entry.ts';

/** What an operator knows better, by `provider/model`. A field that is absent leaves the table's. */
export type ModelOverrides = Readonly<
  Record<string, Partial<Pick<ModelEntry, 'contextTokens' | 'maxPromptTokens' | 'maxOutputTokens' | 'prices'>>>
>;

const LIMITS = ['contextTokens', 'maxPromptTokens', 'maxOutputTokens'] as const;
const TOKEN_PRICES = [
  'input',
  'cachedInput',
  'cacheWrite',
  'output',
  'reasoning',
] as const satisfies (keyof TokenPrices)[];

/**
 * Checks what a file of overrides holds: `{"azure/my-deployment": {"contextTokens": 128000, "price": {"input": "2.5",
 * "output": "10"}}}`. A `price` of null makes a model's price unknown. Throws an `Error` that names the place.
 */
export function parseOverrides(json: unknown): ModelOverrides {
  const models = objectAt(json, 'the file');
  return Object.fromEntries(Object.entries(models).map(([name, value]) => [name, overrideOf(name, value)]));
}

function overrideOf(name: string, value: unknown): ModelOverrides[string] {
  if (!/^[^/]+\/./.test(name)) throw new Error(`"${name}" must be a provider and a model: "openai/gpt-4o".`);
  const { price, ...limits } = objectAt(value, `"${name}"`);
  refuseOthers(limits, LIMITS, `"${name}"`);
  for (const [limit, tokens] of Object.entries(limits)) {
    if (!Number.isSafeInteger(tokens) || Number(tokens) < 1) {
      throw new Error(`"${name}" ${limit} must be a whole number.`);
    }
  }
  return price === undefined
    ? limits
    : { ...limits, prices: price === null ? [] : [priceOf(price, `"${name}" price`)] };
}

function priceOf(value: unknown, place: string): Price {
  const { above, webSearch, search, minutes, ...tokens } = objectAt(value, place);
  const price = tokenPricesOf(tokens, place);
  const others = Object.entries({ webSearch, search, minutes }).filter(([, dollars]) => dollars !== undefined);
  return {
    ...price,
    ...Object.fromEntries(others.map(([key, dollars]) => [key, dollarsAt(dollars, `${place}.${key}`)])),
    ...(above === undefined ? {} : { above: aboveOf(above, `${place}.above`) }),
  };
}

function aboveOf(value: unknown, place: string): NonNullable<Price['above']> {
  const { promptTokens, ...tokens } = objectAt(value, place);
  if (!Number.isSafeInteger(promptTokens)) throw new Error(`${place}.promptTokens must be a whole number.`);
  return { ...tokenPricesOf(tokens, place), promptTokens: Number(promptTokens) };
}

function tokenPricesOf(value: Record<string, unknown>, place: string): TokenPrices {
  refuseOthers(value, TOKEN_PRICES, place);
  const { input, output, ...others } = value;
  return {
    input: dollarsAt(input, `${place}.input`),
    output: dollarsAt(output, `${place}.output`),
    ...Object.fromEntries(Object.entries(others).map(([key, price]) => [key, dollarsAt(price, `${place}.${key}`)])),
  };
}

function dollarsAt(value: unknown, place: string): TokenPrices['input'] {
  if (typeof value === 'string' && DOLLARS.test(value)) return value as TokenPrices['input'];
  throw new Error(`${place} must be US dollars per million in quotes, with at most six decimals, such as "2.5".`);
}

function objectAt(value: unknown, place: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Error(`${place} must hold an object.`);
}

function refuseOthers(value: object, known: readonly string[], place: string): void {
  const other = Object.keys(value).find((key) => !known.includes(key));
  if (other !== undefined) throw new Error(`${place} has no "${other}". Known: ${known.join(', ')}.`);
}
