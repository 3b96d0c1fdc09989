import type { EmbeddingRequest } from '../task-types.ts';

/** How a provider's embeddings differ from OpenAI's plain `/embeddings`. Data only. */
export interface EmbeddingVendor {
  /** `openai` when absent. */
  wire?: 'openai' | 'cohere';
  /** Taken for a project that names this provider and no model. */
  defaultModel?: string;
  /** Dimensions to ask a model for when nobody says. */
  dimensions?: Readonly<Record<string, number>>;
  /** The field that asks for a number of dimensions; `dimensions` when absent. */
  dimensionsField?: string;
  /** It is known to answer in base64 when asked: a third of the bytes, and quick to read. Others are asked for numbers. */
  base64?: boolean;
  /** The field that asks for the encoding; `encoding_format` when absent. */
  encodingField?: string;
  /** Fields by purpose, and for both. */
  fields?: Partial<Record<EmbeddingRequest['purpose'], Readonly<Record<string, unknown>>>>;
  /** Texts in one request. */
  maxTexts?: number;
  /** Tokens in one request. */
  maxTokens?: number;
  /** Tokens of one text: the rest is not sent. */
  maxTokensPerText?: number;
}

/** Small enough for every vendor without a word below, and for an answer of 20 MB. */
export const DEFAULT_LIMITS = { maxTexts: 96, maxTokens: 100_000, maxTokensPerText: 8_000 } as const;

/**
 * What is known of each provider's embeddings; one that is not here is spoken to as OpenAI is, in numbers. Read on
 * 2026-11-26.
 */
export const EMBEDDING_VENDORS: Readonly<Record<string, EmbeddingVendor>> = {
  // openai/openai-openapi, CreateEmbeddingRequest: 2048 texts, 300,000 tokens together, 8192 each. text-embedding-3-large
  // has 3072 dimensions, 12 KB a chunk; cut to 1024 it loses half a point of 64.6 on MTEB (openai.com/index/
  // new-embedding-models-and-api-updates) and a row still fits into a page of Postgres.
  openai: {
    defaultModel: 'text-embedding-3-large',
    dimensions: { 'text-embedding-3-large': 1024 },
    base64: true,
    maxTokens: 250_000,
  },
  azure: { base64: true, maxTokens: 250_000 },
  // docs.cohere.com/reference/embed: at most 96 texts; the compatibility API has no `input_type`, which the models from
  // v3 on need to tell questions from documents: so the native one. Longer texts are cut by `truncate: END`.
  cohere: {
    wire: 'cohere',
    defaultModel: 'embed-multilingual-v3.0',
    dimensionsField: 'output_dimension',
    maxTexts: 96,
    fields: { document: { input_type: 'search_document' }, query: { input_type: 'search_query' } },
  },
  // ai.google.dev/gemini-api/docs/openai; "at most 100 requests can be in one batch" (StarTrail-org/LEANN#214); 2048
  // tokens a text. text-multilingual-embedding-002, AskYoda's default, is Vertex AI's and not offered under this address.
  gemini: {
    defaultModel: 'gemini-embedding-001',
    dimensions: { 'gemini-embedding-001': 1024 },
    maxTexts: 96,
    maxTokensPerText: 2_048,
  },
  // docs.mistral.ai/capabilities/embeddings; "Too many tokens in batch. Max is 16384" (aurelio-labs/semantic-router#297),
  // 512 texts (raphaelmansuy/edgequake-llm#74). mistral-embed always has 1024 dimensions, codestral-embed can be asked.
  mistral: { defaultModel: 'mistral-embed', dimensionsField: 'output_dimension', maxTokens: 16_000 },
  // jina.ai/embeddings: `task` chooses the adapter; without `truncate` a text that is too long is an error.
  jina: {
    defaultModel: 'jina-embeddings-v3',
    base64: true,
    encodingField: 'embedding_type',
    fields: {
      document: { task: 'retrieval.passage', truncate: true },
      query: { task: 'retrieval.query', truncate: true },
    },
  },
  // vllm-project/vllm#5935, ggml-org/llama.cpp#10887. LM Studio ignores the field (lmstudio-bug-tracker#756).
  vllm: { base64: true },
  llamacpp: { base64: true },
};
