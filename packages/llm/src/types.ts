import type {
  Adjustment,
  ChatCompletion,
  ChatCompletionChunk,
  ChatMessage,
  ModelParameters,
  OpenAiParameters,
  Usage,
} from '@groundwire/client';
import type { LlmError } from './llm-error.ts';
import type { Policy } from './policy/policy.ts';
import type { ThinkingForm } from './thinking/thinking-form.ts';
import type { LlmTasks, TaskSettings } from './tasks/task-types.ts';

export type { ParameterName } from './policy/policy.ts';

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
  /** The token limit in `parameters` is not the caller's but ours: it gives way to what a model needs to think. */
  hasDefaultLimit?: boolean;
  /** The caller's own chat, without what the prompt assembly added; what the extractive answerer answers. */
  question: ChatMessage[];
  passages: GroundingPassage[];
}

/** What the server adds to every answer. */
type ServerField =
  'provider' | 'cost' | 'sources' | 'retrieval' | 'citations' | 'adjustments' | 'attempts' | 'conversation_id';

/** `Omit` would forget every named field of a type that is open to further ones. */
type Without<Type, Name> = { [Key in keyof Type as Key extends Name ? never : Key]: Type[Key] };

/** A vendor's whole answer in OpenAI's shape, before the server adds its own fields. */
export type Completion = Without<ChatCompletion, ServerField>;

/** One step of a streamed answer in OpenAI's shape, before the server adds its own fields. */
export type CompletionChunk = Without<ChatCompletionChunk, ServerField>;

/**
 * What a call yields. OpenAI's own objects are the common form: an OpenAI-compatible vendor's frame then needs no
 * rebuilding, and nothing that a vendor adds is lost.
 * - `chunk`: one event. `frame` holds its bytes (`data: …\n\n`) when they may be sent on exactly as they came;
 *   `usageSoFar` what a provider that counts on the way has counted by then, for us alone.
 * - `completion`: the whole answer of a call that does not stream; always the only part.
 *
 * A stream whose last chunk had no `finish_reason` never ends normally: iterating it throws an `LlmError`.
 */
export type StreamPart =
  | { type: 'chunk'; chunk: CompletionChunk; frame?: Uint8Array; usageSoFar?: Usage }
  | { type: 'completion'; completion: Completion };

/** Who a model's name means. */
export interface ResolvedModel {
  /** The provider's id in the table. */
  provider: string;
  /** The model as the vendor names it. */
  model: string;
}

/** A call under way. Nothing is sent before `parts` is first iterated. */
export interface ModelAnswer extends ResolvedModel {
  /** What will be sent, without address or key; undefined when nothing leaves this process. */
  request: Pick<VendorRequest, 'path' | 'body'> | undefined;
  /** How often that is sent: several times where a vendor gives one answer a call. */
  calls: number;
  /** Every change that was made to the call so that this provider accepts it. */
  adjustments: Adjustment[];
  /** Throws `LlmError`. Ends early, throwing `LlmError` of kind `cancelled`, when the signal aborts. */
  parts: AsyncIterable<StreamPart>;
}

/** What decides whether a call's model thinks. */
export type ThinkingCall = Pick<ModelCall, 'model' | 'parameters'>;

/** What a dialect makes of a call: the body to send, and what had to change. */
export interface VendorRequest {
  /** Path below the provider's base URL, e.g. `/chat/completions`. */
  path: string;
  body: Record<string, unknown>;
  adjustments: Adjustment[];
  /** How often to send it, for one answer each time, where the provider does not give several at once; once when absent. */
  calls?: number;
  /** Texts at which the answer has to be cut here, as the provider does not stop there. */
  ownStops?: readonly string[];
}

/** One server-sent event of a vendor. */
export interface VendorEvent {
  event: string | undefined;
  data: string;
  /** The bytes of `data: …\n\n`; absent when the framing was not that plain (CRLF, comments, several data lines, a name). */
  frame: Uint8Array | undefined;
}

/** What reading an answer must know of the call. */
export interface AnswerContext {
  /** The provider's id in the table. */
  provider: string;
  /** The model as the vendor names it. */
  model: string;
  /** The caller wrote `functions`, so answers carry `function_call` instead of `tool_calls`. */
  usesFunctions: boolean;
}

/** A vendor's refusal, as it came. */
export interface VendorFailure {
  provider: string;
  status: number;
  /** The start of the body, of whatever type. */
  body: string;
  retryAfterMs: number | undefined;
  /** False when the vendor said so (`x-should-retry: false`). */
  retryAllowed: boolean;
  /** Names of our contract: the only ones that an error may repeat. */
  knownNames: ReadonlySet<string>;
}

/**
 * A wire format: pure functions between the contract's objects and a vendor's. It never fetches and keeps no state
 * outside the decoder that `fromStream` returns.
 */
export interface Dialect {
  toRequest(call: ModelCall, model: string, provider: LlmProvider, providerId: string): VendorRequest;
  /**
   * Throws `LlmError` of kind `malformed` when the body is not this wire. Absent: requests always ask for a stream, which
   * is collected for a caller who wants the answer whole.
   */
  fromResponse?(body: unknown, context: AnswerContext): Completion;
  /** The form in which earlier thinking must come back with this call; undefined: it is not wanted. Absent: it never is. */
  thinkingForm?(call: ThinkingCall, model: string, provider: LlmProvider): ThinkingForm | undefined;
  /** A decoder for one stream. */
  fromStream(context: AnswerContext): StreamDecoder;
  /** The vendor's error body, read for its meaning; never for words that reach a caller. */
  toError(failure: VendorFailure): LlmError;
}

export interface StreamDecoder {
  /** True once the vendor said that nothing more will come. */
  readonly done: boolean;
  /** The parts that one event makes. Throws `LlmError` when the event is an error or not this wire. */
  decode(event: VendorEvent): StreamPart[];
  /** What is still owed, usually nothing. Throws `LlmError` when the stream may not end here: no finish reason was seen. */
  end(): StreamPart[];
}

/** The names of the wire formats in `dialects/`. */
export type DialectName = 'openai-chat' | 'anthropic-messages' | 'extractive';

/** One entry of the provider table: an address and small differences. Data only; logic belongs in a dialect. */
export interface LlmProvider {
  /** Absent: it has no chat, only other tasks. */
  dialect?: DialectName;
  /** Without a trailing slash; overridden by `<PROVIDER>_BASE_URL`. */
  baseUrl?: string;
  /** The environment variable that must hold its address when it has none of its own. */
  baseUrlEnv?: string;
  /** The environment variable of its key; absent: none is needed, but one that is set is sent. */
  apiKeyEnv?: string;
  /** Its only models; absent: any name is passed on. */
  models?: readonly string[];
  /** How the key is sent; `bearer` when absent. */
  auth?: { header: string; prefix?: string };
  headers?: Readonly<Record<string, string>>;
  /** Its answers say in `usage.cost` what they cost, in US dollars. */
  statesCost?: true;
  /** What it takes of a request, and under which names; absent: everything, as OpenAI does. */
  policy?: Policy;
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
  /** The generated names of `CallParameters`. Whatever else stands in `ModelCall.parameters` is never sent. */
  parameterNames: readonly string[];
  tasks?: TaskSettings;
}

/** The package's face: what `createLlm(settings)` returns. */
export interface Llm extends LlmTasks {
  /** Throws `LlmError` (`not_found`) for a model that cannot be asked here. */
  resolve(model: string): ResolvedModel;
  /** Resolves the model and prepares the call. Throws `LlmError` (`not_found`, `invalid_request`) at once. */
  call(call: ModelCall, signal: AbortSignal): ModelAnswer;
  /** The form in which the call's model wants its earlier thinking back. Throws `LlmError` (`not_found`). */
  thinkingForm(call: ThinkingCall): ThinkingForm | undefined;
  /** The built-in models, then what each configured provider lists now; those that do not answer in time apart. */
  listModels(signal: AbortSignal): Promise<{
    models: { id: string; created: number; owned_by: string }[];
    unavailable: string[];
  }>;
  /** Waits for nothing: closes idle connections. */
  close(): Promise<void>;
}
