/** What a vendor can be asked for besides an answer to a chat. */
export type Task = 'embeddings' | 'reranking' | 'transcription';

/** The operator's choice of models; a task without one takes the default of a provider that has its key. */
export interface TaskSettings {
  /** `provider/model`; `none` switches the task off. */
  models: Partial<Record<Task, string>>;
  /** Asked of the embedding model in place of the table's number. */
  embeddingDimensions?: number | undefined;
}

export interface EmbeddingRequest {
  /** `provider/model`. */
  model: string;
  /** Each with at least one visible character; what is beyond the model's limit is not read. */
  texts: readonly string[];
  /** Absent: the operator's number, else the table's, else what the model gives. */
  dimensions?: number;
  /** Some models embed what is searched and what is searched for differently. */
  purpose: 'document' | 'query';
}

export interface Embeddings {
  /** One for each text, in their order; all of one length, finite, none of them zero. Not normalised. */
  vectors: Float32Array[];
  /** `provider/model`. */
  model: string;
  /** 0 when the vendor does not say. */
  usage: { inputTokens: number };
}

export interface RerankRequest {
  /** `provider/model`. */
  model: string;
  query: string;
  documents: readonly string[];
  topN: number;
}

export interface Reranking {
  /** The best `topN` of the documents by their number, best first; scores in [0, 1]. */
  results: { index: number; score: number }[];
  /** `provider/model`. */
  model: string;
}

export interface TranscriptionRequest {
  /** `provider/model`. */
  model: string;
  file: Uint8Array;
  /** Only its ending is sent: vendors tell the format by it. */
  filename: string;
  /** ISO 639-1, e.g. `en`; absent: the model finds out. */
  language?: string;
}

export interface Transcription {
  text: string;
  /** In seconds; absent when the model gives no times. */
  segments?: { start: number; end: number; text: string }[];
  /** `provider/model`. */
  model: string;
}

/** The tasks' face. Each throws `LlmError`: `not_found` for an unknown model, `cancelled` when the signal aborts. */
export interface LlmTasks {
  /**
   * The model that does a task: the operator's, else the default of `provider` (a name of the contract, `google` too)
   * when it is configured; any configured reranker will do. Undefined: none is configured.
   */
  modelFor(task: Task, provider?: string | null): string | undefined;
  embed(request: EmbeddingRequest, signal: AbortSignal): Promise<Embeddings>;
  rerank(request: RerankRequest, signal: AbortSignal): Promise<Reranking>;
  transcribe(request: TranscriptionRequest, signal: AbortSignal): Promise<Transcription>;
}
