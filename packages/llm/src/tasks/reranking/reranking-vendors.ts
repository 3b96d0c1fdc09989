/** How a provider's reranking differs from `POST /rerank` as Cohere invented it and vLLM, llama.cpp and others copied it. */
export interface RerankingVendor {
  defaultModel?: string;
  /** `/rerank` when absent. */
  path?: string;
  /** The field of the documents; `documents` when absent. */
  documentsField?: string;
  /** It has no `top_n`: it ranks them all. */
  ranksAll?: boolean;
  fields?: Readonly<Record<string, unknown>>;
}

/** Read on 2026-11-26. */
export const RERANKING_VENDORS: Readonly<Record<string, RerankingVendor>> = {
  // docs.cohere.com/reference/rerank. The base URL is that of the compatibility API; a URL cannot climb above its host.
  cohere: { defaultModel: 'rerank-v3.5', path: '/../../v2/rerank' },
  // jina.ai/reranker
  jina: { defaultModel: 'jina-reranker-v2-base-multilingual', fields: { return_documents: false } },
  // huggingface.github.io/text-embeddings-inference: beside `/v1`, and the answer is the bare list.
  tei: { path: '/../rerank', documentsField: 'texts', ranksAll: true, fields: { truncate: true } },
};
