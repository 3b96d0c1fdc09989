import { describe, expect, it } from '@jest/globals';
import { DOLLARS } from '../money/pico-dollars.ts';
import { llmProviders } from '../providers.ts';
import { knownModels } from './known-models.ts';
import type { ModelEntry, Price } from './model-entry.ts';

const entries = Object.entries(knownModels).flatMap(([provider, list]) =>
  list.map((entry): [string, ModelEntry] => [`${provider}/${entry.names[0]}`, entry]),
);
const prices = entries.flatMap(([name, entry]) => entry.prices.map((price): [string, Price] => [name, price]));

describe('the providers', () => {
  it('are those of the table of providers', () => {
    expect(Object.keys(llmProviders)).toEqual(expect.arrayContaining(Object.keys(knownModels)));
  });

  it.each(Object.entries(knownModels))(
    '%s names no model twice, nor a snapshot that another entry covers',
    (_, list) => {
      const names = list.flatMap(({ names }) => names);
      expect(names).toEqual([...new Set(names)]);
      const dated = list.flatMap(({ names, dated }) => (dated === true ? names : []));
      const undated = names.map((name) => name.replace(/-20\d\d-?\d\d-?\d\d$/, ''));
      const covered = names.filter(
        (name, index) => name !== undated[index] && dated.includes(undated[index] as string),
      );
      expect(covered).toEqual([]);
    },
  );
});

describe.each(entries)('%s', (_, entry) => {
  it('says where it was read, and when', () => {
    expect(entry.source).toMatch(/\w+[./]\w+/);
    expect(entry.read).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
    expect(new Date(entry.read).getTime()).toBeLessThan(Date.UTC(2100, 0));
  });

  it('has limits that fit into each other', () => {
    const { contextTokens, maxPromptTokens = contextTokens, maxOutputTokens = contextTokens } = entry;
    for (const limit of [contextTokens, maxPromptTokens, maxOutputTokens]) {
      expect(Number.isSafeInteger(limit) && limit > 0).toBe(true);
      expect(limit).toBeLessThanOrEqual(contextTokens);
    }
  });

  it('has prices for periods that follow each other', () => {
    const days = entry.prices.flatMap(({ from, until }) => [from ?? '0000-00-00', until ?? '9999-99-99']);
    expect(days).toEqual([...days].sort());
    for (const [index, { until }] of entry.prices.entries()) {
      const next = entry.prices[index + 1];
      if (next !== undefined) expect(dayAfter(until as string)).toBe(next.from);
    }
  });
});

describe.each(prices)('the price of %s', (name, price) => {
  const { above } = price;

  it.each(Object.entries({ price, ...(above && { above }) }))('is plain decimal in its %s', (_, tokens) => {
    const { input, cachedInput, cacheWrite, output, reasoning } = tokens;
    const given = [input, cachedInput, cacheWrite, output, reasoning].filter((amount) => amount !== undefined);
    for (const amount of given) expect(amount).toMatch(DOLLARS);
    if (!name.startsWith('local/')) expect(Math.min(...given.map(Number))).toBeGreaterThan(0);
    expect(Number(cachedInput ?? input)).toBeLessThanOrEqual(Number(input));
    expect(Number(cacheWrite ?? input)).toBeGreaterThanOrEqual(Number(input));
    expect(Number(output)).toBeGreaterThanOrEqual(Number(input));
  });

  it('rises with the prompt, for the same kinds of tokens', () => {
    if (above === undefined) return;
    const { promptTokens, ...higher } = above;
    expect(promptTokens).toBeGreaterThan(0);
    const kinds = ['input', 'cachedInput', 'cacheWrite', 'output'] as const;
    for (const kind of kinds) {
      expect(higher[kind] === undefined).toBe(price[kind] === undefined);
      expect(Number(higher[kind] ?? 1)).toBeGreaterThan(Number(price[kind] ?? 0));
    }
  });
});

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
