import { toTable } from '../../policy/page/to-table.ts';
import { knownModels } from '../known-models.ts';
import type { ModelEntry, Price, TokenPrices } from '../model-entry.ts';

const INTRODUCTION = `# What models cost, and how much they read

Made from the data in \`packages/llm/src/models/\`; do not edit it. To make it again:

    node packages/llm/src/models/page/prices-page.ts > docs/prices.md

US dollars for a million tokens, and tokens. An answer's \`cost\` is computed from these prices and from the tokens that the
provider counted, exactly: in units of 1e-12 dollars, without rounding. It is null when anything that it needs is not known:

- the model stands in no row: a new or dated name that is not listed, a deployment at Azure, a model that you run yourself;
- a cell that it needs is empty (cached input, cache writes);
- another service tier than the standard one, sound, a web search that the provider does not count;
- prices marked ≤: the provider bills this or less, by the hour. They serve as a ceiling only.

OpenRouter states in each answer what it took, and is believed. A name marked \`*\` also stands for its snapshots,
\`-yyyy-mm-dd\` or \`-yyyymmdd\`; every other name is meant exactly. A row "above" holds for the whole of a request whose
prompt is longer.

A price is wrong, or a model is missing? Until the table is mended, name it in a file and set \`MODEL_PRICES_FILE\` to its path.
What the file says replaces what stands here, field by field; \`"price": null\` makes a price unknown:

    {
      "azure/my-deployment": {
        "contextTokens": 128000,
        "maxOutputTokens": 16384,
        "price": { "input": "2.5", "cachedInput": "1.25", "output": "10" }
      }
    }

The fields of a price: \`input\` and \`output\`; if known \`cachedInput\`, \`cacheWrite\`, \`reasoning\` (where it is not billed as
output), \`webSearch\` (for a thousand searches), and \`above\`: \`promptTokens\` and the prices beyond.`;

const HEAD = [
  'model',
  'window',
  'longest answer',
  'input',
  'cached',
  'cache write',
  'output',
  '1000 searches',
  'when',
  'read',
];

/** `docs/prices.md`, as text. */
export function pricesPage(models: Readonly<Record<string, readonly ModelEntry[]>> = knownModels): string {
  const chapters = Object.entries(models).map(([provider, entries]) => chapterOf(provider, entries));
  return `${[INTRODUCTION, ...chapters].join('\n\n')}\n`;
}

function chapterOf(provider: string, entries: readonly ModelEntry[]): string {
  const sources = [...new Set(entries.map(({ source }) => source))];
  const notes = sources.map((source, index) => `${index + 1}. ${source}`);
  const rows = entries.flatMap((entry) => rowsOf(entry, sources.indexOf(entry.source) + 1));
  return [`## ${provider}`, toTable(HEAD, rows), ['Read in:', '', ...notes].join('\n')].join('\n\n');
}

function rowsOf(entry: ModelEntry, source: number): string[][] {
  const { names, dated, contextTokens, maxOutputTokens, prices, read } = entry;
  const model = names.map((name) => `\`${name}\`${dated === true ? ' \\*' : ''}`).join(', ');
  const limits = [tokens(contextTokens), tokens(maxOutputTokens)];
  const origin = `${read}, ${source}`;
  if (prices.length === 0) return [[model, ...limits, 'unknown', '', '', '', '', '', origin]];
  return prices.flatMap((price) => [
    [model, ...limits, ...amounts(price, price.atMost), price.webSearch ?? '', period(price), origin],
    ...(price.above === undefined
      ? []
      : [[`… above ${tokens(price.above.promptTokens)}`, '', '', ...amounts(price.above), '', period(price), origin]]),
  ]);
}

function amounts({ input, cachedInput, cacheWrite, output }: TokenPrices, atMost?: true): string[] {
  const sign = atMost === true ? '≤ ' : '';
  return [input, cachedInput, cacheWrite, output].map((amount) => (amount === undefined ? '' : `${sign}${amount}`));
}

function period({ from, until }: Price): string {
  return [from && `from ${from}`, until && `until ${until}`].filter((part) => part !== undefined).join(' ');
}

function tokens(count: number | undefined): string {
  return count === undefined ? '' : count.toLocaleString('en-US');
}

if (import.meta.main) process.stdout.write(pricesPage());
