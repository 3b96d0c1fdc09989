// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.

export const MODEL_PARAMETERS = [
  'stream',
  'stream_options',
  'reasoning_effort',
  'metadata',
  'frequency_penalty',
  'presence_penalty',
  'logit_bias',
  'logprobs',
  'top_logprobs',
  'max_completion_tokens',
  'max_tokens',
  'n',
  'modalities',
  'prediction',
  'audio',
  'response_format',
  'seed',
  'service_tier',
  'stop',
  'temperature',
  'top_p',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'user',
  'function_call',
  'functions',
  'thinking',
  'web_search_options',
] as const;

export const OPEN_AI_PARAMETERS = [
  'store',
  'verbosity',
  'safety_identifier',
  'prompt_cache_key',
  'prompt_cache_retention',
  'prompt_cache_options',
  'moderation',
] as const;

export const RETRIEVAL_PARAMETERS = ['filter_documents', 'min_score', 'k', 'conversation_id'] as const;

export const GATEWAY_PARAMETERS = ['strict', 'fallbacks', 'retrieval', 'citations'] as const;

export const FILE_UPLOAD = ['file', 'file_url', 'metadata', 'force'] as const;

export const REQUEST_RECORD = [
  'id',
  'created_at',
  'operation',
  'status',
  'stream',
  'aborted',
  'latency_ms',
  'time_to_first_token_ms',
  'user_agent',
  'model',
  'provider',
  'model_used',
  'model_reported',
  'usage',
  'cost',
  'estimated',
  'finish_reason',
  'error',
  'retrieval',
  'adjustments',
  'attempts',
  'user',
  'metadata',
  'conversation_id',
] as const;

export const USAGE_SUMS = [
  'requests',
  'failed',
  'aborted',
  'prompt_tokens',
  'completion_tokens',
  'total_tokens',
  'cost',
  'cost_unknown',
  'estimated',
] as const;

export const CREATE_PROJECT_REQUEST = [
  'project_name',
  'collection_name',
  'project_id',
  'embeddings_provider',
  'db_provider',
  'llm_provider',
  'llm_model',
  'ocr_provider',
  'speech_to_text_provider',
  'chunk_size',
  'chunk_separators',
  'credential',
  'asset',
  'limits',
] as const;

export const LIMITS = ['budget_usd', 'budget_period', 'requests_per_minute', 'tokens_per_minute'] as const;

export const ADD_TEXT_REQUEST = ['texts', 'metadata', 'chunking'] as const;

export const ADD_FILE_REQUEST = ['file', 'file_url', 'metadata', 'force', 'data_type', 'provider'] as const;

export const ADD_IMAGE_REQUEST = ['file', 'file_url', 'metadata', 'force', 'model', 'prompt'] as const;

export const ADD_VIDEO_REQUEST = ['file', 'file_url', 'metadata', 'force', 'model', 'prompt'] as const;

export const ADD_URL_REQUEST = ['urls', 'js_render', 'metadata', 'force'] as const;

export const ASK_LLM_REQUEST = [
  'query',
  'llm_provider',
  'llm_model',
  'k',
  'history',
  'chatbot_global_action',
  'filter_documents',
  'min_score',
  'temperature',
  'max_tokens',
  'conversation_id',
  'use_reranking',
  'top_n',
  'strict',
] as const;

export const GENERATE_REQUEST = [
  'stream',
  'stream_options',
  'reasoning_effort',
  'metadata',
  'frequency_penalty',
  'presence_penalty',
  'logit_bias',
  'logprobs',
  'top_logprobs',
  'max_completion_tokens',
  'max_tokens',
  'n',
  'modalities',
  'prediction',
  'audio',
  'response_format',
  'seed',
  'service_tier',
  'stop',
  'temperature',
  'top_p',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'user',
  'function_call',
  'functions',
  'thinking',
  'web_search_options',
  'filter_documents',
  'min_score',
  'k',
  'conversation_id',
  'strict',
  'fallbacks',
  'retrieval',
  'citations',
  'messages',
  'model',
] as const;

export const NEW_CONVERSATION = ['name', 'id', 'messages'] as const;

export const CONVERSATION_REQUEST = ['name'] as const;

export const UPDATE_PROJECT_REQUEST = [
  'embeddings_provider',
  'ocr_provider',
  'speech_to_text_provider',
  'llm_provider',
  'llm_model',
  'chunk_size',
  'chunk_separators',
] as const;

export const LIST_CHUNKS_REQUEST = ['filter_documents', 'limit', 'with_payload', 'offset', 'cursor'] as const;

export const DELETE_CHUNKS_REQUEST = ['id', 'ids'] as const;

export const CHAT_COMPLETION_REQUEST = [
  'stream',
  'stream_options',
  'reasoning_effort',
  'metadata',
  'frequency_penalty',
  'presence_penalty',
  'logit_bias',
  'logprobs',
  'top_logprobs',
  'max_completion_tokens',
  'max_tokens',
  'n',
  'modalities',
  'prediction',
  'audio',
  'response_format',
  'seed',
  'service_tier',
  'stop',
  'temperature',
  'top_p',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'user',
  'function_call',
  'functions',
  'thinking',
  'web_search_options',
  'store',
  'verbosity',
  'safety_identifier',
  'prompt_cache_key',
  'prompt_cache_retention',
  'prompt_cache_options',
  'moderation',
  'filter_documents',
  'min_score',
  'k',
  'conversation_id',
  'strict',
  'fallbacks',
  'retrieval',
  'citations',
  'messages',
  'model',
  'project_id',
] as const;
