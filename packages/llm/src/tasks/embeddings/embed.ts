import type { Target } from '../../registry.ts';
import type { Transport } from '../../transport.ts';
import { malformed, postTask } from '../post-task.ts';
import type { EmbeddingRequest, Embeddings } from '../task-types.ts';
import { batchTexts } from './batch-texts.ts';
import { cohereEmbed } from './cohere-embed.ts';
import { DEFAULT_LIMITS, EMBEDDING_VENDORS, type EmbeddingVendor } from './embedding-vendors.ts';
import { openAiEmbeddings } from './open-ai-embeddings.ts';

/** A wire for embeddings: pure functions, as a chat's dialect is. */
export interface EmbeddingWire {
  path: string;
  toBody(model: string, request: EmbeddingRequest, vendor: EmbeddingVendor): Readonly<Record<string, unknown>>;
  /** The vectors in the order of the texts, and the tokens read; undefined for what is not this wire. */
  fromBody(body: unknown): { vectors: (Float32Array | undefined)[]; inputTokens: number } | undefined;
}

const WIRES: Readonly<Record<NonNullable<EmbeddingVendor['wire']>, EmbeddingWire>> = {
  openai: openAiEmbeddings,
  cohere: cohereEmbed,
};

/** More would meet the rate limits of the vendors' smallest plans. */
const MAX_REQUESTS_AT_ONCE = 4;

/** Embeds texts in batches that the vendor takes; the first that fails stops the others. Throws `LlmError`. */
export async function embed(
  transport: Transport,
  target: Target,
  request: EmbeddingRequest,
  caller: AbortSignal,
): Promise<Embeddings> {
  const { providerId: provider } = target.endpoint;
  const vendor = { ...DEFAULT_LIMITS, ...EMBEDDING_VENDORS[provider] };
  const wire = WIRES[vendor.wire ?? 'openai'];
  const dimensions = request.dimensions ?? vendor.dimensions?.[target.model];

  const stop = new AbortController();
  const signal = AbortSignal.any([caller, stop.signal]);
  const ask = async (texts: readonly string[]): Promise<{ vectors: Float32Array[]; inputTokens: number }> => {
    const asked = { ...request, texts, ...(dimensions !== undefined && { dimensions }) };
    const body = await postTask(transport, target, wire.path, wire.toBody(target.model, asked, vendor), signal);
    const answer = wire.fromBody(body);
    if (answer === undefined) throw malformed(provider, 'answered with something that is no list of embeddings');
    return { ...answer, vectors: check(answer.vectors, texts.length, dimensions, provider) };
  };
  try {
    const answers = await inOrder(batchTexts(request.texts, vendor), ask);
    const vectors = answers.flatMap((answer) => answer.vectors);
    if (new Set(vectors.map(({ length }) => length)).size > 1) throw malformed(provider, UNEQUAL);
    const inputTokens = answers.reduce((sum, answer) => sum + answer.inputTokens, 0);
    return { vectors, model: `${provider}/${target.model}`, usage: { inputTokens } };
  } finally {
    stop.abort();
  }
}

const UNEQUAL = 'answered with embeddings of different lengths';

function check(
  vectors: readonly (Float32Array | undefined)[],
  count: number,
  dimensions: number | undefined,
  provider: string,
): Float32Array[] {
  if (vectors.length !== count) throw malformed(provider, `answered ${count} texts with ${vectors.length} embeddings`);
  return vectors.map((vector) => {
    if (vector === undefined || !vector.every(Number.isFinite)) {
      throw malformed(provider, 'answered with an embedding that is no list of numbers');
    }
    if (!vector.some((value) => value !== 0)) throw malformed(provider, 'answered with an embedding of zeros');
    if (vector.length !== (dimensions ?? vector.length)) {
      throw malformed(provider, `was asked for ${dimensions} dimensions and gave ${vector.length}`);
    }
    return vector;
  });
}

/** Runs a few at a time; the results stand in the order of the items. */
async function inOrder<Item, Result>(items: Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(MAX_REQUESTS_AT_ONCE, items.length) }, worker));
  return results;
}
