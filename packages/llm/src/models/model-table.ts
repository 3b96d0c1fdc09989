import { knownModels } from './known-models.ts';
import type { ModelEntry, Price } from './model-entry.ts';
import type { ModelOverrides } from './parse-overrides.ts';

/** What is known of one model. */
export interface ModelFacts {
  /** Prompt and answer together; undefined: unknown. */
  contextTokens: number | undefined;
  maxPromptTokens: number | undefined;
  maxOutputTokens: number | undefined;
  /** What a call costs at a time; undefined: unknown, which is not free. */
  priceAt(time: Date): Price | undefined;
}

export interface ModelTable {
  /** Facts of a model, named as its provider names it; undefined for one that is not known. */
  find(providerId: string, model: string): ModelFacts | undefined;
}

type Catalogue = Readonly<Record<string, readonly ModelEntry[]>>;

/** Looks models up by their exact name or a dated snapshot's. What an operator says replaces what the table says. */
export function createModelTable(overrides: ModelOverrides = {}, catalogue: Catalogue = knownModels): ModelTable {
  const known = new Map<string, ModelEntry>();
  for (const [providerId, entries] of Object.entries(catalogue)) {
    for (const entry of entries) {
      for (const name of entry.names) known.set(`${providerId}/${name}`, entry);
    }
  }
  const entryOf = (name: string): ModelEntry | undefined => known.get(name) ?? snapshotIn(known, name);
  return {
    find(providerId, model) {
      const name = `${providerId}/${model}`;
      const entry = entryOf(name);
      const override = Object.hasOwn(overrides, name) ? overrides[name] : undefined;
      return entry === undefined && override === undefined ? undefined : toFacts({ ...entry, ...override });
    },
  };
}

const DATE = /-(?:20\d\d-[01]\d-[0-3]\d|20\d\d[01]\d[0-3]\d)$/;

function snapshotIn(known: ReadonlyMap<string, ModelEntry>, name: string): ModelEntry | undefined {
  if (!DATE.test(name)) return undefined;
  const entry = known.get(name.replace(DATE, ''));
  return entry?.dated === true ? entry : undefined;
}

function toFacts({ contextTokens, maxPromptTokens, maxOutputTokens, prices = [] }: Partial<ModelEntry>): ModelFacts {
  return {
    contextTokens,
    maxPromptTokens,
    maxOutputTokens,
    priceAt(time) {
      const day = time.toISOString().slice(0, 10);
      return prices.find(({ from = day, until = day }) => from <= day && day <= until);
    },
  };
}
