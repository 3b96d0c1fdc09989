import { Inject, Injectable } from '@nestjs/common';
import {
  addDollars,
  type Billing,
  billingOf,
  costOfAnswer,
  type CountedAnswer,
  costOfEmbedding,
  costOfReranking,
  costOfTranscription,
  countPrompt,
  type ModelAnswer,
  type ModelCall,
  type ModelTable,
  mostDollars,
  type Price,
  priceCeiling,
  tokenCounterOf,
} from '@groundwire/llm';
import { Problem } from '../http/problems/problem.ts';
import { MODEL_TABLE } from './llm.token.ts';

/** The most that a call can take of what is limited. */
export interface CallCeiling {
  /** Prompt and answer together; null: nothing bounds it. */
  tokens: number | null;
  /** US dollars, an exact decimal; null: not known. */
  cost: string | null;
  /** Why something is null, fit for the caller; null when nothing is. */
  unknown: string | null;
}

/** The names that vendors give the limit of an answer. */
const LIMITS = ['max_completion_tokens', 'max_tokens'];
/** As long as a chunk can be (openapi.yaml: `chunk_size`), each character a token. */
const MOST_TOKENS_OF_A_CHUNK = 10_000;
/** No codec of speech goes below 8 kbit a second. */
const LEAST_BYTES_PER_SECOND = 1_000;
const FREE: CallCeiling = { tokens: 0, cost: '0', unknown: null };

/** What calls cost by the table of prices, and what they can cost at most. Money is in US dollars, as exact decimals. */
@Injectable()
export class CallCosts {
  constructor(@Inject(MODEL_TABLE) private readonly models: ModelTable) {}

  /** Of a prepared call to a chat model. */
  async ceiling(
    { request, provider, model, calls }: Pick<ModelAnswer, 'request' | 'provider' | 'model' | 'calls'>,
    { messages, parameters }: Pick<ModelCall, 'parameters'> & { messages: Readonly<ModelCall['messages']> },
  ): Promise<CallCeiling> {
    // What never leaves this process costs nothing.
    if (request === undefined) return FREE;
    const facts = this.models.find(provider, model);
    const limit = LIMITS.map((name) => request.body[name]).find((value) => typeof value === 'number');
    const maxOutputTokens = limit ?? facts?.maxOutputTokens;
    if (maxOutputTokens === undefined) {
      return unknown(`Nothing bounds the answer of \`${provider}/${model}\`: send max_tokens.`);
    }
    const promptTokens = await countPrompt({ messages: [...messages], parameters }, tokenCounterOf(provider, model));
    // A vendor that gives one answer a call reads the prompt for each of them.
    const n = calls > 1 ? 1 : (parameters.n ?? 1);
    const tokens = calls * (promptTokens + n * maxOutputTokens);
    if (parameters.web_search_options !== undefined) {
      return { ...unknown('Nothing bounds what a web search costs.'), tokens };
    }
    if (messages.some(hasUncountedParts)) return { ...unknown('What sound and files cost is not known.'), tokens };
    const ceiling = priceCeiling({ promptTokens, maxOutputTokens, n }, facts?.priceAt(new Date()));
    const cost = addDollars(Array.from({ length: calls }, () => ceiling));
    return { tokens, cost, unknown: cost === null ? withoutPrice(`${provider}/${model}`) : null };
  }

  /** Of an answer that its vendor has counted. */
  answer(answer: CountedAnswer): string | null {
    return costOfAnswer(answer, this.models);
  }

  /** Models are named as `provider/model` from here on. `tokens` 0: the vendor did not count. */
  embedding(model: string, tokens: number): string | null {
    return tokens === 0 ? null : costOfEmbedding(tokens, this.#price(model));
  }

  /** `bytes` of UTF-8: no tokenizer makes more tokens. */
  embeddingCeiling(model: string, bytes: number): CallCeiling {
    return ceilingOf(model, costOfEmbedding(bytes, this.#price(model)));
  }

  /** As we count, which no vendor does for us. */
  reranking(model: string, query: string, documents: readonly string[]): string | null {
    const [provider, name] = parted(model);
    const counter = tokenCounterOf(provider, name);
    return costOfReranking(
      counter.estimate(query),
      documents.map((document) => counter.estimate(document)),
      this.#price(model),
    );
  }

  /** For so many chunks that are not known yet. */
  rerankingCeiling(model: string, queryBytes: number, count: number): CallCeiling {
    const documents = Array<number>(count).fill(MOST_TOKENS_OF_A_CHUNK);
    return ceilingOf(model, costOfReranking(queryBytes, documents, this.#price(model)));
  }

  transcription(model: string, seconds: number): string | null {
    return costOfTranscription(seconds, this.#price(model));
  }

  /** Of a recording whose length is not known yet. */
  transcriptionCeiling(model: string, bytes: number): CallCeiling {
    return ceilingOf(model, costOfTranscription(bytes / LEAST_BYTES_PER_SECOND, this.#price(model)));
  }

  #price(model: string): Price | undefined {
    return this.models.find(...parted(model))?.priceAt(new Date());
  }
}

/** What several calls can take together. */
export function together(ceilings: readonly CallCeiling[]): CallCeiling {
  return {
    tokens: ceilings.reduce<number | null>(
      (sum, { tokens }) => (sum === null || tokens === null ? null : sum + tokens),
      0,
    ),
    cost: addDollars(ceilings.map(({ cost }) => cost)),
    unknown: firstReason(ceilings),
  };
}

/** What the dearest of several calls can take. */
export function dearest(ceilings: readonly CallCeiling[]): CallCeiling {
  const tokens = ceilings.map((ceiling) => ceiling.tokens);
  return {
    tokens: tokens.includes(null) ? null : Math.max(0, ...tokens.map(Number)),
    cost: mostDollars(ceilings.map(({ cost }) => cost)),
    unknown: firstReason(ceilings),
  };
}

/** Whether anybody may ask money for a call that failed: a Problem is ours, and comes before it is sent. */
export function billingOfFailure(error: unknown): Billing {
  return error instanceof Problem ? 'never-sent' : billingOf(error);
}

function firstReason(ceilings: readonly CallCeiling[]): string | null {
  return ceilings.find(({ unknown }) => unknown !== null)?.unknown ?? null;
}

function parted(model: string): [provider: string, name: string] {
  const slash = model.indexOf('/');
  return [model.slice(0, slash), model.slice(slash + 1)];
}

function ceilingOf(model: string, cost: string | null): CallCeiling {
  return { tokens: 0, cost, unknown: cost === null ? withoutPrice(model) : null };
}

function unknown(why: string): CallCeiling {
  return { tokens: null, cost: null, unknown: why };
}

function withoutPrice(model: string): string {
  return `The price of \`${model}\` is not known: the operator can name it in MODEL_PRICES_FILE.`;
}

/** Images are counted at an allowance; what a vendor makes of sound and files, only it knows. */
function hasUncountedParts({ content }: ModelCall['messages'][number]): boolean {
  return Array.isArray(content) && content.some(({ type }) => type === 'input_audio' || type === 'file');
}
