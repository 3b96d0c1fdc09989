/** An amount of US dollars in plain decimal notation, at most six digits after the point: `'0.075'`. Never a float. */
export type Dollars = `${number}`;

/** What a vendor charges for a million tokens. A price that is absent is unknown: a call that needs it has no cost. */
export interface TokenPrices {
  input: Dollars;
  /** Input that the vendor had in its cache. */
  cachedInput?: Dollars;
  /** Input that it put into its cache; Anthropic's is the write that lives five minutes. */
  cacheWrite?: Dollars;
  output: Dollars;
  /** Where reasoning is not billed as output. */
  reasoning?: Dollars;
}

/** The prices of one period. */
export interface Price extends TokenPrices {
  /** First and last day, in UTC, `yyyy-mm-dd`; absent: open. */
  from?: string;
  until?: string;
  /** Of a request whose prompt has more than `promptTokens` tokens: all of it, output too, is billed at these. */
  above?: TokenPrices & { promptTokens: number };
  /** For a thousand searches of the vendor's own web search. */
  webSearch?: Dollars;
  /** For a thousand searches of a reranking model: a question and up to a hundred documents of 500 tokens. */
  search?: Dollars;
  /** For a thousand minutes of recorded speech, each one begun. */
  minutes?: Dollars;
  /** The vendor bills this or less, by the hour of the day: good for a ceiling, but no cost can be told from it. */
  atMost?: true;
}

/** A model, or several that differ in name only. */
export interface ModelEntry {
  /** Exactly as the vendor writes them, without our prefix. */
  names: readonly string[];
  /** Snapshots cost the same: each name also with `-yyyy-mm-dd` or `-yyyymmdd` behind it. */
  dated?: true;
  /** Prompt and answer together. */
  contextTokens: number;
  /** Of the prompt alone, where the vendor bounds it further. */
  maxPromptTokens?: number;
  maxOutputTokens?: number;
  /** One for each period, in order; none: unknown. */
  prices: readonly Price[];
  /** The page where this was read, and the date. */
  source: string;
  read: string;
}

/** Where the entries of a file were read. */
export type Page = Pick<ModelEntry, 'source' | 'read'>;
