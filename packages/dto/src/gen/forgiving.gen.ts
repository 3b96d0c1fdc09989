// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.
import type { ObjectPlan } from '../tidy.ts';

export const RetrievalOptionsParts: ObjectPlan = {
  droppable: new Set(['rewrite', 'use_reranking', 'top_n', 'on_no_evidence']),
  fields: new Map(Object.entries({ use_reranking: { text: 'boolean' }, top_n: { text: 'number' } })),
};

export const ChatMessageParts: ObjectPlan = {
  droppable: new Set([
    'name',
    'tool_calls',
    'tool_call_id',
    'function_call',
    'reasoning_content',
    'thinking_blocks',
    'refusal',
  ]),
  fields: new Map(
    Object.entries({
      content: {
        items: {
          tag: 'type',
          members: new Map([
            ['text', () => TextPartParts],
            ['image_url', () => ImagePartParts],
            ['input_audio', () => AudioPartParts],
            ['file', () => FilePartParts],
            ['refusal', () => RefusalPartParts],
          ]),
        },
      },
      message: {
        items: {
          tag: 'type',
          members: new Map([
            ['text', () => TextPartParts],
            ['image_url', () => ImagePartParts],
            ['input_audio', () => AudioPartParts],
            ['file', () => FilePartParts],
            ['refusal', () => RefusalPartParts],
          ]),
        },
      },
      tool_calls: { items: { object: () => ToolCallParts } },
      function_call: { object: () => FunctionCallParts },
      thinking_blocks: { items: { object: () => ThinkingBlockParts } },
    }),
  ),
};

export const TextPartParts: ObjectPlan = {
  droppable: new Set(['text', 'content']),
  fields: new Map(Object.entries({ content: { object: () => TextPartContentParts } })),
};

export const TextPartContentParts: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const ImagePartParts: ObjectPlan = {
  droppable: new Set(['image_url', 'content']),
  fields: new Map(
    Object.entries({ image_url: { object: () => ImageUrlParts }, content: { object: () => ImagePartContentParts } }),
  ),
};

export const ImagePartContentParts: ObjectPlan = {
  droppable: new Set([]),
  fields: new Map(Object.entries({ image_url: { object: () => ImageUrlParts } })),
};

export const ImageUrlParts: ObjectPlan = { droppable: new Set(['detail']), fields: new Map(Object.entries({})) };

export const AudioPartParts: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const FilePartParts: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const RefusalPartParts: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const ToolParts: ObjectPlan = {
  droppable: new Set(['function']),
  fields: new Map(Object.entries({ function: { object: () => FunctionDefinitionParts } })),
};

export const FunctionDefinitionParts: ObjectPlan = {
  droppable: new Set(['description', 'parameters', 'strict']),
  fields: new Map(Object.entries({ strict: { text: 'boolean' } })),
};

export const ToolCallParts: ObjectPlan = {
  droppable: new Set(['type', 'function']),
  fields: new Map(Object.entries({ function: { object: () => FunctionCallParts } })),
};

export const FunctionCallParts: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const ToolChoiceParts: ObjectPlan = {
  droppable: new Set(['function']),
  fields: new Map(Object.entries({ function: { object: () => FunctionChoiceParts } })),
};

export const FunctionChoiceParts: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const MetadataEntryParts: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const StreamOptionsParts: ObjectPlan = {
  droppable: new Set(['include_usage']),
  fields: new Map(Object.entries({ include_usage: { text: 'boolean' } })),
};

export const ResponseFormatParts: ObjectPlan = {
  droppable: new Set(['schema', 'json_schema']),
  fields: new Map(Object.entries({ json_schema: { object: () => JsonSchemaFormatParts } })),
};

export const JsonSchemaFormatParts: ObjectPlan = {
  droppable: new Set(['description', 'schema', 'strict']),
  fields: new Map(Object.entries({ strict: { text: 'boolean' } })),
};

export const ThinkingParts: ObjectPlan = {
  droppable: new Set([]),
  fields: new Map(Object.entries({ budget_tokens: { text: 'number' } })),
};

export const WebSearchOptionsParts: ObjectPlan = {
  droppable: new Set(['search_context_size', 'user_location']),
  fields: new Map(Object.entries({})),
};

export const ThinkingBlockParts: ObjectPlan = {
  droppable: new Set(['thinking', 'signature', 'data']),
  fields: new Map(Object.entries({})),
};

export const LimitsParts: ObjectPlan = {
  droppable: new Set(['budget_period']),
  fields: new Map(
    Object.entries({
      budget_usd: { text: 'number' },
      requests_per_minute: { text: 'number' },
      tokens_per_minute: { text: 'number' },
    }),
  ),
};

export const PastMessageParts: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const CreateProjectRequest: ObjectPlan = {
  droppable: new Set([
    'project_id',
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
  ]),
  fields: new Map(Object.entries({ chunk_size: { text: 'number' }, limits: { object: () => LimitsParts } })),
};

export const Limits: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const AddTextRequest: ObjectPlan = {
  droppable: new Set(['metadata', 'chunking']),
  fields: new Map(Object.entries({})),
};

export const AddFileRequest: ObjectPlan = {
  droppable: new Set(['file', 'file_url', 'metadata', 'force', 'data_type', 'provider']),
  fields: new Map(Object.entries({ force: { text: 'boolean' } })),
};

export const AddImageRequest: ObjectPlan = {
  droppable: new Set(['file', 'file_url', 'metadata', 'force', 'model', 'prompt']),
  fields: new Map(Object.entries({ force: { text: 'boolean' } })),
};

export const AddVideoRequest: ObjectPlan = {
  droppable: new Set(['file', 'file_url', 'metadata', 'force', 'model', 'prompt']),
  fields: new Map(Object.entries({ force: { text: 'boolean' } })),
};

export const AddUrlRequest: ObjectPlan = {
  droppable: new Set(['js_render', 'metadata', 'force']),
  fields: new Map(Object.entries({ js_render: { items: { text: 'boolean' } }, force: { text: 'boolean' } })),
};

export const AskLlmRequest: ObjectPlan = {
  droppable: new Set([
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
  ]),
  fields: new Map(
    Object.entries({
      k: { text: 'number' },
      min_score: { text: 'number' },
      temperature: { text: 'number' },
      max_tokens: { text: 'number' },
      use_reranking: { text: 'boolean' },
      top_n: { text: 'number' },
      strict: { text: 'boolean' },
    }),
  ),
};

export const GenerateRequest: ObjectPlan = {
  droppable: new Set([
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
  ]),
  fields: new Map(
    Object.entries({
      stream: { text: 'boolean' },
      stream_options: { object: () => StreamOptionsParts },
      metadata: { items: { object: () => MetadataEntryParts } },
      frequency_penalty: { text: 'number' },
      presence_penalty: { text: 'number' },
      logit_bias: { values: { text: 'number' } },
      logprobs: { text: 'boolean' },
      top_logprobs: { text: 'number' },
      max_completion_tokens: { text: 'number' },
      max_tokens: { text: 'number' },
      n: { text: 'number' },
      response_format: { object: () => ResponseFormatParts },
      seed: { text: 'number' },
      temperature: { text: 'number' },
      top_p: { text: 'number' },
      tools: { items: { object: () => ToolParts } },
      tool_choice: { object: () => ToolChoiceParts },
      parallel_tool_calls: { text: 'boolean' },
      function_call: { object: () => FunctionChoiceParts },
      functions: { items: { object: () => FunctionDefinitionParts } },
      thinking: { object: () => ThinkingParts },
      web_search_options: { object: () => WebSearchOptionsParts },
      min_score: { text: 'number' },
      k: { text: 'number' },
      strict: { text: 'boolean' },
      retrieval: { object: () => RetrievalOptionsParts },
      messages: { items: { object: () => ChatMessageParts } },
    }),
  ),
};

export const NewConversation: ObjectPlan = {
  droppable: new Set(['name', 'id', 'messages']),
  fields: new Map(Object.entries({ messages: { items: { object: () => PastMessageParts } } })),
};

export const ConversationRequest: ObjectPlan = { droppable: new Set(['name']), fields: new Map(Object.entries({})) };

export const UpdateProjectRequest: ObjectPlan = {
  droppable: new Set([
    'embeddings_provider',
    'ocr_provider',
    'speech_to_text_provider',
    'llm_provider',
    'llm_model',
    'chunk_size',
    'chunk_separators',
  ]),
  fields: new Map(Object.entries({ chunk_size: { text: 'number' } })),
};

export const ListChunksRequest: ObjectPlan = {
  droppable: new Set(['filter_documents', 'limit', 'with_payload', 'offset', 'cursor']),
  fields: new Map(
    Object.entries({ limit: { text: 'number' }, with_payload: { text: 'boolean' }, offset: { text: 'number' } }),
  ),
};

export const DeleteChunksRequest: ObjectPlan = {
  droppable: new Set(['id', 'ids']),
  fields: new Map(Object.entries({})),
};

export const ChatCompletionRequest: ObjectPlan = {
  droppable: new Set([
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
    'project_id',
  ]),
  fields: new Map(
    Object.entries({
      stream: { text: 'boolean' },
      stream_options: { object: () => StreamOptionsParts },
      metadata: { items: { object: () => MetadataEntryParts } },
      frequency_penalty: { text: 'number' },
      presence_penalty: { text: 'number' },
      logit_bias: { values: { text: 'number' } },
      logprobs: { text: 'boolean' },
      top_logprobs: { text: 'number' },
      max_completion_tokens: { text: 'number' },
      max_tokens: { text: 'number' },
      n: { text: 'number' },
      response_format: { object: () => ResponseFormatParts },
      seed: { text: 'number' },
      temperature: { text: 'number' },
      top_p: { text: 'number' },
      tools: { items: { object: () => ToolParts } },
      tool_choice: { object: () => ToolChoiceParts },
      parallel_tool_calls: { text: 'boolean' },
      function_call: { object: () => FunctionChoiceParts },
      functions: { items: { object: () => FunctionDefinitionParts } },
      thinking: { object: () => ThinkingParts },
      web_search_options: { object: () => WebSearchOptionsParts },
      store: { text: 'boolean' },
      min_score: { text: 'number' },
      k: { text: 'number' },
      strict: { text: 'boolean' },
      retrieval: { object: () => RetrievalOptionsParts },
      messages: { items: { object: () => ChatMessageParts } },
    }),
  ),
};

export const CreateProjectParameters: ObjectPlan = {
  droppable: new Set(['idempotency-key']),
  fields: new Map(Object.entries({})),
};

export const GetProjectParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const DeleteProjectParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const GetProjectInfoParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const GetLimitsParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const ReplaceLimitsParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const AddTextParameters: ObjectPlan = {
  droppable: new Set(['idempotency-key']),
  fields: new Map(Object.entries({})),
};

export const AddFileParameters: ObjectPlan = {
  droppable: new Set(['idempotency-key']),
  fields: new Map(Object.entries({})),
};

export const AddImageParameters: ObjectPlan = {
  droppable: new Set(['idempotency-key']),
  fields: new Map(Object.entries({})),
};

export const AddVideoParameters: ObjectPlan = {
  droppable: new Set(['idempotency-key']),
  fields: new Map(Object.entries({})),
};

export const AddUrlParameters: ObjectPlan = {
  droppable: new Set(['idempotency-key']),
  fields: new Map(Object.entries({})),
};

export const ListFilesParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const GetFileParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const DeleteFileParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const QueryProjectParameters: ObjectPlan = {
  droppable: new Set(['x-groundwire-strict', 'x-groundwire-compat']),
  fields: new Map(Object.entries({ 'x-groundwire-strict': { text: 'boolean' } })),
};

export const GenerateParameters: ObjectPlan = {
  droppable: new Set(['x-groundwire-strict', 'x-groundwire-compat']),
  fields: new Map(Object.entries({ 'x-groundwire-strict': { text: 'boolean' } })),
};

export const ExplainGenerateParameters: ObjectPlan = {
  droppable: new Set(['x-groundwire-strict']),
  fields: new Map(Object.entries({ 'x-groundwire-strict': { text: 'boolean' } })),
};

export const ListConversationsParameters: ObjectPlan = {
  droppable: new Set(['limit', 'after']),
  fields: new Map(Object.entries({ limit: { text: 'number' } })),
};

export const CreateConversationParameters: ObjectPlan = {
  droppable: new Set(['idempotency-key']),
  fields: new Map(Object.entries({})),
};

export const GetConversationParameters: ObjectPlan = {
  droppable: new Set(['limit', 'after']),
  fields: new Map(Object.entries({ limit: { text: 'number' }, after: { text: 'number' } })),
};

export const ReplaceConversationNameParameters: ObjectPlan = {
  droppable: new Set([]),
  fields: new Map(Object.entries({})),
};

export const UpdateConversationNameParameters: ObjectPlan = {
  droppable: new Set([]),
  fields: new Map(Object.entries({})),
};

export const DeleteConversationParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const ListRequestsParameters: ObjectPlan = {
  droppable: new Set([
    'limit',
    'cursor',
    'status',
    'from',
    'to',
    'model',
    'user',
    'conversation_id',
    'metadata_key',
    'metadata_value',
  ]),
  fields: new Map(Object.entries({ limit: { text: 'number' } })),
};

export const GetRequestParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const GetUsageParameters: ObjectPlan = {
  droppable: new Set(['from', 'to', 'model', 'user', 'conversation_id', 'metadata_key', 'metadata_value']),
  fields: new Map(Object.entries({})),
};

export const UpdateProjectParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const ListChunkIdsParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const DeleteChunkParameters: ObjectPlan = {
  droppable: new Set(['id', 'chunk_ids']),
  fields: new Map(Object.entries({})),
};

export const DeleteAllChunksParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const CreateBotPromptParameters: ObjectPlan = {
  droppable: new Set(['params', 'system_prompt', 'file_urls']),
  fields: new Map(Object.entries({})),
};

export const ListBotPromptsParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const RemoveBotPromptParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const UpdateBotPromptParameters: ObjectPlan = {
  droppable: new Set(['params', 'system_prompt', 'file_urls']),
  fields: new Map(Object.entries({})),
};

export const AskLlmParameters: ObjectPlan = {
  droppable: new Set(['x-groundwire-strict', 'x-groundwire-compat']),
  fields: new Map(Object.entries({ 'x-groundwire-strict': { text: 'boolean' } })),
};

export const CreateProjectChatCompletionParameters: ObjectPlan = {
  droppable: new Set(['x-groundwire-strict']),
  fields: new Map(Object.entries({ 'x-groundwire-strict': { text: 'boolean' } })),
};

export const CreateChatCompletionParameters: ObjectPlan = {
  droppable: new Set(['x-groundwire-strict', 'x-project-id']),
  fields: new Map(Object.entries({ 'x-groundwire-strict': { text: 'boolean' } })),
};

export const ListProjectModelsParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };

export const GetChunkParameters: ObjectPlan = { droppable: new Set([]), fields: new Map(Object.entries({})) };
