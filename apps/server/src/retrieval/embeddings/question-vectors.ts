import { billingOf, type Llm, LlmError, type LlmErrorKind } from '@groundwire/llm';

/** A caller waits, and words alone find most of it: a vendor who needs longer is done without. */
const PATIENCE_MS = 5_000;

/** A vendor who just failed is left alone for so long: else every caller would wait for the same failure. */
const REST_MS = 10_000;

/** Failures of the vendor, or on the way to it, rather than of this one question. */
const OF_THE_VENDOR: ReadonlySet<LlmErrorKind> = new Set([
  'timeout',
  'network',
  'overloaded',
  'upstream',
  'rate_limit',
]);

/** Room for the vectors of some two thousand questions at 1,024 dimensions. */
const MAX_CACHED_BYTES = 8_388_608;

/** Why a question was not embedded, fit for the caller. */
export interface NotEmbedded {
  reason: string;
  /** Whether the vendor may charge for it all the same. */
  mayBeBilled: boolean;
}

export interface QuestionVector {
  vector: Float32Array;
  /** What the vendor counted; undefined when it was not asked. */
  inputTokens: number | undefined;
}

/**
 * Vectors of questions, as this process has asked for them. The same question of the same model always has the same
 * vector, whoever asks: it is asked for once, and kept while there is room.
 */
export class QuestionVectors {
  /** In the order in which they were last used. */
  readonly #kept = new Map<string, Float32Array>();
  #keptBytes = 0;
  /** The vendors' failures by model: what was said, and until when it holds. */
  readonly #resting = new Map<string, Pick<NotEmbedded, 'reason'> & { untilMs: number }>();

  constructor(
    private readonly llm: Llm,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** @throws LlmError (`cancelled`) when the signal fires */
  async read(model: string, question: string, signal: AbortSignal): Promise<QuestionVector | NotEmbedded> {
    const key = `${model}\n${question}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return { vector: this.#keep(key, known), inputTokens: undefined };
    const resting = this.#resting.get(model);
    if (resting !== undefined && this.nowMs() < resting.untilMs) return { reason: resting.reason, mayBeBilled: false };
    const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
    try {
      const { vectors, usage } = await this.llm.embed({ model, texts: [question], purpose: 'query' }, patience);
      this.#resting.delete(model);
      return { vector: this.#keep(key, vectors[0]!), inputTokens: usage.inputTokens };
    } catch (error) {
      if (!(error instanceof LlmError) || signal.aborted) throw error;
      const reason = patience.aborted ? 'The embedding model did not answer in time.' : error.message;
      if (patience.aborted || OF_THE_VENDOR.has(error.kind)) {
        this.#resting.set(model, { reason, untilMs: this.nowMs() + REST_MS });
      }
      return { reason, mayBeBilled: billingOf(error) === 'unknown' };
    }
  }

  #keep(key: string, vector: Float32Array): Float32Array {
    if (!this.#kept.delete(key)) this.#keptBytes += bytesOf(key, vector);
    this.#kept.set(key, vector);
    for (const [oldest, old] of this.#kept) {
      if (this.#keptBytes <= MAX_CACHED_BYTES) break;
      this.#kept.delete(oldest);
      this.#keptBytes -= bytesOf(oldest, old);
    }
    return vector;
  }
}

/** A character of a text takes two bytes at most. */
function bytesOf(key: string, vector: Float32Array): number {
  return 2 * key.length + vector.byteLength;
}
