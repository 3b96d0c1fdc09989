import type {
  Adjustment,
  ChatCompletion,
  ChatCompletionChunk,
  ChatMessage,
  ModelParameters,
  OpenAiParameters,
} from '@groundwire/client';

/** Every parameter a model understands, under the contract's names. Retrieval parameters never reach this package. */
export type CallParameters = ModelParameters & OpenAiParameters;

/** A retrieved passage. Vendors read it in the messages; only the extractive answerer reads it here. */
export interface GroundingPassage {
  /** The chunk's id, a UUID. */
  id: string;
  title: string | null;
  text: string;
}

/** One call, in the contract's words: nothing in it is vendor-specific yet. */
export interface ModelCall {
  /** `provider/model`, or a bare name, which means OpenAI's. */
  model: string;
  /** The prompt as assembled, passages included, in any of the three message shapes of the contract. */
  messages: ChatMessage[];
  parameters: CallParameters;
  /** The caller's own chat, without what the prompt assembly added; what the extractive answerer answers. */
  question: ChatMessage[];
  passages: GroundingPassage[];
}

/** A vendor's whole answer in OpenAI's shape, before the server adds its own fields. */
export type Completion = Omit<ChatCompletion, 'provider' | 'cost' | 'sources' | 'adjustments' | 'conversation_id'>;

/** One step of a streamed answer in OpenAI's shape, before the server adds its own fields. */
export type CompletionChunk = Omit<
  ChatCompletionChunk,
  'provider' | 'cost' | 'sources' | 'adjustments' | 'conversation_id'
>;

/**
 * What a call yields. OpenAI's own objects are the common form: an OpenAI-compatible vendor's frame then needs no
 * rebuilding, and nothing that a vendor adds is lost.
 * - `chunk`: one event. `frame` holds its bytes (`data: …\n\n`) when they may be sent on exactly as they came.
 * - `completion`: the whole answer of a call that does not stream; always the only part.
 *
 * A stream whose last chunk had no `finish_reason` never ends normally: iterating it throws an `LlmError`.
 */
export type StreamPart =
  | { type: 'chunk'; chunk: CompletionChunk; frame?: Uint8Array }
  | { type: 'completion'; completion: Completion };

/** A call under way. Nothing is sent before `parts` is first iterated. */
export interface ModelAnswer {
  /** The provider's id in the table. */
  provider: string;
  /** Every change that was made to the call so that this provider accepts it. */
  adjustments: Adjustment[];
  /** Throws `LlmError`. Ends early, throwing `LlmError` of kind `cancelled`, when the signal aborts. */
  parts: AsyncIterable<StreamPart>;
}

/** What a dialect makes of a call: the body to send, and what had to change. */
export interface VendorRequest {
  /** Path below the provider's base URL, e.g. `/chat/completions`. */
  path: string;
  body: Record<string, unknown>;
  adjustments: Adjustment[];
}

/** One server-sent event of a vendor: its data, and the bytes of its whole frame. */
export interface VendorEvent {
  event: string | undefined;
  data: string;
  frame: Uint8Array;
}

/**
 * A wire format: pure functions between the contract's objects and a vendor's. It never fetches and keeps no state
 * outside the decoder that `fromStream` returns.
 */
export interface Dialect {
  toRequest(call: ModelCall, model: string, provider: LlmProvider, providerId: string): VendorRequest;
  /** Throws `LlmError` of kind `malformed` when the body is not this wire. */
  fromResponse(body: unknown): Completion;
  /** A decoder for one stream. */
  fromStream(): StreamDecoder;
  /** The vendor's error body, read for its meaning; never for words that reach a caller. */
  toError(status: number, body: string, retryAfterMs: number | undefined, providerId: string): Error;
}

export interface StreamDecoder {
  /** The parts that one event makes. Throws `LlmError` when the event is an error or not this wire. */
  decode(event: VendorEvent): StreamPart[];
  /** Throws `LlmError` when the stream may not end here: no finish reason was seen. */
  end(): void;
}

/** The names of the wire formats in `dialects/`. */
export type DialectName = 'openai-chat' | 'extractive';

/** A parameter of the contract that a provider may omit, rename or bound. */
export type ParameterName = keyof CallParameters;

/** One entry of the provider table: an address and small differences. Data only; logic belongs in a dialect. */
export interface LlmProvider {
  dialect: DialectName;
  /** Without a trailing slash; overridden by `<PROVIDER>_BASE_URL`. Absent: the provider runs in this process. */
  baseUrl?: string;
  /** The environment variable of its key; absent: no key is needed. */
  apiKeyEnv?: string;
  /** How the key is sent; `bearer` when absent. */
  auth?: { header: string; prefix?: string };
  headers?: Readonly<Record<string, string>>;
  /** Parameters it refuses or ignores: dropped, and reported. */
  omit?: readonly ParameterName[];
  /** Parameters it knows by another name: renamed, and reported. */
  rename?: Readonly<Partial<Record<ParameterName, string>>>;
  /** Message fields it refuses. */
  omitMessageFields?: readonly string[];
}

/** Where the settings of the environment come in; this package reads none itself. */
export interface LlmSettings {
  /** Keys by the provider's id. */
  apiKeys: Readonly<Record<string, string | undefined>>;
  /** Base URLs by the provider's id; they replace the table's. */
  baseUrls: Readonly<Record<string, string | undefined>>;
  headersTimeoutMs: number;
  /** Longest silence while a stream is waited for. */
  idleTimeoutMs: number;
  totalTimeoutMs: number;
  maxRetries: number;
}

/** The package's face: what `createLlm(settings)` returns. */
export interface Llm {
  /** Resolves the model and prepares the call. Throws `LlmError` (`not_found`, `invalid_request`) at once. */
  call(call: ModelCall, signal: AbortSignal): ModelAnswer;
  /** The built-in models, then what each configured provider lists now; those that do not answer in time apart. */
  listModels(signal: AbortSignal): Promise<{
    models: { id: string; created: number; owned_by: string }[];
    unavailable: string[];
  }>;
  /** Waits for nothing: closes idle connections. */
  close(): Promise<void>;
}
