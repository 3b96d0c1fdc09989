// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.
import {
  ApiProperty,
  ApiPropertyOptional,
  type ApiPropertyOptions,
  ApiSchema,
  type ApiSchemaOptions,
} from '@nestjs/swagger';
import {
  anything,
  AtLeastOneOf,
  boolean,
  either,
  Is,
  list,
  map,
  MayBeAbsent,
  nothing,
  number,
  object,
  oneOf,
  tagged,
  text,
} from '../validators/index.ts';

/**
 * Parameters that a model understands. A new one is one entry here: its name is then validated, documented and
 * forwarded. Whatever the chosen provider cannot carry is reported in `adjustments`.
 */
@ApiSchema({
  name: 'ModelParameters',
  description:
    'Parameters that a model understands. A new one is one entry here: its name is then validated, documented and\nforwarded. Whatever the chosen provider cannot carry is reported in `adjustments`.\n',
} as ApiSchemaOptions)
export class ModelParametersDto {
  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Send the answer as it is written, as server-sent events.',
    examples: [true],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  stream?: boolean;

  @ApiPropertyOptional({
    type: 'object',
    description: 'What a stream carries besides text. Only meaningful with `stream`.',
    examples: [{ include_usage: true }],
    allOf: [{ $ref: '#/components/schemas/StreamOptions' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => StreamOptionsDto))
  stream_options?: StreamOptionsDto;

  @ApiPropertyOptional({
    type: 'string',
    description: 'How long a reasoning model may think.',
    examples: ['low'],
    enum: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['none', 'minimal', 'low', 'medium', 'high', 'xhigh']))
  reasoning_effort?: 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh';

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [
      { type: 'array', items: { $ref: '#/components/schemas/MetadataEntry' } },
      {
        type: 'object',
        propertyNames: { minLength: 1, maxLength: 64 },
        additionalProperties: { type: 'string', minLength: 1, maxLength: 512 },
      },
    ],
    description: 'Labels for your own bookkeeping, as a list of pairs or as a map.',
    examples: [[{ key: 'team', value: 'support' }], { team: 'support' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    either(
      list(object(() => MetadataEntryDto)),
      map(text({ minLength: 1, maxLength: 512 }), text({ minLength: 1, maxLength: 64 })),
    ),
  )
  metadata?: Array<MetadataEntryDto> | { [key: string]: string };

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    minimum: -2,
    maximum: 2,
    description: 'Above 0, words already used become less likely.',
    examples: [0.5],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: -2, maximum: 2 }))
  frequency_penalty?: number;

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    minimum: -2,
    maximum: 2,
    description: 'Above 0, subjects already raised become less likely.',
    examples: [0.5],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: -2, maximum: 2 }))
  presence_penalty?: number;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'Token id to bias, −100 (never) to 100 (always).',
    examples: [{ '50256': -100 }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map(number()))
  logit_bias?: { [key: string]: number };

  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Return the log probability of each token.',
    examples: [true],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  logprobs?: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 20,
    description: 'How many alternatives to list beside each token; implies `logprobs`.',
    examples: [3],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 0, maximum: 20 }))
  top_logprobs?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Most tokens the model may produce, thinking included. Wins over `max_tokens`.',
    examples: [800],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  max_completion_tokens?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Most tokens the model may produce. The older name of `max_completion_tokens`.',
    examples: [300],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  max_tokens?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description:
      'How many answers to return. A provider that gives one at a time is asked up to 16 times at once; the usage is\nadded up.\n',
    examples: [1],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  n?: number;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string', minLength: 1 },
    description: 'Kinds of output wanted.',
    examples: [['text']],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(text({ minLength: 1 })))
  modalities?: Array<string>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description:
      "Text that the answer is expected to repeat, in OpenAI's form `{type, content}`; other forms are not forwarded.",
    examples: [{ type: 'content', content: 'function add(a, b) {' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  prediction?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description:
      "Voice and format of spoken output, in OpenAI's form `{voice, format}`; other forms are not forwarded.",
    examples: [{ voice: 'alloy', format: 'mp3' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  audio?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'object',
    description: 'The form of the answer.',
    examples: [{ type: 'json_object' }],
    allOf: [{ $ref: '#/components/schemas/ResponseFormat' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => ResponseFormatDto))
  response_format?: ResponseFormatDto;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'The same seed and request should give the same answer, where the model allows it.',
    examples: [42],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true }))
  seed?: number;

  @ApiPropertyOptional({
    type: 'string',
    description: "The provider's processing tier.",
    examples: ['auto'],
    enum: ['auto', 'default', 'flex', 'priority', 'scale'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['auto', 'default', 'flex', 'priority', 'scale']))
  service_tier?: 'auto' | 'default' | 'flex' | 'priority' | 'scale';

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [
      { type: 'string', minLength: 1 },
      { type: 'array', items: { type: 'string', minLength: 1 } },
    ],
    description:
      'Texts at which the answer stops. They are not part of it. Where a provider takes fewer of them, or none, the\nanswer is cut here, up to 64 texts.\n',
    examples: [['###'], '###'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ minLength: 1 }), list(text({ minLength: 1 }))))
  stop?: string | Array<string>;

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    minimum: 0,
    maximum: 2,
    description: '0 is steady, 2 is wild.',
    examples: [0.2],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0, maximum: 2 }))
  temperature?: number;

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    minimum: 0,
    maximum: 1,
    description: 'Choose only among the most likely words that make up this share of probability.',
    examples: [0.9],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0, maximum: 1 }))
  top_p?: number;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/Tool' },
    description: 'Functions that the model may ask you to call.',
    examples: [
      [
        {
          type: 'function',
          function: { name: 'get_weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
        },
      ],
    ],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => ToolDto)))
  tools?: Array<ToolDto>;

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [{ type: 'string', minLength: 1 }, { $ref: '#/components/schemas/ToolChoice' }],
    description: "`auto`, `none`, `required`, the name of one tool, or OpenAI's object.",
    examples: ['auto', 'get_weather', { type: 'function', function: { name: 'get_weather' } }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    either(
      text({ minLength: 1 }),
      object(() => ToolChoiceDto),
    ),
  )
  tool_choice?: string | ToolChoiceDto;

  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Whether one answer may ask for several calls.',
    examples: [false],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  parallel_tool_calls?: boolean;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'Your own identifier of the person asking.',
    examples: ['user-4711'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  user?: string;

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [{ type: 'string', minLength: 1 }, { $ref: '#/components/schemas/FunctionChoice' }],
    description: "`auto`, `none`, the name of one function, or OpenAI's object. The older form of `tool_choice`.",
    examples: ['auto', { name: 'get_weather' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    either(
      text({ minLength: 1 }),
      object(() => FunctionChoiceDto),
    ),
  )
  function_call?: string | FunctionChoiceDto;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/FunctionDefinition' },
    description: 'The older form of `tools`.',
    examples: [[{ name: 'get_weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } }]],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => FunctionDefinitionDto)))
  functions?: Array<FunctionDefinitionDto>;

  @ApiPropertyOptional({
    type: 'object',
    description: "Claude's extended thinking; translated for other reasoning models.",
    examples: [{ type: 'enabled', budget_tokens: 2048 }],
    allOf: [{ $ref: '#/components/schemas/Thinking' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => ThinkingDto))
  thinking?: ThinkingDto;

  @ApiPropertyOptional({
    type: 'object',
    description: 'Let the model search the web, where it can.',
    examples: [{ search_context_size: 'low' }],
    allOf: [{ $ref: '#/components/schemas/WebSearchOptions' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => WebSearchOptionsDto))
  web_search_options?: WebSearchOptionsDto;
}

/** Further parameters of today's OpenAI API. They are forwarded to OpenAI only. */
@ApiSchema({
  name: 'OpenAiParameters',
  description: "Further parameters of today's OpenAI API. They are forwarded to OpenAI only.",
} as ApiSchemaOptions)
export class OpenAiParametersDto {
  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Keep the completion at OpenAI.',
    examples: [false],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  store?: boolean;

  @ApiPropertyOptional({
    type: 'string',
    description: 'How wordy the answer is.',
    examples: ['low'],
    enum: ['low', 'medium', 'high'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['low', 'medium', 'high']))
  verbosity?: 'low' | 'medium' | 'high';

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'A stable, anonymous id of your user, for abuse detection.',
    examples: ['a1b2c3'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  safety_identifier?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'Groups requests whose prompts begin alike.',
    examples: ['faq-v2'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  prompt_cache_key?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'How long a cached prompt is kept.',
    examples: ['24h'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  prompt_cache_retention?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: "Cache settings in OpenAI's form.",
    examples: [{ mode: 'implicit' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  prompt_cache_options?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: "Moderation settings in OpenAI's form.",
    examples: [{ model: 'omni-moderation-latest' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  moderation?: { [key: string]: unknown };
}

/** Parameters that Groundwire carries out itself. They are never forwarded to a model. */
@ApiSchema({
  name: 'RetrievalParameters',
  description: 'Parameters that Groundwire carries out itself. They are never forwarded to a model.',
} as ApiSchemaOptions)
export class RetrievalParametersDto {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    default: {},
    description:
      "Only chunks of documents whose metadata is like this are considered; a chunk's score does not depend on it.\n\n* `{key: value}`: the key has exactly this value, an object or a list as a whole. Several keys all count.\n* `{key: {operator: value}}` with `$eq`, `$ne`, `$gt`, `$gte`, `$lt`, `$lte`, `$in`, `$nin` (a list each),\n  `$exists` (true or false), `$contains` (an element of a list, or a part of a text) and `$not` (operators).\n* `{$and: [filter, …]}`, `{$or: [filter, …]}`, `{$not: filter}`.\n* OpenAI's form: `{type: eq | ne | gt | gte | lt | lte | in | nin, key, value}` and\n  `{type: and | or, filters: [filter, …]}`.\n\nValues are compared with their types: a number is never equal to a text. `$gt` and its like compare numbers,\ntexts by their characters, and, when the value given is a day or moment of ISO 8601, moments (UTC where no zone is\ngiven); values of different types compare false. `$ne`, `$nin` and `$not` hold for documents without the key\ntoo; `null` is a value. `a.b` is the key `a.b` where there is one, else `b` inside `a`; numbers count list\nelements from 0. `document_id` and `file_id` mean the document's id. Anything else is a 400 that names\nthe place, e.g. `filter_documents.year.$foo`. At most 100 comparisons, 1000 values, 64,000 characters, 8 deep.\n",
    examples: [
      { department: 'support' },
      { year: { $gte: 2020 }, tags: { $contains: 'refunds' } },
      {
        type: 'or',
        filters: [
          { type: 'eq', key: 'language', value: 'en' },
          { type: 'gt', key: 'updated', value: '2026-01-31' },
        ],
      },
    ],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  filter_documents?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    default: 0,
    description:
      "Least score of a passage, from 0 to 1. 1.0: every word of the question, weighted by how rare it is in this\nproject, occurs in a chunk of normal length; 0.5: about half of the question's weight is covered; 0: no word in\ncommon. Words the project does not know count as the rarest, so questions about something else score low. Try\n0.3 to drop noise, 0.5 to answer only what is covered. In a project with embeddings a score is\nthe mean of that (0.4) and of how near the passage is to the question in meaning (0.6, and less when nothing is\nnear): 1.0: it says the same; 0: no nearer than any two passages of the project are.\n",
    examples: [0.3],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number())
  min_score?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: 3,
    description: 'How many passages to retrieve. Above 1000 it is clamped to 1000, and the answer says so.',
    examples: [3],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  k?: number;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    description:
      "A conversation of the project (`createConversation`) that this chat continues: its turns come before `messages`, and\nquestion and answer are kept when the answer has ended, also one that was cut short. Messages at the start of\n`messages` that repeat whole turns of the conversation count once. System messages that open `messages` replace\nthose of earlier turns; without any, the latest ones hold on. What does not fit the model's window is left out,\nwhole turns from the oldest, and reported as `clamped`. Without a project it is `not_executed`.\n",
    examples: ['0198c0de-7000-7abc-8def-0123456789ab'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  conversation_id?: string;
}

/** How Groundwire is to carry out the call. They are never forwarded to a model. */
@ApiSchema({
  name: 'GatewayParameters',
  description: 'How Groundwire is to carry out the call. They are never forwarded to a model.',
} as ApiSchemaOptions)
export class GatewayParametersDto {
  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Refuse this request rather than change it; see the header `x-groundwire-strict`.',
    examples: [false],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  strict?: boolean;

  @ApiPropertyOptional({
    type: 'array',
    maxItems: 3,
    items: { type: 'string', minLength: 1 },
    description:
      "Models to ask in turn when `model` fails before its answer has begun. Each is asked once its predecessor's own\nretries are spent; `attempts` of the answer lists who was asked. Nobody else is asked once an answer has begun.\n",
    examples: [['openai/gpt-4o-mini', 'local/extractive']],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(text({ minLength: 1 }), { maxItems: 3 }))
  fallbacks?: Array<string>;

  @ApiPropertyOptional({
    type: 'object',
    description: 'How passages are looked for, and what is done when there are none.',
    examples: [{ on_no_evidence: 'refuse' }],
    allOf: [{ $ref: '#/components/schemas/RetrievalOptions' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => RetrievalOptionsDto))
  retrieval?: RetrievalOptionsDto;

  @ApiPropertyOptional({
    type: 'string',
    description:
      "How an answer names its passages. The model is asked to mark each statement with its passage. `annotations`:\nthe marks become `message.annotations` and leave the text. `markers`: they stay in it too, as `[1]`, the place\nof the passage in `sources`. `off`: nothing is asked for and nothing cited. A mark that names no passage, or one\nthat does not hold the statement's words, is removed and counted in `citations` of the answer. The check is\nlexical: an answer in another language than its passages keeps no citations.\n",
    default: 'annotations',
    examples: ['markers'],
    enum: ['annotations', 'markers', 'off'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['annotations', 'markers', 'off']))
  citations?: 'annotations' | 'markers' | 'off';
}

/** How passages are looked for, and what is done when there are none. */
@ApiSchema({
  name: 'RetrievalOptions',
  description: 'How passages are looked for, and what is done when there are none.',
} as ApiSchemaOptions)
export class RetrievalOptionsDto {
  @ApiPropertyOptional({
    type: 'string',
    description:
      'How a follow-up such as "and on Sundays?" becomes a question of its own. Left out: a rule joins it to the\nquestion it follows. `auto`: the chosen model rewrites it, which is one more call, counted in `cost`; where\nthat fails, the rule. `never`: the last message is searched for as it is. `retrieval.query` of the answer\nshows what was searched for.\n',
    examples: ['auto'],
    enum: ['auto', 'never'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['auto', 'never']))
  rewrite?: 'auto' | 'never';

  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description:
      'Have a reranking model judge the `k` passages again, each one read together with the question, and keep the\nbest `top_n` of them in its order. Ask for more passages then, such as `k` 20. Without a model (`RERANK_MODEL`), or\nwhen it fails, the first `top_n` are kept, and `adjustments` says so.\n',
    examples: [true],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  use_reranking?: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 1000,
    default: 3,
    description: 'How many passages reranking keeps.',
    examples: [3],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1, maximum: 1000 }))
  top_n?: number;

  @ApiPropertyOptional({
    type: 'string',
    description:
      'When no passage reaches `min_score`. `answer`: the model is asked all the same and told so. `refuse`: a\nsentence says that the documents hold nothing, and no model is asked. `error`: 422 `no_evidence`.\n',
    default: 'answer',
    examples: ['refuse'],
    enum: ['answer', 'refuse', 'error'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['answer', 'refuse', 'error']))
  on_no_evidence?: 'answer' | 'refuse' | 'error';
}

/** The body of `generate`. See "Forgiving input" above for what counts as not given. */
@ApiSchema({
  name: 'GenerateRequest',
  description: 'The body of `generate`. See "Forgiving input" above for what counts as not given.',
  'x-forgiving': true,
} as ApiSchemaOptions)
export class GenerateRequestDto {
  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Send the answer as it is written, as server-sent events.',
    examples: [true],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  stream?: boolean;

  @ApiPropertyOptional({
    type: 'object',
    description: 'What a stream carries besides text. Only meaningful with `stream`.',
    examples: [{ include_usage: true }],
    allOf: [{ $ref: '#/components/schemas/StreamOptions' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => StreamOptionsDto))
  stream_options?: StreamOptionsDto;

  @ApiPropertyOptional({
    type: 'string',
    description: 'How long a reasoning model may think.',
    examples: ['low'],
    enum: ['low', 'medium', 'high'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['low', 'medium', 'high']))
  reasoning_effort?: 'low' | 'medium' | 'high';

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [
      { type: 'array', items: { $ref: '#/components/schemas/MetadataEntry' } },
      {
        type: 'object',
        propertyNames: { minLength: 1, maxLength: 64 },
        additionalProperties: { type: 'string', minLength: 1, maxLength: 512 },
      },
    ],
    description: 'Labels for your own bookkeeping, as a list of pairs or as a map.',
    examples: [[{ key: 'team', value: 'support' }], { team: 'support' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    either(
      list(object(() => MetadataEntryDto)),
      map(text({ minLength: 1, maxLength: 512 }), text({ minLength: 1, maxLength: 64 })),
    ),
  )
  metadata?: Array<MetadataEntryDto> | { [key: string]: string };

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    minimum: -2,
    maximum: 2,
    description: 'Above 0, words already used become less likely.',
    examples: [0.5],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: -2, maximum: 2 }))
  frequency_penalty?: number;

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    minimum: -2,
    maximum: 2,
    description: 'Above 0, subjects already raised become less likely.',
    examples: [0.5],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: -2, maximum: 2 }))
  presence_penalty?: number;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'Token id to bias, −100 (never) to 100 (always).',
    examples: [{ '50256': -100 }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map(number()))
  logit_bias?: { [key: string]: number };

  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Return the log probability of each token.',
    examples: [true],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  logprobs?: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 20,
    description: 'How many alternatives to list beside each token; implies `logprobs`.',
    examples: [3],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 0, maximum: 20 }))
  top_logprobs?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Most tokens the model may produce, thinking included. Wins over `max_tokens`.',
    examples: [800],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  max_completion_tokens?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 16385,
    default: 100,
    description:
      'Most tokens the model may produce. When you give no limit at all, 100 is used and reported as `defaulted`; a model\nthat thinks before it answers gets more, reported as `raised`.\n',
    examples: [300],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1, maximum: 16385 }))
  max_tokens?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description:
      'How many answers to return. A provider that gives one at a time is asked up to 16 times at once; the usage is\nadded up.\n',
    examples: [1],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  n?: number;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string', minLength: 1 },
    description: 'Kinds of output wanted.',
    examples: [['text']],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(text({ minLength: 1 })))
  modalities?: Array<string>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description:
      "Text that the answer is expected to repeat, in OpenAI's form `{type, content}`; other forms are not forwarded.",
    examples: [{ type: 'content', content: 'function add(a, b) {' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  prediction?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description:
      "Voice and format of spoken output, in OpenAI's form `{voice, format}`; other forms are not forwarded.",
    examples: [{ voice: 'alloy', format: 'mp3' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  audio?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'object',
    description: 'The form of the answer.',
    examples: [{ type: 'json_object' }],
    allOf: [{ $ref: '#/components/schemas/ResponseFormat' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => ResponseFormatDto))
  response_format?: ResponseFormatDto;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'The same seed and request should give the same answer, where the model allows it.',
    examples: [42],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true }))
  seed?: number;

  @ApiPropertyOptional({
    type: 'string',
    description: "The provider's processing tier.",
    examples: ['auto'],
    enum: ['auto', 'default'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['auto', 'default']))
  service_tier?: 'auto' | 'default';

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [
      { type: 'string', minLength: 1 },
      { type: 'array', items: { type: 'string', minLength: 1 } },
    ],
    description:
      'Texts at which the answer stops. They are not part of it. Where a provider takes fewer of them, or none, the\nanswer is cut here, up to 64 texts.\n',
    examples: [['###'], '###'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ minLength: 1 }), list(text({ minLength: 1 }))))
  stop?: string | Array<string>;

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    minimum: 0,
    maximum: 2,
    description: '0 is steady, 2 is wild.',
    examples: [0.2],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0, maximum: 2 }))
  temperature?: number;

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    minimum: 0,
    maximum: 1,
    description: 'Choose only among the most likely words that make up this share of probability.',
    examples: [0.9],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0, maximum: 1 }))
  top_p?: number;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/Tool' },
    description: 'Functions that the model may ask you to call.',
    examples: [
      [
        {
          type: 'function',
          function: { name: 'get_weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
        },
      ],
    ],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => ToolDto)))
  tools?: Array<ToolDto>;

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [{ type: 'string', minLength: 1 }, { $ref: '#/components/schemas/ToolChoice' }],
    description: "`auto`, `none`, `required`, the name of one tool, or OpenAI's object.",
    examples: ['auto', 'get_weather', { type: 'function', function: { name: 'get_weather' } }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    either(
      text({ minLength: 1 }),
      object(() => ToolChoiceDto),
    ),
  )
  tool_choice?: string | ToolChoiceDto;

  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Whether one answer may ask for several calls.',
    examples: [false],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  parallel_tool_calls?: boolean;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'Your own identifier of the person asking.',
    examples: ['user-4711'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  user?: string;

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [{ type: 'string', minLength: 1 }, { $ref: '#/components/schemas/FunctionChoice' }],
    description: "`auto`, `none`, the name of one function, or OpenAI's object. The older form of `tool_choice`.",
    examples: ['auto', { name: 'get_weather' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    either(
      text({ minLength: 1 }),
      object(() => FunctionChoiceDto),
    ),
  )
  function_call?: string | FunctionChoiceDto;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/FunctionDefinition' },
    description: 'The older form of `tools`.',
    examples: [[{ name: 'get_weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } }]],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => FunctionDefinitionDto)))
  functions?: Array<FunctionDefinitionDto>;

  @ApiPropertyOptional({
    type: 'object',
    description: "Claude's extended thinking; translated for other reasoning models.",
    examples: [{ type: 'enabled', budget_tokens: 2048 }],
    allOf: [{ $ref: '#/components/schemas/Thinking' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => ThinkingDto))
  thinking?: ThinkingDto;

  @ApiPropertyOptional({
    type: 'object',
    description: 'Let the model search the web, where it can.',
    examples: [{ search_context_size: 'low' }],
    allOf: [{ $ref: '#/components/schemas/WebSearchOptions' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => WebSearchOptionsDto))
  web_search_options?: WebSearchOptionsDto;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    default: {},
    description:
      "Only chunks of documents whose metadata is like this are considered; a chunk's score does not depend on it.\n\n* `{key: value}`: the key has exactly this value, an object or a list as a whole. Several keys all count.\n* `{key: {operator: value}}` with `$eq`, `$ne`, `$gt`, `$gte`, `$lt`, `$lte`, `$in`, `$nin` (a list each),\n  `$exists` (true or false), `$contains` (an element of a list, or a part of a text) and `$not` (operators).\n* `{$and: [filter, …]}`, `{$or: [filter, …]}`, `{$not: filter}`.\n* OpenAI's form: `{type: eq | ne | gt | gte | lt | lte | in | nin, key, value}` and\n  `{type: and | or, filters: [filter, …]}`.\n\nValues are compared with their types: a number is never equal to a text. `$gt` and its like compare numbers,\ntexts by their characters, and, when the value given is a day or moment of ISO 8601, moments (UTC where no zone is\ngiven); values of different types compare false. `$ne`, `$nin` and `$not` hold for documents without the key\ntoo; `null` is a value. `a.b` is the key `a.b` where there is one, else `b` inside `a`; numbers count list\nelements from 0. `document_id` and `file_id` mean the document's id. Anything else is a 400 that names\nthe place, e.g. `filter_documents.year.$foo`. At most 100 comparisons, 1000 values, 64,000 characters, 8 deep.\n",
    examples: [
      { department: 'support' },
      { year: { $gte: 2020 }, tags: { $contains: 'refunds' } },
      {
        type: 'or',
        filters: [
          { type: 'eq', key: 'language', value: 'en' },
          { type: 'gt', key: 'updated', value: '2026-01-31' },
        ],
      },
    ],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  filter_documents?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    default: 0,
    description:
      "Least score of a passage, from 0 to 1. 1.0: every word of the question, weighted by how rare it is in this\nproject, occurs in a chunk of normal length; 0.5: about half of the question's weight is covered; 0: no word in\ncommon. Words the project does not know count as the rarest, so questions about something else score low. Try\n0.3 to drop noise, 0.5 to answer only what is covered. In a project with embeddings a score is\nthe mean of that (0.4) and of how near the passage is to the question in meaning (0.6, and less when nothing is\nnear): 1.0: it says the same; 0: no nearer than any two passages of the project are.\n",
    examples: [0.3],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number())
  min_score?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: 3,
    description: 'How many passages to retrieve. Above 1000 it is clamped to 1000, and the answer says so.',
    examples: [3],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  k?: number;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    description:
      "A conversation of the project (`createConversation`) that this chat continues: its turns come before `messages`, and\nquestion and answer are kept when the answer has ended, also one that was cut short. Messages at the start of\n`messages` that repeat whole turns of the conversation count once. System messages that open `messages` replace\nthose of earlier turns; without any, the latest ones hold on. What does not fit the model's window is left out,\nwhole turns from the oldest, and reported as `clamped`. Without a project it is `not_executed`.\n",
    examples: ['0198c0de-7000-7abc-8def-0123456789ab'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  conversation_id?: string;

  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Refuse this request rather than change it; see the header `x-groundwire-strict`.',
    examples: [false],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  strict?: boolean;

  @ApiPropertyOptional({
    type: 'array',
    maxItems: 3,
    items: { type: 'string', minLength: 1 },
    description:
      "Models to ask in turn when `model` fails before its answer has begun. Each is asked once its predecessor's own\nretries are spent; `attempts` of the answer lists who was asked. Nobody else is asked once an answer has begun.\n",
    examples: [['openai/gpt-4o-mini', 'local/extractive']],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(text({ minLength: 1 }), { maxItems: 3 }))
  fallbacks?: Array<string>;

  @ApiPropertyOptional({
    type: 'object',
    description: 'How passages are looked for, and what is done when there are none.',
    examples: [{ on_no_evidence: 'refuse' }],
    allOf: [{ $ref: '#/components/schemas/RetrievalOptions' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => RetrievalOptionsDto))
  retrieval?: RetrievalOptionsDto;

  @ApiPropertyOptional({
    type: 'string',
    description:
      "How an answer names its passages. The model is asked to mark each statement with its passage. `annotations`:\nthe marks become `message.annotations` and leave the text. `markers`: they stay in it too, as `[1]`, the place\nof the passage in `sources`. `off`: nothing is asked for and nothing cited. A mark that names no passage, or one\nthat does not hold the statement's words, is removed and counted in `citations` of the answer. The check is\nlexical: an answer in another language than its passages keeps no citations.\n",
    default: 'annotations',
    examples: ['markers'],
    enum: ['annotations', 'markers', 'off'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['annotations', 'markers', 'off']))
  citations?: 'annotations' | 'markers' | 'off';

  @ApiProperty({
    type: 'array',
    minItems: 1,
    items: { $ref: '#/components/schemas/ChatMessage' },
    description: 'The chat so far, oldest first.',
    examples: [[{ role: 'user', content: 'What is a project?' }]],
  } as ApiPropertyOptions)
  @Is(
    list(
      object(() => ChatMessageDto),
      { minItems: 1 },
    ),
  )
  messages!: Array<ChatMessageDto>;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    description:
      "`provider/model`, or a bare name, which means OpenAI's. `local/extractive` needs no key: it quotes your documents and is no language model.",
    examples: ['local/extractive', 'openai/gpt-4o-mini'],
  } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  model!: string;
}

/** The body of OpenAI's Chat Completions, with Groundwire's retrieval parameters beside it. */
@ApiSchema({
  name: 'ChatCompletionRequest',
  description: "The body of OpenAI's Chat Completions, with Groundwire's retrieval parameters beside it.",
  'x-forgiving': true,
} as ApiSchemaOptions)
export class ChatCompletionRequestDto {
  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Send the answer as it is written, as server-sent events.',
    examples: [true],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  stream?: boolean;

  @ApiPropertyOptional({
    type: 'object',
    description: 'What a stream carries besides text. Only meaningful with `stream`.',
    examples: [{ include_usage: true }],
    allOf: [{ $ref: '#/components/schemas/StreamOptions' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => StreamOptionsDto))
  stream_options?: StreamOptionsDto;

  @ApiPropertyOptional({
    type: 'string',
    description: 'How long a reasoning model may think.',
    examples: ['low'],
    enum: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['none', 'minimal', 'low', 'medium', 'high', 'xhigh']))
  reasoning_effort?: 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh';

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [
      { type: 'array', items: { $ref: '#/components/schemas/MetadataEntry' } },
      {
        type: 'object',
        propertyNames: { minLength: 1, maxLength: 64 },
        additionalProperties: { type: 'string', minLength: 1, maxLength: 512 },
      },
    ],
    description: 'Labels for your own bookkeeping, as a list of pairs or as a map.',
    examples: [[{ key: 'team', value: 'support' }], { team: 'support' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    either(
      list(object(() => MetadataEntryDto)),
      map(text({ minLength: 1, maxLength: 512 }), text({ minLength: 1, maxLength: 64 })),
    ),
  )
  metadata?: Array<MetadataEntryDto> | { [key: string]: string };

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    minimum: -2,
    maximum: 2,
    description: 'Above 0, words already used become less likely.',
    examples: [0.5],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: -2, maximum: 2 }))
  frequency_penalty?: number;

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    minimum: -2,
    maximum: 2,
    description: 'Above 0, subjects already raised become less likely.',
    examples: [0.5],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: -2, maximum: 2 }))
  presence_penalty?: number;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'Token id to bias, −100 (never) to 100 (always).',
    examples: [{ '50256': -100 }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map(number()))
  logit_bias?: { [key: string]: number };

  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Return the log probability of each token.',
    examples: [true],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  logprobs?: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 20,
    description: 'How many alternatives to list beside each token; implies `logprobs`.',
    examples: [3],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 0, maximum: 20 }))
  top_logprobs?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Most tokens the model may produce, thinking included. Wins over `max_tokens`.',
    examples: [800],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  max_completion_tokens?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Most tokens the model may produce. The older name of `max_completion_tokens`.',
    examples: [300],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  max_tokens?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description:
      'How many answers to return. A provider that gives one at a time is asked up to 16 times at once; the usage is\nadded up.\n',
    examples: [1],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  n?: number;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string', minLength: 1 },
    description: 'Kinds of output wanted.',
    examples: [['text']],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(text({ minLength: 1 })))
  modalities?: Array<string>;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description:
      "Text that the answer is expected to repeat, in OpenAI's form `{type, content}`; other forms are not forwarded.",
    examples: [{ type: 'content', content: 'function add(a, b) {' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  prediction?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description:
      "Voice and format of spoken output, in OpenAI's form `{voice, format}`; other forms are not forwarded.",
    examples: [{ voice: 'alloy', format: 'mp3' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  audio?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'object',
    description: 'The form of the answer.',
    examples: [{ type: 'json_object' }],
    allOf: [{ $ref: '#/components/schemas/ResponseFormat' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => ResponseFormatDto))
  response_format?: ResponseFormatDto;

  @ApiPropertyOptional({
    type: 'integer',
    description: 'The same seed and request should give the same answer, where the model allows it.',
    examples: [42],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true }))
  seed?: number;

  @ApiPropertyOptional({
    type: 'string',
    description: "The provider's processing tier.",
    examples: ['auto'],
    enum: ['auto', 'default', 'flex', 'priority', 'scale'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['auto', 'default', 'flex', 'priority', 'scale']))
  service_tier?: 'auto' | 'default' | 'flex' | 'priority' | 'scale';

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [
      { type: 'string', minLength: 1 },
      { type: 'array', items: { type: 'string', minLength: 1 } },
    ],
    description:
      'Texts at which the answer stops. They are not part of it. Where a provider takes fewer of them, or none, the\nanswer is cut here, up to 64 texts.\n',
    examples: [['###'], '###'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ minLength: 1 }), list(text({ minLength: 1 }))))
  stop?: string | Array<string>;

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    minimum: 0,
    maximum: 2,
    description: '0 is steady, 2 is wild.',
    examples: [0.2],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0, maximum: 2 }))
  temperature?: number;

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    minimum: 0,
    maximum: 1,
    description: 'Choose only among the most likely words that make up this share of probability.',
    examples: [0.9],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0, maximum: 1 }))
  top_p?: number;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/Tool' },
    description: 'Functions that the model may ask you to call.',
    examples: [
      [
        {
          type: 'function',
          function: { name: 'get_weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
        },
      ],
    ],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => ToolDto)))
  tools?: Array<ToolDto>;

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [{ type: 'string', minLength: 1 }, { $ref: '#/components/schemas/ToolChoice' }],
    description: "`auto`, `none`, `required`, the name of one tool, or OpenAI's object.",
    examples: ['auto', 'get_weather', { type: 'function', function: { name: 'get_weather' } }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    either(
      text({ minLength: 1 }),
      object(() => ToolChoiceDto),
    ),
  )
  tool_choice?: string | ToolChoiceDto;

  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Whether one answer may ask for several calls.',
    examples: [false],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  parallel_tool_calls?: boolean;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'Your own identifier of the person asking.',
    examples: ['user-4711'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  user?: string;

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [{ type: 'string', minLength: 1 }, { $ref: '#/components/schemas/FunctionChoice' }],
    description: "`auto`, `none`, the name of one function, or OpenAI's object. The older form of `tool_choice`.",
    examples: ['auto', { name: 'get_weather' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    either(
      text({ minLength: 1 }),
      object(() => FunctionChoiceDto),
    ),
  )
  function_call?: string | FunctionChoiceDto;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/FunctionDefinition' },
    description: 'The older form of `tools`.',
    examples: [[{ name: 'get_weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } }]],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => FunctionDefinitionDto)))
  functions?: Array<FunctionDefinitionDto>;

  @ApiPropertyOptional({
    type: 'object',
    description: "Claude's extended thinking; translated for other reasoning models.",
    examples: [{ type: 'enabled', budget_tokens: 2048 }],
    allOf: [{ $ref: '#/components/schemas/Thinking' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => ThinkingDto))
  thinking?: ThinkingDto;

  @ApiPropertyOptional({
    type: 'object',
    description: 'Let the model search the web, where it can.',
    examples: [{ search_context_size: 'low' }],
    allOf: [{ $ref: '#/components/schemas/WebSearchOptions' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => WebSearchOptionsDto))
  web_search_options?: WebSearchOptionsDto;

  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Keep the completion at OpenAI.',
    examples: [false],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  store?: boolean;

  @ApiPropertyOptional({
    type: 'string',
    description: 'How wordy the answer is.',
    examples: ['low'],
    enum: ['low', 'medium', 'high'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['low', 'medium', 'high']))
  verbosity?: 'low' | 'medium' | 'high';

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'A stable, anonymous id of your user, for abuse detection.',
    examples: ['a1b2c3'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  safety_identifier?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'Groups requests whose prompts begin alike.',
    examples: ['faq-v2'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  prompt_cache_key?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'How long a cached prompt is kept.',
    examples: ['24h'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  prompt_cache_retention?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: "Cache settings in OpenAI's form.",
    examples: [{ mode: 'implicit' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  prompt_cache_options?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: "Moderation settings in OpenAI's form.",
    examples: [{ model: 'omni-moderation-latest' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  moderation?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    default: {},
    description:
      "Only chunks of documents whose metadata is like this are considered; a chunk's score does not depend on it.\n\n* `{key: value}`: the key has exactly this value, an object or a list as a whole. Several keys all count.\n* `{key: {operator: value}}` with `$eq`, `$ne`, `$gt`, `$gte`, `$lt`, `$lte`, `$in`, `$nin` (a list each),\n  `$exists` (true or false), `$contains` (an element of a list, or a part of a text) and `$not` (operators).\n* `{$and: [filter, …]}`, `{$or: [filter, …]}`, `{$not: filter}`.\n* OpenAI's form: `{type: eq | ne | gt | gte | lt | lte | in | nin, key, value}` and\n  `{type: and | or, filters: [filter, …]}`.\n\nValues are compared with their types: a number is never equal to a text. `$gt` and its like compare numbers,\ntexts by their characters, and, when the value given is a day or moment of ISO 8601, moments (UTC where no zone is\ngiven); values of different types compare false. `$ne`, `$nin` and `$not` hold for documents without the key\ntoo; `null` is a value. `a.b` is the key `a.b` where there is one, else `b` inside `a`; numbers count list\nelements from 0. `document_id` and `file_id` mean the document's id. Anything else is a 400 that names\nthe place, e.g. `filter_documents.year.$foo`. At most 100 comparisons, 1000 values, 64,000 characters, 8 deep.\n",
    examples: [
      { department: 'support' },
      { year: { $gte: 2020 }, tags: { $contains: 'refunds' } },
      {
        type: 'or',
        filters: [
          { type: 'eq', key: 'language', value: 'en' },
          { type: 'gt', key: 'updated', value: '2026-01-31' },
        ],
      },
    ],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  filter_documents?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    default: 0,
    description:
      "Least score of a passage, from 0 to 1. 1.0: every word of the question, weighted by how rare it is in this\nproject, occurs in a chunk of normal length; 0.5: about half of the question's weight is covered; 0: no word in\ncommon. Words the project does not know count as the rarest, so questions about something else score low. Try\n0.3 to drop noise, 0.5 to answer only what is covered. In a project with embeddings a score is\nthe mean of that (0.4) and of how near the passage is to the question in meaning (0.6, and less when nothing is\nnear): 1.0: it says the same; 0: no nearer than any two passages of the project are.\n",
    examples: [0.3],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number())
  min_score?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: 3,
    description: 'How many passages to retrieve. Above 1000 it is clamped to 1000, and the answer says so.',
    examples: [3],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  k?: number;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    description:
      "A conversation of the project (`createConversation`) that this chat continues: its turns come before `messages`, and\nquestion and answer are kept when the answer has ended, also one that was cut short. Messages at the start of\n`messages` that repeat whole turns of the conversation count once. System messages that open `messages` replace\nthose of earlier turns; without any, the latest ones hold on. What does not fit the model's window is left out,\nwhole turns from the oldest, and reported as `clamped`. Without a project it is `not_executed`.\n",
    examples: ['0198c0de-7000-7abc-8def-0123456789ab'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  conversation_id?: string;

  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Refuse this request rather than change it; see the header `x-groundwire-strict`.',
    examples: [false],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  strict?: boolean;

  @ApiPropertyOptional({
    type: 'array',
    maxItems: 3,
    items: { type: 'string', minLength: 1 },
    description:
      "Models to ask in turn when `model` fails before its answer has begun. Each is asked once its predecessor's own\nretries are spent; `attempts` of the answer lists who was asked. Nobody else is asked once an answer has begun.\n",
    examples: [['openai/gpt-4o-mini', 'local/extractive']],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(text({ minLength: 1 }), { maxItems: 3 }))
  fallbacks?: Array<string>;

  @ApiPropertyOptional({
    type: 'object',
    description: 'How passages are looked for, and what is done when there are none.',
    examples: [{ on_no_evidence: 'refuse' }],
    allOf: [{ $ref: '#/components/schemas/RetrievalOptions' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => RetrievalOptionsDto))
  retrieval?: RetrievalOptionsDto;

  @ApiPropertyOptional({
    type: 'string',
    description:
      "How an answer names its passages. The model is asked to mark each statement with its passage. `annotations`:\nthe marks become `message.annotations` and leave the text. `markers`: they stay in it too, as `[1]`, the place\nof the passage in `sources`. `off`: nothing is asked for and nothing cited. A mark that names no passage, or one\nthat does not hold the statement's words, is removed and counted in `citations` of the answer. The check is\nlexical: an answer in another language than its passages keeps no citations.\n",
    default: 'annotations',
    examples: ['markers'],
    enum: ['annotations', 'markers', 'off'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['annotations', 'markers', 'off']))
  citations?: 'annotations' | 'markers' | 'off';

  @ApiProperty({
    type: 'array',
    minItems: 1,
    items: { $ref: '#/components/schemas/ChatMessage' },
    description: 'The chat so far, oldest first.',
    examples: [[{ role: 'user', content: 'What is a project?' }]],
  } as ApiPropertyOptions)
  @Is(
    list(
      object(() => ChatMessageDto),
      { minItems: 1 },
    ),
  )
  messages!: Array<ChatMessageDto>;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    description:
      "`provider/model`, or a bare name, which means OpenAI's. `local/extractive` needs no key: it quotes your documents and is no language model.",
    examples: ['local/extractive', 'openai/gpt-4o-mini'],
  } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  model!: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    description: 'The project to retrieve from, where the path does not name it.',
    examples: ['0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  project_id?: string;
}

/**
 * One turn. Three shapes are understood: OpenAI's (`content`, a text or parts), the AskYoda page's (`message`, a
 * text or parts whose text sits in `content.text`), and mixtures. Fields that a model returned before
 * (`annotations`, `reasoning_content`, …) may be sent back.
 */
@ApiSchema({
  name: 'ChatMessage',
  description:
    "One turn. Three shapes are understood: OpenAI's (`content`, a text or parts), the AskYoda page's (`message`, a\ntext or parts whose text sits in `content.text`), and mixtures. Fields that a model returned before\n(`annotations`, `reasoning_content`, …) may be sent back.\n",
  anyOf: [
    { required: ['content'] },
    { required: ['message'] },
    { required: ['tool_calls'] },
    { required: ['function_call'] },
  ],
} as ApiSchemaOptions)
@AtLeastOneOf(['content', 'message', 'tool_calls', 'function_call'])
export class ChatMessageDto {
  @ApiProperty({
    type: 'string',
    description: 'Who speaks.',
    enum: ['system', 'developer', 'user', 'assistant', 'tool', 'function'],
  } as ApiPropertyOptions)
  @Is(oneOf(['system', 'developer', 'user', 'assistant', 'tool', 'function']))
  role!: 'system' | 'developer' | 'user' | 'assistant' | 'tool' | 'function';

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [
      { type: 'string' },
      {
        type: 'array',
        items: {
          type: 'object',
          description: 'One piece of a message.',
          oneOf: [
            { $ref: '#/components/schemas/TextPart' },
            { $ref: '#/components/schemas/ImagePart' },
            { $ref: '#/components/schemas/AudioPart' },
            { $ref: '#/components/schemas/FilePart' },
            { $ref: '#/components/schemas/RefusalPart' },
          ],
          discriminator: {
            propertyName: 'type',
            mapping: {
              text: '#/components/schemas/TextPart',
              image_url: '#/components/schemas/ImagePart',
              input_audio: '#/components/schemas/AudioPart',
              file: '#/components/schemas/FilePart',
              refusal: '#/components/schemas/RefusalPart',
            },
          },
        },
      },
    ],
    nullable: true,
    description: 'A text or content parts; null beside tool calls.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    either(
      text(),
      list(
        tagged('type', () => ({
          text: TextPartDto,
          image_url: ImagePartDto,
          input_audio: AudioPartDto,
          file: FilePartDto,
          refusal: RefusalPartDto,
        })),
      ),
      nothing(),
    ),
  )
  content?: string | Array<TextPartDto | ImagePartDto | AudioPartDto | FilePartDto | RefusalPartDto> | null;

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [
      { type: 'string' },
      {
        type: 'array',
        items: {
          type: 'object',
          description: 'One piece of a message.',
          oneOf: [
            { $ref: '#/components/schemas/TextPart' },
            { $ref: '#/components/schemas/ImagePart' },
            { $ref: '#/components/schemas/AudioPart' },
            { $ref: '#/components/schemas/FilePart' },
            { $ref: '#/components/schemas/RefusalPart' },
          ],
          discriminator: {
            propertyName: 'type',
            mapping: {
              text: '#/components/schemas/TextPart',
              image_url: '#/components/schemas/ImagePart',
              input_audio: '#/components/schemas/AudioPart',
              file: '#/components/schemas/FilePart',
              refusal: '#/components/schemas/RefusalPart',
            },
          },
        },
      },
    ],
    nullable: true,
    description: "The AskYoda page's name for `content`.",
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    either(
      text(),
      list(
        tagged('type', () => ({
          text: TextPartDto,
          image_url: ImagePartDto,
          input_audio: AudioPartDto,
          file: FilePartDto,
          refusal: RefusalPartDto,
        })),
      ),
      nothing(),
    ),
  )
  message?: string | Array<TextPartDto | ImagePartDto | AudioPartDto | FilePartDto | RefusalPartDto> | null;

  @ApiPropertyOptional({ type: 'string', description: "The speaker's or the function's name." } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  name?: string;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/ToolCall' },
    description: 'Calls that the assistant asked for.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => ToolCallDto)))
  tool_calls?: Array<ToolCallDto>;

  @ApiPropertyOptional({
    type: 'string',
    description: 'The call that this tool message answers.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  tool_call_id?: string;

  @ApiPropertyOptional({
    type: 'object',
    description: 'The older form of `tool_calls`.',
    allOf: [{ $ref: '#/components/schemas/FunctionCall' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => FunctionCallDto))
  function_call?: FunctionCallDto;

  @ApiPropertyOptional({
    type: 'string',
    description:
      'What the model thought. Where a model wants it back and a message lacks it, what was kept of it is sent.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  reasoning_content?: string;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/ThinkingBlock' },
    description:
      "Claude's signed thinking as it was returned. It is sent on unchanged; where a tool turn lacks it, what was kept of it is.",
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => ThinkingBlockDto)))
  thinking_blocks?: Array<ThinkingBlockDto>;

  @ApiPropertyOptional({
    type: 'string',
    description: 'Why the assistant declined, when it did.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  refusal?: string;
}

/** Text, in `text` or, as the AskYoda page writes it, in `content.text`. */
@ApiSchema({
  name: 'TextPart',
  description: 'Text, in `text` or, as the AskYoda page writes it, in `content.text`.',
  anyOf: [{ required: ['text'] }, { required: ['content'] }],
} as ApiSchemaOptions)
@AtLeastOneOf(['text', 'content'])
export class TextPartDto {
  @ApiProperty({ type: 'string', enum: ['text'] } as ApiPropertyOptions)
  @Is(oneOf(['text']))
  type!: 'text';

  @ApiPropertyOptional({ type: 'string' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  text?: string;

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [{ type: 'string' }, { $ref: '#/components/schemas/TextPartContent' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    either(
      text(),
      object(() => TextPartContentDto),
    ),
  )
  content?: string | TextPartContentDto;
}

/** The text of a part in the AskYoda page's form. */
@ApiSchema({
  name: 'TextPartContent',
  description: "The text of a part in the AskYoda page's form.",
} as ApiSchemaOptions)
export class TextPartContentDto {
  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  text!: string;
}

/** An image, in `image_url` or, as the AskYoda page writes it, in `content.image_url`. */
@ApiSchema({
  name: 'ImagePart',
  description: 'An image, in `image_url` or, as the AskYoda page writes it, in `content.image_url`.',
  anyOf: [{ required: ['image_url'] }, { required: ['content'] }],
} as ApiSchemaOptions)
@AtLeastOneOf(['image_url', 'content'])
export class ImagePartDto {
  @ApiProperty({ type: 'string', enum: ['image_url'] } as ApiPropertyOptions)
  @Is(oneOf(['image_url']))
  type!: 'image_url';

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [{ type: 'string', minLength: 1 }, { $ref: '#/components/schemas/ImageUrl' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    either(
      text({ minLength: 1 }),
      object(() => ImageUrlDto),
    ),
  )
  image_url?: string | ImageUrlDto;

  @ApiPropertyOptional({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/ImagePartContent' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => ImagePartContentDto))
  content?: ImagePartContentDto;
}

/** The image of a part in the AskYoda page's form. */
@ApiSchema({
  name: 'ImagePartContent',
  description: "The image of a part in the AskYoda page's form.",
} as ApiSchemaOptions)
export class ImagePartContentDto {
  @ApiProperty({
    type: 'object',
    oneOf: [{ type: 'string', minLength: 1 }, { $ref: '#/components/schemas/ImageUrl' }],
  } as ApiPropertyOptions)
  @Is(
    either(
      text({ minLength: 1 }),
      object(() => ImageUrlDto),
    ),
  )
  image_url!: string | ImageUrlDto;
}

/** Where an image is. The provider fetches it, not Groundwire. */
@ApiSchema({
  name: 'ImageUrl',
  description: 'Where an image is. The provider fetches it, not Groundwire.',
} as ApiSchemaOptions)
export class ImageUrlDto {
  @ApiProperty({ type: 'string', minLength: 1, description: 'An https or a data URL.' } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  url!: string;

  @ApiPropertyOptional({ type: 'string', enum: ['auto', 'low', 'high'] } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['auto', 'low', 'high']))
  detail?: 'auto' | 'low' | 'high';
}

/** Spoken input. */
@ApiSchema({ name: 'AudioPart', description: 'Spoken input.' } as ApiSchemaOptions)
export class AudioPartDto {
  @ApiProperty({ type: 'string', enum: ['input_audio'] } as ApiPropertyOptions)
  @Is(oneOf(['input_audio']))
  type!: 'input_audio';

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: '`data` (base64) and `format`.',
  } as ApiPropertyOptions)
  @Is(map())
  input_audio!: { [key: string]: unknown };
}

/** A file for the model to read. */
@ApiSchema({ name: 'FilePart', description: 'A file for the model to read.' } as ApiSchemaOptions)
export class FilePartDto {
  @ApiProperty({ type: 'string', enum: ['file'] } as ApiPropertyOptions)
  @Is(oneOf(['file']))
  type!: 'file';

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: '`file_data` (base64) with `filename`, or `file_id`.',
  } as ApiPropertyOptions)
  @Is(map())
  file!: { [key: string]: unknown };
}

/** What the assistant said when it declined. */
@ApiSchema({ name: 'RefusalPart', description: 'What the assistant said when it declined.' } as ApiSchemaOptions)
export class RefusalPartDto {
  @ApiProperty({ type: 'string', enum: ['refusal'] } as ApiPropertyOptions)
  @Is(oneOf(['refusal']))
  type!: 'refusal';

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  refusal!: string;
}

/** A function that the model may ask for. */
@ApiSchema({
  name: 'Tool',
  description: 'A function that the model may ask for.',
  additionalProperties: true,
} as ApiSchemaOptions)
export class ToolDto {
  @ApiProperty({
    type: 'string',
    minLength: 1,
    description: '`function`, or a kind of tool that the provider knows.',
  } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  type!: string;

  @ApiPropertyOptional({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/FunctionDefinition' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => FunctionDefinitionDto))
  function?: FunctionDefinitionDto;

  [key: string]: unknown;
}

/** A function's name and arguments. */
@ApiSchema({ name: 'FunctionDefinition', description: "A function's name and arguments." } as ApiSchemaOptions)
export class FunctionDefinitionDto {
  @ApiProperty({ type: 'string', minLength: 1, maxLength: 64 } as ApiPropertyOptions)
  @Is(text({ minLength: 1, maxLength: 64 }))
  name!: string;

  @ApiPropertyOptional({ type: 'string' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  description?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'A JSON Schema of the arguments.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  parameters?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Whether the arguments must follow the schema exactly.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  strict?: boolean;
}

/** One call that the model asks for. */
@ApiSchema({ name: 'ToolCall', description: 'One call that the model asks for.' } as ApiSchemaOptions)
export class ToolCallDto {
  @ApiProperty({ type: 'string', minLength: 1 } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  id!: string;

  @ApiPropertyOptional({ type: 'string', minLength: 1 } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  type?: string;

  @ApiPropertyOptional({ type: 'object', allOf: [{ $ref: '#/components/schemas/FunctionCall' }] } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => FunctionCallDto))
  function?: FunctionCallDto;
}

/** A function's name and its arguments as JSON text. */
@ApiSchema({
  name: 'FunctionCall',
  description: "A function's name and its arguments as JSON text.",
} as ApiSchemaOptions)
export class FunctionCallDto {
  @ApiProperty({ type: 'string', minLength: 1 } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  name!: string;

  @ApiProperty({ type: 'string', description: 'JSON text, exactly as the model wrote it.' } as ApiPropertyOptions)
  @Is(text())
  arguments!: string;
}

/** OpenAI's way to demand one tool. */
@ApiSchema({
  name: 'ToolChoice',
  description: "OpenAI's way to demand one tool.",
  additionalProperties: true,
} as ApiSchemaOptions)
export class ToolChoiceDto {
  @ApiProperty({ type: 'string', minLength: 1 } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  type!: string;

  @ApiPropertyOptional({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/FunctionChoice' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => FunctionChoiceDto))
  function?: FunctionChoiceDto;

  [key: string]: unknown;
}

/** One function by name. */
@ApiSchema({ name: 'FunctionChoice', description: 'One function by name.' } as ApiSchemaOptions)
export class FunctionChoiceDto {
  @ApiProperty({ type: 'string', minLength: 1 } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  name!: string;
}

/** One label. */
@ApiSchema({ name: 'MetadataEntry', description: 'One label.' } as ApiSchemaOptions)
export class MetadataEntryDto {
  @ApiProperty({ type: 'string', minLength: 1, maxLength: 64 } as ApiPropertyOptions)
  @Is(text({ minLength: 1, maxLength: 64 }))
  key!: string;

  @ApiProperty({ type: 'string', minLength: 1, maxLength: 512 } as ApiPropertyOptions)
  @Is(text({ minLength: 1, maxLength: 512 }))
  value!: string;
}

/** What a stream carries besides text. */
@ApiSchema({
  name: 'StreamOptions',
  description: 'What a stream carries besides text.',
  additionalProperties: true,
} as ApiSchemaOptions)
export class StreamOptionsDto {
  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Send token counts in one last chunk without choices.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  include_usage?: boolean;

  [key: string]: unknown;
}

/** Plain text, any JSON object, or JSON that follows a schema. */
@ApiSchema({
  name: 'ResponseFormat',
  description: 'Plain text, any JSON object, or JSON that follows a schema.',
} as ApiSchemaOptions)
export class ResponseFormatDto {
  @ApiProperty({ type: 'string', enum: ['text', 'json_object', 'json_schema'] } as ApiPropertyOptions)
  @Is(oneOf(['text', 'json_object', 'json_schema']))
  type!: 'text' | 'json_object' | 'json_schema';

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: "With `json_object`: the schema to follow (the AskYoda page's form).",
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  schema?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/JsonSchemaFormat' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => JsonSchemaFormatDto))
  json_schema?: JsonSchemaFormatDto;
}

/** OpenAI's form of a schema to follow. */
@ApiSchema({ name: 'JsonSchemaFormat', description: "OpenAI's form of a schema to follow." } as ApiSchemaOptions)
export class JsonSchemaFormatDto {
  @ApiProperty({ type: 'string', minLength: 1, maxLength: 64 } as ApiPropertyOptions)
  @Is(text({ minLength: 1, maxLength: 64 }))
  name!: string;

  @ApiPropertyOptional({ type: 'string' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  description?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  schema?: { [key: string]: unknown };

  @ApiPropertyOptional({ type: 'boolean' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  strict?: boolean;
}

/** Claude's extended thinking. */
@ApiSchema({ name: 'Thinking', description: "Claude's extended thinking." } as ApiSchemaOptions)
export class ThinkingDto {
  @ApiProperty({ type: 'string', enum: ['enabled', 'disabled'] } as ApiPropertyOptions)
  @Is(oneOf(['enabled', 'disabled']))
  type!: 'enabled' | 'disabled';

  @ApiProperty({
    type: 'integer',
    minimum: 1024,
    description: 'Tokens that may be spent on thinking.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 1024 }))
  budget_tokens!: number;
}

/** How to search the web. */
@ApiSchema({
  name: 'WebSearchOptions',
  description: 'How to search the web.',
  additionalProperties: true,
} as ApiSchemaOptions)
export class WebSearchOptionsDto {
  @ApiPropertyOptional({ type: 'string', enum: ['low', 'medium', 'high'] } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['low', 'medium', 'high']))
  search_context_size?: 'low' | 'medium' | 'high';

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: '`{type: approximate, approximate: {city, country, …}}`.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  user_location?: { [key: string]: unknown };

  [key: string]: unknown;
}

/** OpenAI's chat completion, with Groundwire's `provider`, `cost`, `sources`, `retrieval` and `adjustments` beside it. */
@ApiSchema({
  name: 'ChatCompletion',
  description:
    "OpenAI's chat completion, with Groundwire's `provider`, `cost`, `sources`, `retrieval` and `adjustments` beside it.",
} as ApiSchemaOptions)
export class ChatCompletionDto {
  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  id!: string;

  @ApiProperty({ type: 'string', enum: ['chat.completion'] } as ApiPropertyOptions)
  @Is(oneOf(['chat.completion']))
  object!: 'chat.completion';

  @ApiProperty({ type: 'integer', description: 'Unix time in seconds.' } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  created!: number;

  @ApiProperty({ type: 'string', description: 'The model as its provider names it.' } as ApiPropertyOptions)
  @Is(text())
  model!: string;

  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/Choice' } } as ApiPropertyOptions)
  @Is(list(object(() => ChoiceDto)))
  choices!: Array<ChoiceDto>;

  @ApiPropertyOptional({ type: 'object', allOf: [{ $ref: '#/components/schemas/Usage' }] } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => UsageDto))
  usage?: UsageDto;

  @ApiPropertyOptional({ type: 'string', nullable: true } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text(), nothing()))
  service_tier?: string | null;

  @ApiPropertyOptional({ type: 'string', nullable: true } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text(), nothing()))
  system_fingerprint?: string | null;

  @ApiProperty({ type: 'string', description: 'Which provider answered.' } as ApiPropertyOptions)
  @Is(text())
  provider!: string;

  @ApiProperty({
    type: 'number',
    description: 'US dollars, exactly; null when any price that it needs is not known.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(number(), nothing()))
  cost!: number | null;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/Source' },
    description: 'The passages that the model was given, best first.',
  } as ApiPropertyOptions)
  @Is(list(object(() => SourceDto)))
  sources!: Array<SourceDto>;

  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/RetrievalReport' }] } as ApiPropertyOptions)
  @Is(object(() => RetrievalReportDto))
  retrieval!: RetrievalReportDto;

  @ApiPropertyOptional({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/CitationReport' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => CitationReportDto))
  citations?: CitationReportDto;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/Adjustment' },
    description: 'Every change that was made to the request.',
  } as ApiPropertyOptions)
  @Is(list(object(() => AdjustmentDto)))
  adjustments!: Array<AdjustmentDto>;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/Attempt' },
    description: 'Who was asked, in order; the last one answered. Only when the request named `fallbacks`.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => AttemptDto)))
  attempts?: Array<AttemptDto>;

  @ApiPropertyOptional({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  conversation_id?: string;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/PublishedChunk' },
    description: "The sources as AskYoda's published description has them; only with `x-groundwire-compat`.",
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => PublishedChunkDto)))
  result?: Array<PublishedChunkDto>;
}

/** One answer. */
@ApiSchema({ name: 'Choice', description: 'One answer.' } as ApiSchemaOptions)
export class ChoiceDto {
  @ApiProperty({ type: 'integer' } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  index!: number;

  @ApiProperty({
    type: 'string',
    description: 'Why the answer ended.',
    enum: ['stop', 'length', 'tool_calls', 'content_filter', 'function_call'],
  } as ApiPropertyOptions)
  @Is(oneOf(['stop', 'length', 'tool_calls', 'content_filter', 'function_call']))
  finish_reason!: 'stop' | 'length' | 'tool_calls' | 'content_filter' | 'function_call';

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true } as ApiPropertyOptions)
  @Is(either(map(), nothing()))
  logprobs!: { [key: string]: unknown } | null;

  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/AssistantMessage' }] } as ApiPropertyOptions)
  @Is(object(() => AssistantMessageDto))
  message!: AssistantMessageDto;
}

/** What the model said. */
@ApiSchema({ name: 'AssistantMessage', description: 'What the model said.' } as ApiSchemaOptions)
export class AssistantMessageDto {
  @ApiProperty({ type: 'string', enum: ['assistant'] } as ApiPropertyOptions)
  @Is(oneOf(['assistant']))
  role!: 'assistant';

  @ApiProperty({ type: 'string', nullable: true } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  content!: string | null;

  @ApiProperty({ type: 'string', nullable: true } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  refusal!: string | null;

  @ApiPropertyOptional({ type: 'array', items: { $ref: '#/components/schemas/ToolCall' } } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => ToolCallDto)))
  tool_calls?: Array<ToolCallDto>;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/Annotation' },
    description: 'Which spans of `content` rest on which passage.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => AnnotationDto)))
  annotations?: Array<AnnotationDto>;

  @ApiPropertyOptional({
    type: 'string',
    description: 'What the model thought, where it tells.',
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text(), nothing()))
  reasoning_content?: string | null;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/ThinkingBlock' },
    description:
      "Claude's signed thinking, in a stream all of it in one piece. It may be sent back with tool results; it need not.",
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => ThinkingBlockDto)))
  thinking_blocks?: Array<ThinkingBlockDto>;
}

/** A piece of Claude's thinking, signed, or encrypted where it was redacted. */
@ApiSchema({
  name: 'ThinkingBlock',
  description: "A piece of Claude's thinking, signed, or encrypted where it was redacted.",
} as ApiSchemaOptions)
export class ThinkingBlockDto {
  @ApiProperty({ type: 'string', enum: ['thinking', 'redacted_thinking'] } as ApiPropertyOptions)
  @Is(oneOf(['thinking', 'redacted_thinking']))
  type!: 'thinking' | 'redacted_thinking';

  @ApiPropertyOptional({
    type: 'string',
    description: 'The text of `thinking`; empty where the model does not show it.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  thinking?: string;

  @ApiPropertyOptional({
    type: 'string',
    description: 'Proves that Claude wrote this `thinking`.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  signature?: string;

  @ApiPropertyOptional({
    type: 'string',
    description: 'The encrypted text of `redacted_thinking`.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  data?: string;
}

/** A citation in OpenAI's form. */
@ApiSchema({ name: 'Annotation', description: "A citation in OpenAI's form." } as ApiSchemaOptions)
export class AnnotationDto {
  @ApiProperty({ type: 'string', enum: ['url_citation'] } as ApiPropertyOptions)
  @Is(oneOf(['url_citation']))
  type!: 'url_citation';

  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/UrlCitation' }] } as ApiPropertyOptions)
  @Is(object(() => UrlCitationDto))
  url_citation!: UrlCitationDto;
}

/** A span of the answer and the passage it rests on. */
@ApiSchema({
  name: 'UrlCitation',
  description: 'A span of the answer and the passage it rests on.',
} as ApiSchemaOptions)
export class UrlCitationDto {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'First UTF-16 code unit of the span.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  start_index!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'One past the last UTF-16 code unit.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  end_index!: number;

  @ApiProperty({
    type: 'string',
    description:
      "Where to read the passage: the document's own `url` metadata, else a link to `getChunk` that is signed, needs no token, and expires (`CITATION_LINK_TTL_HOURS`).",
  } as ApiPropertyOptions)
  @Is(text())
  url!: string;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  title!: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    description: 'The cited chunk; also in `sources`.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  chunk_id?: string;
}

/**
 * Tokens, as the provider counted them, in one form for all: the total is the sum of the other two, and the details
 * are parts of them. What a provider does not tell is absent.
 */
@ApiSchema({
  name: 'Usage',
  description:
    'Tokens, as the provider counted them, in one form for all: the total is the sum of the other two, and the details\nare parts of them. What a provider does not tell is absent.\n',
} as ApiSchemaOptions)
export class UsageDto {
  @ApiProperty({
    type: 'integer',
    description: 'All that was read, cached or not.',
    examples: [1012],
  } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  prompt_tokens!: number;

  @ApiProperty({
    type: 'integer',
    description: 'All that was written, thoughts included.',
    examples: [250],
  } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  completion_tokens!: number;

  @ApiProperty({ type: 'integer', examples: [1262] } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  total_tokens!: number;

  @ApiPropertyOptional({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/PromptTokensDetails' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => PromptTokensDetailsDto))
  prompt_tokens_details?: PromptTokensDetailsDto;

  @ApiPropertyOptional({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/CompletionTokensDetails' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => CompletionTokensDetailsDto))
  completion_tokens_details?: CompletionTokensDetailsDto;
}

/** What `prompt_tokens` holds. Providers may add further counts. */
@ApiSchema({
  name: 'PromptTokensDetails',
  description: 'What `prompt_tokens` holds. Providers may add further counts.',
  additionalProperties: true,
} as ApiSchemaOptions)
export class PromptTokensDetailsDto {
  @ApiPropertyOptional({
    type: 'integer',
    description: 'Read from the cache of the provider, usually cheaper.',
    examples: [900],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true }))
  cached_tokens?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'Written to that cache.' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true }))
  cache_write_tokens?: number;

  [key: string]: unknown;
}

/** What `completion_tokens` holds. Providers may add further counts. */
@ApiSchema({
  name: 'CompletionTokensDetails',
  description: 'What `completion_tokens` holds. Providers may add further counts.',
  additionalProperties: true,
} as ApiSchemaOptions)
export class CompletionTokensDetailsDto {
  @ApiPropertyOptional({
    type: 'integer',
    description: 'Spent on thinking before the answer.',
    examples: [200],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true }))
  reasoning_tokens?: number;

  [key: string]: unknown;
}

/**
 * One event of a stream. The first chunk also carries `provider`, `sources`, `retrieval` and `adjustments`; the last one before
 * `[DONE]` carries `usage` when it was asked for, and `cost`.
 */
@ApiSchema({
  name: 'ChatCompletionChunk',
  description:
    'One event of a stream. The first chunk also carries `provider`, `sources`, `retrieval` and `adjustments`; the last one before\n`[DONE]` carries `usage` when it was asked for, and `cost`.\n',
} as ApiSchemaOptions)
export class ChatCompletionChunkDto {
  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  id!: string;

  @ApiProperty({ type: 'string', enum: ['chat.completion.chunk'] } as ApiPropertyOptions)
  @Is(oneOf(['chat.completion.chunk']))
  object!: 'chat.completion.chunk';

  @ApiProperty({ type: 'integer', description: 'Unix time in seconds.' } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  created!: number;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  model!: string;

  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/ChunkChoice' } } as ApiPropertyOptions)
  @Is(list(object(() => ChunkChoiceDto)))
  choices!: Array<ChunkChoiceDto>;

  @ApiPropertyOptional({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/Usage' }],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    either(
      object(() => UsageDto),
      nothing(),
    ),
  )
  usage?: UsageDto | null;

  @ApiPropertyOptional({ type: 'string' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  provider?: string;

  @ApiPropertyOptional({ type: 'number', nullable: true } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(number(), nothing()))
  cost?: number | null;

  @ApiPropertyOptional({ type: 'array', items: { $ref: '#/components/schemas/Source' } } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => SourceDto)))
  sources?: Array<SourceDto>;

  @ApiPropertyOptional({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/RetrievalReport' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => RetrievalReportDto))
  retrieval?: RetrievalReportDto;

  @ApiPropertyOptional({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/CitationReport' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => CitationReportDto))
  citations?: CitationReportDto;

  @ApiPropertyOptional({ type: 'array', items: { $ref: '#/components/schemas/Adjustment' } } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => AdjustmentDto)))
  adjustments?: Array<AdjustmentDto>;

  @ApiPropertyOptional({ type: 'array', items: { $ref: '#/components/schemas/Attempt' } } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => AttemptDto)))
  attempts?: Array<AttemptDto>;

  @ApiPropertyOptional({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  conversation_id?: string;
}

/** A piece of one answer. */
@ApiSchema({ name: 'ChunkChoice', description: 'A piece of one answer.' } as ApiSchemaOptions)
export class ChunkChoiceDto {
  @ApiProperty({ type: 'integer' } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  index!: number;

  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/Delta' }] } as ApiPropertyOptions)
  @Is(object(() => DeltaDto))
  delta!: DeltaDto;

  @ApiProperty({
    type: 'string',
    description: 'Why the answer ended.',
    enum: ['stop', 'length', 'tool_calls', 'content_filter', 'function_call'],
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(oneOf(['stop', 'length', 'tool_calls', 'content_filter', 'function_call']), nothing()))
  finish_reason!: 'stop' | 'length' | 'tool_calls' | 'content_filter' | 'function_call' | null;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, nullable: true } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(map(), nothing()))
  logprobs?: { [key: string]: unknown } | null;
}

/** What this piece adds to the message. */
@ApiSchema({ name: 'Delta', description: 'What this piece adds to the message.' } as ApiSchemaOptions)
export class DeltaDto {
  @ApiPropertyOptional({ type: 'string', enum: ['assistant'] } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['assistant']))
  role?: 'assistant';

  @ApiPropertyOptional({ type: 'string', nullable: true } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text(), nothing()))
  content?: string | null;

  @ApiPropertyOptional({ type: 'string', nullable: true } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text(), nothing()))
  refusal?: string | null;

  @ApiPropertyOptional({ type: 'string', nullable: true } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text(), nothing()))
  reasoning_content?: string | null;

  @ApiPropertyOptional({ type: 'array', items: { $ref: '#/components/schemas/ThinkingBlock' } } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => ThinkingBlockDto)))
  thinking_blocks?: Array<ThinkingBlockDto>;

  @ApiPropertyOptional({ type: 'array', items: { $ref: '#/components/schemas/ToolCallDelta' } } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => ToolCallDeltaDto)))
  tool_calls?: Array<ToolCallDeltaDto>;

  @ApiPropertyOptional({ type: 'array', items: { $ref: '#/components/schemas/Annotation' } } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => AnnotationDto)))
  annotations?: Array<AnnotationDto>;
}

/** A piece of a tool call; `id` and `function.name` come with its first piece only. */
@ApiSchema({
  name: 'ToolCallDelta',
  description: 'A piece of a tool call; `id` and `function.name` come with its first piece only.',
} as ApiSchemaOptions)
export class ToolCallDeltaDto {
  @ApiProperty({ type: 'integer' } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  index!: number;

  @ApiPropertyOptional({ type: 'string' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  id?: string;

  @ApiPropertyOptional({ type: 'string' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  type?: string;

  @ApiPropertyOptional({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/FunctionCallDelta' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => FunctionCallDeltaDto))
  function?: FunctionCallDeltaDto;
}

/** A piece of a function call. */
@ApiSchema({ name: 'FunctionCallDelta', description: 'A piece of a function call.' } as ApiSchemaOptions)
export class FunctionCallDeltaDto {
  @ApiPropertyOptional({ type: 'string' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  name?: string;

  @ApiPropertyOptional({ type: 'string' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  arguments?: string;
}

/** A passage that the model was given. */
@ApiSchema({ name: 'Source', description: 'A passage that the model was given.' } as ApiSchemaOptions)
export class SourceDto {
  @ApiProperty({ type: 'string', format: 'uuid', description: "The chunk's id." } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  id!: string;

  @ApiProperty({ type: 'string', format: 'uuid', description: "The document's id." } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  document!: string;

  @ApiProperty({
    type: 'string',
    description: "The document's `title` metadata, when it has one.",
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  title!: string | null;

  @ApiProperty({ type: 'number', minimum: 0, maximum: 1 } as ApiPropertyOptions)
  @Is(number({ minimum: 0, maximum: 1 }))
  score!: number;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  text!: string;

  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/Place' }] } as ApiPropertyOptions)
  @Is(object(() => PlaceDto))
  place!: PlaceDto;

  @ApiProperty({ type: 'object', additionalProperties: true } as ApiPropertyOptions)
  @Is(map())
  metadata!: { [key: string]: unknown };
}

/** What was looked for and what was found. */
@ApiSchema({ name: 'RetrievalReport', description: 'What was looked for and what was found.' } as ApiSchemaOptions)
export class RetrievalReportDto {
  @ApiProperty({
    type: 'string',
    description:
      "`grounded`: a passage covers half of the question's weight or more (a score of 0.5). `partial`: passages were\nfound, and none of them does. `none`: no passage reached `min_score`. `disabled`: no project was named.\n",
    enum: ['grounded', 'partial', 'none', 'disabled'],
  } as ApiPropertyOptions)
  @Is(oneOf(['grounded', 'partial', 'none', 'disabled']))
  status!: 'grounded' | 'partial' | 'none' | 'disabled';

  @ApiProperty({
    type: 'string',
    description: 'What was searched for; null when nothing was.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  query!: string | null;

  @ApiProperty({
    type: 'string',
    description: 'What made `query` of a follow-up; `none` when it is the last message as it came.',
    enum: ['none', 'rule', 'model'],
  } as ApiPropertyOptions)
  @Is(oneOf(['none', 'rule', 'model']))
  rewritten_by!: 'none' | 'rule' | 'model';

  @ApiProperty({
    type: 'string',
    description: 'By words alone, by words and meaning, or `none` when no project was named.',
    enum: ['none', 'lexical', 'hybrid'],
  } as ApiPropertyOptions)
  @Is(oneOf(['none', 'lexical', 'hybrid']))
  mode!: 'none' | 'lexical' | 'hybrid';

  @ApiProperty({ type: 'integer' } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  k!: number;

  @ApiProperty({ type: 'number' } as ApiPropertyOptions)
  @Is(number())
  min_score!: number;

  @ApiProperty({ type: 'object', additionalProperties: true } as ApiPropertyOptions)
  @Is(map())
  filter!: { [key: string]: unknown };

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/PassageReport' },
    description:
      'Every passage that was found, best first. `sources` holds those that the model was given, with their text.',
  } as ApiPropertyOptions)
  @Is(list(object(() => PassageReportDto)))
  passages!: Array<PassageReportDto>;
}

/** How many citations an answer has, and how many marks of the model were removed because their passage does not hold what they stand behind. In a stream on the chunk that finishes. Absent when there is nothing to cite. */
@ApiSchema({
  name: 'CitationReport',
  description:
    'How many citations an answer has, and how many marks of the model were removed because their passage does not hold what they stand behind. In a stream on the chunk that finishes. Absent when there is nothing to cite.',
} as ApiSchemaOptions)
export class CitationReportDto {
  @ApiProperty({ type: 'integer' } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  cited!: number;

  @ApiProperty({ type: 'integer' } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  removed!: number;
}

/** A passage that was found. */
@ApiSchema({ name: 'PassageReport', description: 'A passage that was found.' } as ApiSchemaOptions)
export class PassageReportDto {
  @ApiProperty({ type: 'string', format: 'uuid', description: "The chunk's id." } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  id!: string;

  @ApiProperty({ type: 'string', format: 'uuid', description: "The document's id." } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  document!: string;

  @ApiProperty({ type: 'number', minimum: 0, maximum: 1 } as ApiPropertyOptions)
  @Is(number({ minimum: 0, maximum: 1 }))
  score!: number;

  @ApiPropertyOptional({
    type: 'number',
    minimum: 0,
    maximum: 1,
    description: 'The score by words alone.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0, maximum: 1 }))
  score_lexical?: number;

  @ApiPropertyOptional({
    type: 'number',
    minimum: 0,
    maximum: 1,
    description: 'How near it is in meaning. Absent when that was not compared.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0, maximum: 1 }))
  score_vector?: number;

  @ApiPropertyOptional({
    type: 'number',
    minimum: 0,
    maximum: 1,
    description: 'What the reranking model gave it. Absent when none was asked.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0, maximum: 1 }))
  score_reranking?: number;
}

/** What `generate` would do with a request. */
@ApiSchema({ name: 'ExplainedRequest', description: 'What `generate` would do with a request.' } as ApiSchemaOptions)
export class ExplainedRequestDto {
  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/RetrievalReport' }] } as ApiPropertyOptions)
  @Is(object(() => RetrievalReportDto))
  retrieval!: RetrievalReportDto;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/Adjustment' },
    description: 'Changes to the request that do not depend on who is asked.',
  } as ApiPropertyOptions)
  @Is(list(object(() => AdjustmentDto)))
  adjustments!: Array<AdjustmentDto>;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/ExplainedCall' },
    description: 'The call of `model`, then those of `fallbacks`.',
  } as ApiPropertyOptions)
  @Is(list(object(() => ExplainedCallDto)))
  calls!: Array<ExplainedCallDto>;
}

/** What would be sent to one model, and what it may cost. */
@ApiSchema({
  name: 'ExplainedCall',
  description: 'What would be sent to one model, and what it may cost.',
} as ApiSchemaOptions)
export class ExplainedCallDto {
  @ApiProperty({ type: 'string', description: 'As `model` or `fallbacks` names it.' } as ApiPropertyOptions)
  @Is(text())
  name!: string;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  provider!: string;

  @ApiProperty({ type: 'string', description: 'The model as its provider names it.' } as ApiPropertyOptions)
  @Is(text())
  model!: string;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/Source' },
    description: 'The passages that the model would be given, best first.',
  } as ApiPropertyOptions)
  @Is(list(object(() => SourceDto)))
  sources!: Array<SourceDto>;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/ChatMessage' },
    description: 'The prompt as assembled, passages included.',
  } as ApiPropertyOptions)
  @Is(list(object(() => ChatMessageDto)))
  messages!: Array<ChatMessageDto>;

  @ApiProperty({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/VendorRequest' }],
    nullable: true,
  } as ApiPropertyOptions)
  @Is(
    either(
      object(() => VendorRequestDto),
      nothing(),
    ),
  )
  request!: VendorRequestDto | null;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/Adjustment' },
    description: 'Every change that this model makes necessary.',
  } as ApiPropertyOptions)
  @Is(list(object(() => AdjustmentDto)))
  adjustments!: Array<AdjustmentDto>;

  @ApiProperty({
    type: 'number',
    description:
      'Most that the call can cost, in US dollars; null when the price is not known, or nothing bounds the answer.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(number(), nothing()))
  cost_ceiling!: number | null;

  @ApiProperty({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/AttemptError' }],
    nullable: true,
  } as ApiPropertyOptions)
  @Is(
    either(
      object(() => AttemptErrorDto),
      nothing(),
    ),
  )
  refusal!: AttemptErrorDto | null;
}

/** A provider's request, without its address and keys; null when nothing leaves this server. */
@ApiSchema({
  name: 'VendorRequest',
  description: "A provider's request, without its address and keys; null when nothing leaves this server.",
} as ApiSchemaOptions)
export class VendorRequestDto {
  @ApiProperty({ type: 'string', enum: ['POST'] } as ApiPropertyOptions)
  @Is(oneOf(['POST']))
  method!: 'POST';

  @ApiProperty({ type: 'string', description: "Below the provider's base URL." } as ApiPropertyOptions)
  @Is(text())
  path!: string;

  @ApiProperty({ type: 'object', additionalProperties: true } as ApiPropertyOptions)
  @Is(map())
  body!: { [key: string]: unknown };
}

/** A model that was asked. */
@ApiSchema({ name: 'Attempt', description: 'A model that was asked.' } as ApiSchemaOptions)
export class AttemptDto {
  @ApiProperty({ type: 'string', description: 'As `model` or `fallbacks` names it.' } as ApiPropertyOptions)
  @Is(text())
  model!: string;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  provider!: string;

  @ApiProperty({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/AttemptError' }],
    nullable: true,
  } as ApiPropertyOptions)
  @Is(
    either(
      object(() => AttemptErrorDto),
      nothing(),
    ),
  )
  error!: AttemptErrorDto | null;

  @ApiProperty({
    type: 'integer',
    description: 'Milliseconds until its answer began, or until it failed.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  duration_ms!: number;
}

/** Why a model did not answer; null for the one that did. */
@ApiSchema({
  name: 'AttemptError',
  description: 'Why a model did not answer; null for the one that did.',
} as ApiSchemaOptions)
export class AttemptErrorDto {
  @ApiProperty({
    type: 'string',
    description: 'What went wrong, for programs.',
    enum: [
      'invalid_request_error',
      'unsupported_parameter',
      'authentication_error',
      'not_found',
      'model_not_found',
      'no_evidence',
      'request_too_large',
      'unsupported_media_type',
      'request_timeout',
      'idempotency_conflict',
      'idempotency_key_reused',
      'rate_limit_exceeded',
      'insufficient_quota',
      'price_unknown',
      'upstream_rejected_request',
      'upstream_error',
      'upstream_rate_limited',
      'upstream_unavailable',
      'upstream_timeout',
      'upstream_invalid_response',
      'server_shutting_down',
      'service_unavailable',
      'internal_error',
    ],
  } as ApiPropertyOptions)
  @Is(
    oneOf([
      'invalid_request_error',
      'unsupported_parameter',
      'authentication_error',
      'not_found',
      'model_not_found',
      'no_evidence',
      'request_too_large',
      'unsupported_media_type',
      'request_timeout',
      'idempotency_conflict',
      'idempotency_key_reused',
      'rate_limit_exceeded',
      'insufficient_quota',
      'price_unknown',
      'upstream_rejected_request',
      'upstream_error',
      'upstream_rate_limited',
      'upstream_unavailable',
      'upstream_timeout',
      'upstream_invalid_response',
      'server_shutting_down',
      'service_unavailable',
      'internal_error',
    ]),
  )
  type!:
    | 'invalid_request_error'
    | 'unsupported_parameter'
    | 'authentication_error'
    | 'not_found'
    | 'model_not_found'
    | 'no_evidence'
    | 'request_too_large'
    | 'unsupported_media_type'
    | 'request_timeout'
    | 'idempotency_conflict'
    | 'idempotency_key_reused'
    | 'rate_limit_exceeded'
    | 'insufficient_quota'
    | 'price_unknown'
    | 'upstream_rejected_request'
    | 'upstream_error'
    | 'upstream_rate_limited'
    | 'upstream_unavailable'
    | 'upstream_timeout'
    | 'upstream_invalid_response'
    | 'server_shutting_down'
    | 'service_unavailable'
    | 'internal_error';

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  message!: string;

  @ApiProperty({
    type: 'integer',
    description: 'The HTTP status that the call would have had without fallbacks.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  status!: number;
}

/** One change to the request. */
@ApiSchema({ name: 'Adjustment', description: 'One change to the request.' } as ApiSchemaOptions)
export class AdjustmentDto {
  @ApiProperty({ type: 'string', description: 'The field, as you would write it.' } as ApiPropertyOptions)
  @Is(text())
  parameter!: string;

  @ApiProperty({
    type: 'string',
    enum: ['dropped', 'clamped', 'raised', 'renamed', 'translated', 'defaulted', 'not_executed'],
  } as ApiPropertyOptions)
  @Is(oneOf(['dropped', 'clamped', 'raised', 'renamed', 'translated', 'defaulted', 'not_executed']))
  action!: 'dropped' | 'clamped' | 'raised' | 'renamed' | 'translated' | 'defaulted' | 'not_executed';

  @ApiPropertyOptional({ type: 'object', description: 'What you sent.', anyOf: [{}] } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(anything())
  from?: unknown;

  @ApiPropertyOptional({ type: 'object', description: 'What was used instead.', anyOf: [{}] } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(anything())
  to?: unknown;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  reason!: string;

  @ApiProperty({
    type: 'string',
    description: 'The provider that made it necessary; null when Groundwire itself did.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  provider!: string | null;
}

/** What can be asked. */
@ApiSchema({ name: 'ModelList', description: 'What can be asked.' } as ApiSchemaOptions)
export class ModelListDto {
  @ApiProperty({ type: 'string', enum: ['list'] } as ApiPropertyOptions)
  @Is(oneOf(['list']))
  object!: 'list';

  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/Model' } } as ApiPropertyOptions)
  @Is(list(object(() => ModelDto)))
  data!: Array<ModelDto>;

  @ApiProperty({
    type: 'array',
    items: { type: 'string' },
    description: 'Configured providers that did not answer.',
  } as ApiPropertyOptions)
  @Is(list(text()))
  unavailable!: Array<string>;
}

/** A model, named so that `model` accepts it. */
@ApiSchema({ name: 'Model', description: 'A model, named so that `model` accepts it.' } as ApiSchemaOptions)
export class ModelDto {
  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  id!: string;

  @ApiProperty({ type: 'string', enum: ['model'] } as ApiPropertyOptions)
  @Is(oneOf(['model']))
  object!: 'model';

  @ApiProperty({
    type: 'integer',
    description: 'Unix time in seconds; 0 when the provider does not tell.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  created!: number;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  owned_by!: string;
}

/** A new project. Only the two names and `embeddings_provider` are required; the rest has defaults. */
@ApiSchema({
  name: 'CreateProjectRequest',
  description: 'A new project. Only the two names and `embeddings_provider` are required; the rest has defaults.',
  'x-forgiving': true,
} as ApiSchemaOptions)
export class CreateProjectRequestDto {
  @ApiProperty({
    type: 'string',
    minLength: 1,
    description: "The project's name.",
    examples: ['Support'],
  } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  project_name!: string;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    description: "The collection's name.",
    examples: ['faq'],
  } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  collection_name!: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    description:
      'The id that clients know a project by that moves here; one that exists already is refused. A new one when not given.',
    examples: ['0198c0de-7000-7abc-8def-0123456789ab'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  project_id?: string;

  @ApiProperty({
    type: 'string',
    description:
      "Who is to embed the documents. Without that provider's key passages are found by their words alone, and `adjustments` says so.",
    examples: ['openai'],
    enum: ['openai', 'cohere', 'google', 'mistral', 'jina'],
  } as ApiPropertyOptions)
  @Is(oneOf(['openai', 'cohere', 'google', 'mistral', 'jina']))
  embeddings_provider!: 'openai' | 'cohere' | 'google' | 'mistral' | 'jina';

  @ApiPropertyOptional({
    type: 'string',
    description: 'Wished-for store. Groundwire keeps everything in Postgres and reports it as `translated`.',
    default: 'qdrant',
    examples: ['qdrant'],
    enum: ['qdrant', 'supabase'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['qdrant', 'supabase']))
  db_provider?: 'qdrant' | 'supabase';

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'The provider that `ask_llm` asks when nothing else is said.',
    examples: ['openai'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  llm_provider?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'The model that `ask_llm` asks when nothing else is said.',
    examples: ['gpt-4o-mini'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  llm_model?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    default: 'amazon',
    description: 'Wished-for OCR.',
    examples: ['amazon'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  ocr_provider?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    default: 'openai',
    description: 'Wished-for transcription.',
    examples: ['openai'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  speech_to_text_provider?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 10000,
    description: 'Most characters in a chunk; 1,200 when not given.',
    examples: [1200],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(number({ integer: true, minimum: 1, maximum: 10000 }), nothing()))
  chunk_size?: number | null;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string' },
    description: 'Texts at which documents are cut before they are packed into chunks.',
    examples: [['\n\n', '\n']],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(list(text()), nothing()))
  chunk_separators?: Array<string> | null;

  @ApiPropertyOptional({
    type: 'string',
    maxLength: 255,
    description: "A credential's name at the former vendor; not used.",
    examples: ['default'],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ maxLength: 255 }), nothing()))
  credential?: string | null;

  @ApiPropertyOptional({
    type: 'string',
    maxLength: 255,
    description: "An asset's name at the former vendor; not used.",
    examples: ['bot'],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ maxLength: 255 }), nothing()))
  asset?: string | null;

  @ApiPropertyOptional({ type: 'object', allOf: [{ $ref: '#/components/schemas/Limits' }] } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => LimitsDto))
  limits?: LimitsDto;
}

/** The new project's id. */
@ApiSchema({ name: 'CreatedProject', description: "The new project's id." } as ApiSchemaOptions)
export class CreatedProjectDto {
  @ApiProperty({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/Adjustment' },
    description: 'Settings that this server carries out differently or not at all.',
  } as ApiPropertyOptions)
  @Is(list(object(() => AdjustmentDto)))
  adjustments!: Array<AdjustmentDto>;
}

/** A project as it was created. */
@ApiSchema({ name: 'Project', description: 'A project as it was created.' } as ApiSchemaOptions)
export class ProjectDto {
  @ApiProperty({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  project_name!: string;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  collection_name!: string;

  @ApiProperty({ type: 'string', format: 'date-time' } as ApiPropertyOptions)
  @Is(text({ format: 'date-time' }))
  created_at!: string;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  embeddings_provider!: string;

  @ApiProperty({ type: 'string', nullable: true } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  llm_provider!: string | null;

  @ApiProperty({ type: 'string', nullable: true } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  llm_model!: string | null;

  @ApiProperty({ type: 'integer', nullable: true } as ApiPropertyOptions)
  @Is(either(number({ integer: true }), nothing()))
  chunk_size!: number | null;

  @ApiProperty({ type: 'array', items: { type: 'string' }, nullable: true } as ApiPropertyOptions)
  @Is(either(list(text()), nothing()))
  chunk_separators!: Array<string> | null;
}

/** What really serves a project. */
@ApiSchema({ name: 'ProjectInfo', description: 'What really serves a project.' } as ApiSchemaOptions)
export class ProjectInfoDto {
  @ApiProperty({ type: 'string', description: '`postgres` or `pglite`.' } as ApiPropertyOptions)
  @Is(text())
  db_provider!: string;

  @ApiProperty({
    type: 'string',
    description: 'Who embeds the documents; `none` when nobody is configured and passages are found by words alone.',
  } as ApiPropertyOptions)
  @Is(text())
  embeddings_provider!: string;

  @ApiProperty({
    type: 'string',
    description: 'The model that new documents are embedded with, as `provider/model`.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  embeddings_model!: string | null;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/EmbeddingsReport' },
    description: 'The vectors there are. Two entries while another model takes the place of the first.',
  } as ApiPropertyOptions)
  @Is(list(object(() => EmbeddingsReportDto)))
  embeddings!: Array<EmbeddingsReportDto>;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  llm_provider!: string;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  llm_model!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Number of chunks.' } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  collection_size!: number;

  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/Limits' }] } as ApiPropertyOptions)
  @Is(object(() => LimitsDto))
  limits!: LimitsDto;
}

/**
 * What a project may take. A limit that is left out, or null, does not hold. Every call is checked against its
 * ceiling, before anybody is asked: all that it may take at most. What it really took is settled when it has ended.
 */
@ApiSchema({
  name: 'Limits',
  description:
    'What a project may take. A limit that is left out, or null, does not hold. Every call is checked against its\nceiling, before anybody is asked: all that it may take at most. What it really took is settled when it has ended.\n',
} as ApiSchemaOptions)
export class LimitsDto {
  @ApiPropertyOptional({
    type: 'number',
    minimum: 0,
    maximum: 1000000000,
    description:
      'US dollars that may be spent at providers in a period. With 0, only what costs nothing is carried out.',
    examples: [5, 0.25],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(number({ minimum: 0, maximum: 1000000000 }), nothing()))
  budget_usd?: number | null;

  @ApiPropertyOptional({
    type: 'string',
    description:
      'When the budget begins anew, in UTC: each midnight, Monday or first of a month; `total`: never. `month` when not given.',
    examples: ['month'],
    enum: ['day', 'week', 'month', 'total'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['day', 'week', 'month', 'total']))
  budget_period?: 'day' | 'week' | 'month' | 'total';

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 1000000000,
    description:
      "Calls of `generate`, `ask_llm` and OpenAI's path, and searches that ask a provider, in each full minute of the clock.",
    examples: [60],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(number({ integer: true, minimum: 1, maximum: 1000000000 }), nothing()))
  requests_per_minute?: number | null;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 1000000000,
    description: 'Tokens of prompts and answers at providers, in each full minute of the clock.',
    examples: [100000],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(number({ integer: true, minimum: 1, maximum: 1000000000 }), nothing()))
  tokens_per_minute?: number | null;
}

/** Limits, and how they stand. */
@ApiSchema({ name: 'LimitReport', description: 'Limits, and how they stand.' } as ApiSchemaOptions)
export class LimitReportDto {
  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/Limits' }] } as ApiPropertyOptions)
  @Is(object(() => LimitsDto))
  limits!: LimitsDto;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/LimitState' },
    description: "Every limit that applies to the project's calls. Empty when there is none.",
  } as ApiPropertyOptions)
  @Is(list(object(() => LimitStateDto)))
  state!: Array<LimitStateDto>;
}

/** A limit, and what is used of it in the present window. Amounts are exact decimals. */
@ApiSchema({
  name: 'LimitState',
  description: 'A limit, and what is used of it in the present window. Amounts are exact decimals.',
} as ApiSchemaOptions)
export class LimitStateDto {
  @ApiProperty({
    type: 'string',
    description: "Whose limit it is; a tenant's holds for all its projects together.",
    enum: ['tenant', 'project'],
  } as ApiPropertyOptions)
  @Is(oneOf(['tenant', 'project']))
  scope!: 'tenant' | 'project';

  @ApiProperty({
    type: 'string',
    description: '`budget` counts US dollars.',
    enum: ['requests', 'tokens', 'budget'],
  } as ApiPropertyOptions)
  @Is(oneOf(['requests', 'tokens', 'budget']))
  kind!: 'requests' | 'tokens' | 'budget';

  @ApiProperty({
    type: 'string',
    description: 'How long a window is.',
    enum: ['minute', 'day', 'week', 'month', 'total'],
  } as ApiPropertyOptions)
  @Is(oneOf(['minute', 'day', 'week', 'month', 'total']))
  period!: 'minute' | 'day' | 'week' | 'month' | 'total';

  @ApiProperty({ type: 'string', examples: ['5'] } as ApiPropertyOptions)
  @Is(text())
  limit!: string;

  @ApiProperty({
    type: 'string',
    description: 'What is taken, `reserved` included.',
    examples: ['1.2375'],
  } as ApiPropertyOptions)
  @Is(text())
  used!: string;

  @ApiProperty({
    type: 'string',
    description: 'Of calls that are under way.',
    examples: ['0.0125'],
  } as ApiPropertyOptions)
  @Is(text())
  reserved!: string;

  @ApiProperty({ type: 'string', description: 'What is left.', examples: ['3.7625'] } as ApiPropertyOptions)
  @Is(text())
  remaining!: string;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    description: 'When the window ends; null when it never does.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text({ format: 'date-time' }), nothing()))
  resets_at!: string | null;
}

/** The vectors of one embedding model, and how many of the chunks they cover. */
@ApiSchema({
  name: 'EmbeddingsReport',
  description: 'The vectors of one embedding model, and how many of the chunks they cover.',
} as ApiSchemaOptions)
export class EmbeddingsReportDto {
  @ApiProperty({ type: 'string', description: 'As `provider/model`.' } as ApiPropertyOptions)
  @Is(text())
  model!: string;

  @ApiProperty({ type: 'integer', minimum: 1 } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 1 }))
  dimensions!: number;

  @ApiProperty({
    type: 'string',
    description:
      '`active`: questions are compared with them. `building`: they will take the place of the active ones when all chunks have theirs.',
    enum: ['active', 'building'],
  } as ApiPropertyOptions)
  @Is(oneOf(['active', 'building']))
  status!: 'active' | 'building';

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Chunks that have a vector.' } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  embedded!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Chunks in all.' } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  chunks!: number;
}

/** Texts and, in the same order, what is known about each. */
@ApiSchema({
  name: 'AddTextRequest',
  description: 'Texts and, in the same order, what is known about each.',
  'x-forgiving': true,
} as ApiSchemaOptions)
export class AddTextRequestDto {
  @ApiProperty({
    type: 'array',
    minItems: 1,
    maxItems: 1000,
    items: { type: 'string', minLength: 1 },
    description: 'One document each.',
    examples: [['We are open from 9 to 17, and on Sundays from 10 to 14.']],
  } as ApiPropertyOptions)
  @Is(list(text({ minLength: 1 }), { minItems: 1, maxItems: 1000 }))
  texts!: Array<string>;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    default: [],
    description:
      'One object for each text, in order; `title` and `url` are shown in citations. At most 16,000 bytes each as JSON text. Fewer objects than texts is fine, more is an error.',
    examples: [[{ title: 'Opening hours', department: 'support' }]],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(map()))
  metadata?: Array<{ [key: string]: unknown }>;

  @ApiPropertyOptional({
    type: 'string',
    description:
      "`none`: each text is one chunk as it is, of at most 100,000 characters, whatever the project's `chunk_size` says. For chunks that were cut elsewhere.",
    default: 'sentences',
    examples: ['sentences'],
    enum: ['sentences', 'none'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['sentences', 'none']))
  chunking?: 'sentences' | 'none';
}

/** What was stored. */
@ApiSchema({ name: 'AddedTexts', description: 'What was stored.' } as ApiSchemaOptions)
export class AddedTextsDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    description: 'One for each text, in order.',
  } as ApiPropertyOptions)
  @Is(list(text({ format: 'uuid' })))
  document_ids!: Array<string>;

  @ApiProperty({ type: 'integer', minimum: 0 } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  chunk_count!: number;
}

/** A file, or where it is, and what is known about it. */
@ApiSchema({
  name: 'FileUpload',
  description: 'A file, or where it is, and what is known about it.',
} as ApiSchemaOptions)
export class FileUploadDto {
  @ApiPropertyOptional({
    type: 'string',
    format: 'binary',
    description:
      'The file itself; only in `multipart/form-data`. Its name has at most 1,500 characters, and no control characters; a path before it is taken off.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  file?: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uri',
    description: 'Where the file is, in place of `file`.',
    examples: ['https://example.com/manual.pdf'],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ format: 'uri' }), nothing()))
  file_url?: string | null;

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [
      { type: 'string', minLength: 1 },
      { type: 'object', additionalProperties: true },
    ],
    description: 'A JSON object, or its text; `title` and `url` are shown in citations. At most 16,000 bytes.',
    examples: ['{"title": "Manual", "department": "support"}'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ minLength: 1 }), map()))
  metadata?: string | { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Read the file again though the project has the same content already.',
    examples: [true],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  force?: boolean;
}

/** A file of any type. Exactly one of `file` and `file_url` is needed. */
@ApiSchema({
  name: 'AddFileRequest',
  description: 'A file of any type. Exactly one of `file` and `file_url` is needed.',
  'x-forgiving': true,
} as ApiSchemaOptions)
export class AddFileRequestDto {
  @ApiPropertyOptional({
    type: 'string',
    format: 'binary',
    description:
      'The file itself; only in `multipart/form-data`. Its name has at most 1,500 characters, and no control characters; a path before it is taken off.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  file?: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uri',
    description: 'Where the file is, in place of `file`.',
    examples: ['https://example.com/manual.pdf'],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ format: 'uri' }), nothing()))
  file_url?: string | null;

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [
      { type: 'string', minLength: 1 },
      { type: 'object', additionalProperties: true },
    ],
    description: 'A JSON object, or its text; `title` and `url` are shown in citations. At most 16,000 bytes.',
    examples: ['{"title": "Manual", "department": "support"}'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ minLength: 1 }), map()))
  metadata?: string | { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Read the file again though the project has the same content already.',
    examples: [true],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  force?: boolean;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'What the file is said to be. A hint: its content decides.',
    examples: ['pdf'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  data_type?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'Wished-for reader at the former vendor; reported as `translated`.',
    examples: ['amazon'],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ minLength: 1 }), nothing()))
  provider?: string | null;
}

/** An image. Exactly one of `file` and `file_url` is needed. */
@ApiSchema({
  name: 'AddImageRequest',
  description: 'An image. Exactly one of `file` and `file_url` is needed.',
  'x-forgiving': true,
} as ApiSchemaOptions)
export class AddImageRequestDto {
  @ApiPropertyOptional({
    type: 'string',
    format: 'binary',
    description:
      'The file itself; only in `multipart/form-data`. Its name has at most 1,500 characters, and no control characters; a path before it is taken off.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  file?: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uri',
    description: 'Where the file is, in place of `file`.',
    examples: ['https://example.com/manual.pdf'],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ format: 'uri' }), nothing()))
  file_url?: string | null;

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [
      { type: 'string', minLength: 1 },
      { type: 'object', additionalProperties: true },
    ],
    description: 'A JSON object, or its text; `title` and `url` are shown in citations. At most 16,000 bytes.',
    examples: ['{"title": "Manual", "department": "support"}'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ minLength: 1 }), map()))
  metadata?: string | { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Read the file again though the project has the same content already.',
    examples: [true],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  force?: boolean;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'The vision model that looks at it. Without one, the text in the image is read.',
    examples: ['openai/gpt-4o-mini'],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ minLength: 1 }), nothing()))
  model?: string | null;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'What the model is asked about it.',
    examples: ['Describe what this picture shows.'],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ minLength: 1 }), nothing()))
  prompt?: string | null;
}

/** A video. Exactly one of `file` and `file_url` is needed. */
@ApiSchema({
  name: 'AddVideoRequest',
  description: 'A video. Exactly one of `file` and `file_url` is needed.',
  'x-forgiving': true,
} as ApiSchemaOptions)
export class AddVideoRequestDto {
  @ApiPropertyOptional({
    type: 'string',
    format: 'binary',
    description:
      'The file itself; only in `multipart/form-data`. Its name has at most 1,500 characters, and no control characters; a path before it is taken off.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  file?: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uri',
    description: 'Where the file is, in place of `file`.',
    examples: ['https://example.com/manual.pdf'],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ format: 'uri' }), nothing()))
  file_url?: string | null;

  @ApiPropertyOptional({
    type: 'object',
    oneOf: [
      { type: 'string', minLength: 1 },
      { type: 'object', additionalProperties: true },
    ],
    description: 'A JSON object, or its text; `title` and `url` are shown in citations. At most 16,000 bytes.',
    examples: ['{"title": "Manual", "department": "support"}'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ minLength: 1 }), map()))
  metadata?: string | { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Read the file again though the project has the same content already.',
    examples: [true],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  force?: boolean;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'A wished-for vision model; reported as `not_executed`.',
    examples: ['gemini-2.0-flash'],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ minLength: 1 }), nothing()))
  model?: string | null;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'A question about the pictures; reported as `not_executed`.',
    examples: ['Describe what happens.'],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ minLength: 1 }), nothing()))
  prompt?: string | null;
}

/** Addresses of pages and, in the same order, what is known about each. */
@ApiSchema({
  name: 'AddUrlRequest',
  description: 'Addresses of pages and, in the same order, what is known about each.',
  'x-forgiving': true,
} as ApiSchemaOptions)
export class AddUrlRequestDto {
  @ApiProperty({
    type: 'array',
    minItems: 1,
    maxItems: 100,
    items: { type: 'string', format: 'uri', minLength: 1 },
    description: 'One file each.',
    examples: [['https://example.com/opening-hours']],
  } as ApiPropertyOptions)
  @Is(list(text({ minLength: 1, format: 'uri' }), { minItems: 1, maxItems: 100 }))
  urls!: Array<string>;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'boolean' },
    description:
      "Whether to run a page's scripts, in a browser, before it is read. On a server without one (`CHROMIUM_PATH`) `true` is reported as `not_executed`. More entries than addresses is an error.",
    examples: [[false]],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(boolean()))
  js_render?: Array<boolean>;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description:
      'One object for each address, in order. At most 16,000 bytes each as JSON text. More objects than addresses is an error.',
    examples: [[{ department: 'support' }]],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(map()))
  metadata?: Array<{ [key: string]: unknown }>;

  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Fetch pages again which the project has already.',
    examples: [true],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  force?: boolean;
}

/** The file that was made, or the one that has the same content. */
@ApiSchema({
  name: 'AcceptedFile',
  description: 'The file that was made, or the one that has the same content.',
} as ApiSchemaOptions)
export class AcceptedFileDto {
  @ApiProperty({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  file_id!: string;

  @ApiProperty({
    type: 'string',
    description: 'How far a file is read. One in which no text was found has `failed`.',
    enum: ['processing', 'succeeded', 'failed'],
  } as ApiPropertyOptions)
  @Is(oneOf(['processing', 'succeeded', 'failed']))
  status!: 'processing' | 'succeeded' | 'failed';

  @ApiProperty({
    type: 'boolean',
    description: 'The project had this content already; nothing new was made.',
  } as ApiPropertyOptions)
  @Is(boolean())
  duplicate!: boolean;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/Adjustment' },
    description: 'What of the request was carried out differently or not at all.',
  } as ApiPropertyOptions)
  @Is(list(object(() => AdjustmentDto)))
  adjustments!: Array<AdjustmentDto>;
}

/** The files that were made, in the order of the addresses. */
@ApiSchema({
  name: 'AcceptedUrls',
  description: 'The files that were made, in the order of the addresses.',
} as ApiSchemaOptions)
export class AcceptedUrlsDto {
  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/AcceptedFile' } } as ApiPropertyOptions)
  @Is(list(object(() => AcceptedFileDto)))
  files!: Array<AcceptedFileDto>;
}

/** A file of a project. */
@ApiSchema({ name: 'AiProductFile', description: 'A file of a project.' } as ApiSchemaOptions)
export class AiProductFileDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: 'Also the `document` of its chunks.',
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  file_id!: string;

  @ApiProperty({ type: 'string', description: 'The tenant that owns it.' } as ApiPropertyOptions)
  @Is(text())
  user!: string;

  @ApiProperty({ type: 'string', description: "The project's id." } as ApiPropertyOptions)
  @Is(text())
  project!: string;

  @ApiProperty({
    type: 'string',
    maxLength: 255,
    description: 'What it is: `pdf`, `docx`, `csv` …; `unknown` until it has been looked at.',
  } as ApiPropertyOptions)
  @Is(text({ maxLength: 255 }))
  file_type!: string;

  @ApiProperty({ type: 'string', format: 'date-time' } as ApiPropertyOptions)
  @Is(text({ format: 'date-time' }))
  created_at!: string;

  @ApiProperty({
    type: 'string',
    description: 'How far a file is read. One in which no text was found has `failed`.',
    enum: ['processing', 'succeeded', 'failed'],
  } as ApiPropertyOptions)
  @Is(oneOf(['processing', 'succeeded', 'failed']))
  status!: 'processing' | 'succeeded' | 'failed';

  @ApiProperty({ type: 'string', description: 'Why it failed.', nullable: true } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  error!: string | null;

  @ApiProperty({
    type: 'string',
    maxLength: 100,
    description: 'Names the attempt to read it.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text({ maxLength: 100 }), nothing()))
  task_id!: string | null;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    description: 'When the last attempt to read it began.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text({ format: 'date-time' }), nothing()))
  task_started_at!: string | null;

  @ApiProperty({
    type: 'string',
    description: 'Always null. Files are deleted once they are read.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  file_path!: string | null;

  @ApiProperty({ type: 'string', maxLength: 1500, nullable: true } as ApiPropertyOptions)
  @Is(either(text({ maxLength: 1500 }), nothing()))
  file_name!: string | null;

  @ApiProperty({
    type: 'number',
    minimum: 0,
    maximum: 1,
    description: 'The part of it that is read.',
  } as ApiPropertyOptions)
  @Is(number({ minimum: 0, maximum: 1 }))
  progress!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Its size; null until it is fetched.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(number({ integer: true, minimum: 0 }), nothing()))
  byte_count!: number | null;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Pages, slides or sheets, where it has such.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(number({ integer: true, minimum: 0 }), nothing()))
  page_count!: number | null;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Chunks that can be found.' } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  chunk_count!: number;

  @ApiProperty({
    type: 'string',
    description: 'The hash of its content in hexadecimal; null until it is fetched.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  sha256!: string | null;

  @ApiProperty({ type: 'string', description: 'Where it was fetched from.', nullable: true } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  url!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'As it was given.' } as ApiPropertyOptions)
  @Is(map())
  metadata!: { [key: string]: unknown };

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description:
      'What its chunks are found with: `metadata`, and beside it what the file says of itself: `title`, `url`, `time` (when it\nwas published or last changed, in ISO 8601, as exact as it says), `language`, and of a mail `attachments_not_read`.\nWhat was given stays. Null until it is read.\n',
    examples: [{ title: 'Hours of the shop', url: 'https://example.com/hours', time: '2026-03-04', language: 'en' }],
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(map(), nothing()))
  document_metadata!: { [key: string]: unknown } | null;
}

/** Where in its document a passage stands, as far as the document knows. */
@ApiSchema({
  name: 'Place',
  description: 'Where in its document a passage stands, as far as the document knows.',
} as ApiSchemaOptions)
export class PlaceDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Its page, from 1.' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  page?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'The page it ends on, when that is another.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  last_page?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Its slide, from 1.' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  slide?: number;

  @ApiPropertyOptional({
    type: 'string',
    description: "Its sheet's name; of a table in a mail, after that file's.",
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  sheet?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Its first row, counted as a spreadsheet does: the header is row 1.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  first_row?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'Its last row.' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  last_row?: number;

  @ApiPropertyOptional({
    type: 'string',
    description:
      "Its chapter's name; of a mail within a mail, its subject, writer and time, and of a file in a mail that file's.",
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  chapter?: string;

  @ApiPropertyOptional({ type: 'number', minimum: 0, description: 'When it begins to be said.' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0 }))
  start_seconds?: number;

  @ApiPropertyOptional({ type: 'number', minimum: 0, description: 'When it has been said.' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0 }))
  end_seconds?: number;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string' },
    description: 'The headings it stands under, outermost first.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(text()))
  headings?: Array<string>;
}

/** Chunks, best first. */
@ApiSchema({ name: 'QueryResult', description: 'Chunks, best first.' } as ApiSchemaOptions)
export class QueryResultDto {
  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/QueryResultItem' } } as ApiPropertyOptions)
  @Is(list(object(() => QueryResultItemDto)))
  result!: Array<QueryResultItemDto>;

  @ApiProperty({
    type: 'string',
    description:
      '`lexical`: by words alone. `hybrid`: by words and meaning, in a project with embeddings whose model answered. Scores\nof both are in [0, 1], and 0 means that nothing is in common.\n',
    enum: ['lexical', 'hybrid'],
  } as ApiPropertyOptions)
  @Is(oneOf(['lexical', 'hybrid']))
  mode!: 'lexical' | 'hybrid';

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/Adjustment' },
    description: 'What could not be carried out as it was asked for.',
  } as ApiPropertyOptions)
  @Is(list(object(() => AdjustmentDto)))
  adjustments!: Array<AdjustmentDto>;
}

/** One chunk. */
@ApiSchema({ name: 'QueryResultItem', description: 'One chunk.' } as ApiSchemaOptions)
export class QueryResultItemDto {
  @ApiProperty({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  id!: string;

  @ApiProperty({ type: 'integer' } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  version!: number;

  @ApiProperty({
    type: 'number',
    minimum: 0,
    maximum: 1,
    description: 'See `min_score` at `generate`.',
  } as ApiPropertyOptions)
  @Is(number({ minimum: 0, maximum: 1 }))
  score!: number;

  @ApiPropertyOptional({
    type: 'number',
    minimum: 0,
    maximum: 1,
    description: 'The score by words alone.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0, maximum: 1 }))
  score_lexical?: number;

  @ApiPropertyOptional({
    type: 'number',
    minimum: 0,
    maximum: 1,
    description: 'How near it is in meaning. Absent when that was not compared.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0, maximum: 1 }))
  score_vector?: number;

  @ApiPropertyOptional({
    type: 'number',
    minimum: 0,
    maximum: 1,
    description: 'What the reranking model gave it: by this the chunks are in order. Absent when none was asked.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0, maximum: 1 }))
  score_reranking?: number;

  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/QueryResultPayload' }] } as ApiPropertyOptions)
  @Is(object(() => QueryResultPayloadDto))
  payload!: QueryResultPayloadDto;

  @ApiProperty({ type: 'object', description: 'Always null: vectors are not sent.', anyOf: [{}] } as ApiPropertyOptions)
  @Is(anything())
  vector!: unknown;
}

/** A chunk's text and what is known about it. */
@ApiSchema({
  name: 'QueryResultPayload',
  description: "A chunk's text and what is known about it.",
} as ApiSchemaOptions)
export class QueryResultPayloadDto {
  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  page_content!: string;

  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/Place' }] } as ApiPropertyOptions)
  @Is(object(() => PlaceDto))
  place!: PlaceDto;

  @ApiProperty({ type: 'object', additionalProperties: true } as ApiPropertyOptions)
  @Is(map())
  metadata!: { [key: string]: unknown };
}

/** The settings to change. */
@ApiSchema({
  name: 'UpdateProjectRequest',
  description: 'The settings to change.',
  'x-forgiving': true,
} as ApiSchemaOptions)
export class UpdateProjectRequestDto {
  @ApiPropertyOptional({
    type: 'string',
    description:
      'Who is to embed the documents from now on. Those that are there are embedded anew in the background while the old vectors serve; `info` shows how far it is.',
    examples: ['mistral'],
    enum: ['openai', 'cohere', 'google', 'mistral', 'jina'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['openai', 'cohere', 'google', 'mistral', 'jina']))
  embeddings_provider?: 'openai' | 'cohere' | 'google' | 'mistral' | 'jina';

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'Wished-for OCR.',
    examples: ['amazon'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  ocr_provider?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'Wished-for transcription.',
    examples: ['openai'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  speech_to_text_provider?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'The provider that `ask_llm` asks when nothing else is said.',
    examples: ['openai'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  llm_provider?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'The model that `ask_llm` asks when nothing else is said.',
    examples: ['gpt-4o-mini'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  llm_model?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 10000,
    description: 'Most characters in a chunk of documents added from now on.',
    examples: [1200],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(number({ integer: true, minimum: 1, maximum: 10000 }), nothing()))
  chunk_size?: number | null;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string' },
    description: 'Texts at which documents added from now on are cut.',
    examples: [['\n\n', '\n']],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(list(text()), nothing()))
  chunk_separators?: Array<string> | null;
}

/** A project's settings, and what of the change was carried out differently. */
@ApiSchema({
  name: 'ProjectSettings',
  description: "A project's settings, and what of the change was carried out differently.",
} as ApiSchemaOptions)
export class ProjectSettingsDto {
  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  embeddings_provider!: string;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  ocr_provider!: string;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  speech_to_text_provider!: string;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  llm_provider!: string;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  llm_model!: string;

  @ApiProperty({ type: 'integer', nullable: true } as ApiPropertyOptions)
  @Is(either(number({ integer: true }), nothing()))
  chunk_size!: number | null;

  @ApiProperty({ type: 'array', items: { type: 'string' }, nullable: true } as ApiPropertyOptions)
  @Is(either(list(text()), nothing()))
  chunk_separators!: Array<string> | null;

  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/Adjustment' } } as ApiPropertyOptions)
  @Is(list(object(() => AdjustmentDto)))
  adjustments!: Array<AdjustmentDto>;
}

/** A project's bot profile. */
@ApiSchema({ name: 'BotPrompt', description: "A project's bot profile." } as ApiSchemaOptions)
export class BotPromptDto {
  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  name!: string;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  model!: string;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  text!: string;

  @ApiProperty({ type: 'object', additionalProperties: true } as ApiPropertyOptions)
  @Is(map())
  params!: { [key: string]: unknown };

  @ApiProperty({ type: 'string', nullable: true } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  system_prompt!: string | null;

  @ApiProperty({ type: 'array', items: { type: 'string' } } as ApiPropertyOptions)
  @Is(list(text()))
  file_urls!: Array<string>;

  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/Adjustment' } } as ApiPropertyOptions)
  @Is(list(object(() => AdjustmentDto)))
  adjustments!: Array<AdjustmentDto>;
}

/** Which chunks, and how many of them. */
@ApiSchema({
  name: 'ListChunksRequest',
  description: 'Which chunks, and how many of them.',
  'x-forgiving': true,
} as ApiSchemaOptions)
export class ListChunksRequestDto {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    default: {},
    description: 'Only chunks of documents whose metadata is like this: the grammar described at `generate`.',
    examples: [{ department: 'support' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  filter_documents?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: 10,
    description: 'How many chunks; at most 10,000 ids, or 500 with payload, are returned.',
    examples: [100],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  limit?: number;

  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Also send texts and metadata.',
    examples: [true],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  with_payload?: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    default: 0,
    description: 'How many chunks to pass over. `cursor` is faster.',
    examples: [0],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 0 }))
  offset?: number;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    description: 'The last chunk that you have.',
    examples: ['0198c0de-6b21-7f00-8a41-5f6e7d8c9b0a'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  cursor?: string;
}

/** Chunks, oldest first. */
@ApiSchema({ name: 'ChunkList', description: 'Chunks, oldest first.' } as ApiSchemaOptions)
export class ChunkListDto {
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid' } } as ApiPropertyOptions)
  @Is(list(text({ format: 'uuid' })))
  chunks_ids!: Array<string>;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/ListedChunk' },
    description: 'Only with `with_payload`.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => ListedChunkDto)))
  chunks?: Array<ListedChunkDto>;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: 'Send it as `cursor` to go on; null when these were the last.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text({ format: 'uuid' }), nothing()))
  next_cursor!: string | null;

  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/Adjustment' } } as ApiPropertyOptions)
  @Is(list(object(() => AdjustmentDto)))
  adjustments!: Array<AdjustmentDto>;
}

/** A chunk with its text. */
@ApiSchema({ name: 'ListedChunk', description: 'A chunk with its text.' } as ApiSchemaOptions)
export class ListedChunkDto {
  @ApiProperty({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  id!: string;

  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/QueryResultPayload' }] } as ApiPropertyOptions)
  @Is(object(() => QueryResultPayloadDto))
  payload!: QueryResultPayloadDto;
}

/** Which chunks to delete; may be left out when the query names them. */
@ApiSchema({
  name: 'DeleteChunksRequest',
  description: 'Which chunks to delete; may be left out when the query names them.',
  'x-forgiving': true,
} as ApiSchemaOptions)
export class DeleteChunksRequestDto {
  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    description: 'One chunk.',
    examples: ['0198c0de-6b21-7f00-8a41-5f6e7d8c9b0a'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  id?: string;

  @ApiPropertyOptional({
    type: 'array',
    maxItems: 1000,
    items: { type: 'string', format: 'uuid' },
    description: 'Several chunks.',
    examples: [['0198c0de-6b21-7f00-8a41-5f6e7d8c9b0a']],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(text({ format: 'uuid' }), { maxItems: 1000 }))
  ids?: Array<string>;
}

/** What was deleted. */
@ApiSchema({ name: 'DeletedChunks', description: 'What was deleted.' } as ApiSchemaOptions)
export class DeletedChunksDto {
  @ApiProperty({ type: 'string', enum: ['Done!'] } as ApiPropertyOptions)
  @Is(oneOf(['Done!']))
  result!: 'Done!';

  @ApiProperty({ type: 'integer', minimum: 0, description: 'How many chunks this call deleted.' } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  deleted!: number;
}

/** One question and who is to answer it. */
@ApiSchema({
  name: 'AskLlmRequest',
  description: 'One question and who is to answer it.',
  'x-forgiving': true,
} as ApiSchemaOptions)
export class AskLlmRequestDto {
  @ApiProperty({
    type: 'string',
    minLength: 1,
    description: 'The question.',
    examples: ['When are you open on Sundays?'],
  } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  query!: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'The provider to ask; it needs `llm_model`, unless the project has a model of this provider.',
    examples: ['local'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  llm_provider?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'The model to ask, with or without its provider.',
    examples: ['local/extractive'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  llm_model?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: 3,
    description: 'How many chunks; at most 1000 are used.',
    examples: [3],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  k?: number;

  @ApiPropertyOptional({
    type: 'array',
    default: [],
    items: { type: 'object', additionalProperties: true },
    description:
      'What was said before, oldest first: `{user, assistant}` for a turn, or `{role, content}` for a message.',
    examples: [
      [{ user: 'Are you open on Sundays?', assistant: 'Yes.' }],
      [
        { role: 'user', content: 'Are you open?' },
        { role: 'assistant', message: 'Yes.' },
      ],
    ],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(map()))
  history?: Array<{ [key: string]: unknown }>;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'A system message.',
    examples: ['Answer in one sentence.'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  chatbot_global_action?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    default: {},
    description: 'Only chunks of documents whose metadata is like this: the grammar described at `generate`.',
    examples: [{ department: 'support' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map())
  filter_documents?: { [key: string]: unknown };

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    default: 0,
    description: 'Least score of a chunk, with the meaning described at `generate`.',
    examples: [0.3],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number())
  min_score?: number;

  @ApiPropertyOptional({
    type: 'number',
    format: 'double',
    minimum: 0,
    maximum: 2,
    default: 0,
    description: 'Sampling temperature.',
    examples: [0],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ minimum: 0, maximum: 2 }))
  temperature?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: 1024,
    description: 'Most tokens of the answer.',
    examples: [1024],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  max_tokens?: number;

  @ApiPropertyOptional({ type: 'string', format: 'uuid', description: 'As in `generate`.' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  conversation_id?: string;

  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description:
      'Have a reranking model judge the `k` chunks again and keep the best `top_n`; see `retrieval.use_reranking` at `generate`.',
    examples: [true],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  use_reranking?: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 1000,
    default: 3,
    description: 'How many chunks reranking keeps.',
    examples: [3],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1, maximum: 1000 }))
  top_n?: number;

  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'Refuse this request rather than change it; see the header `x-groundwire-strict`.',
    examples: [false],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  strict?: boolean;
}

/** An answer's text, and what `generate` says beside it. */
@ApiSchema({
  name: 'LlmAnswer',
  description: "An answer's text, and what `generate` says beside it.",
} as ApiSchemaOptions)
export class LlmAnswerDto {
  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  result!: string;

  @ApiProperty({ type: 'string', description: 'Who answered.' } as ApiPropertyOptions)
  @Is(text())
  llm_provider!: string;

  @ApiProperty({ type: 'string', description: 'The model, as its provider names it.' } as ApiPropertyOptions)
  @Is(text())
  llm_model!: string;

  @ApiPropertyOptional({
    type: 'string',
    description: 'Why the answer ended.',
    enum: ['stop', 'length', 'tool_calls', 'content_filter', 'function_call'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['stop', 'length', 'tool_calls', 'content_filter', 'function_call']))
  finish_reason?: 'stop' | 'length' | 'tool_calls' | 'content_filter' | 'function_call';

  @ApiPropertyOptional({ type: 'object', allOf: [{ $ref: '#/components/schemas/Usage' }] } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => UsageDto))
  usage?: UsageDto;

  @ApiPropertyOptional({
    type: 'number',
    description: 'US dollars; null when the price is not known.',
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(number(), nothing()))
  cost?: number | null;

  @ApiPropertyOptional({ type: 'array', items: { $ref: '#/components/schemas/Source' } } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => SourceDto)))
  sources?: Array<SourceDto>;

  @ApiPropertyOptional({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/RetrievalReport' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => RetrievalReportDto))
  retrieval?: RetrievalReportDto;

  @ApiPropertyOptional({ type: 'array', items: { $ref: '#/components/schemas/Adjustment' } } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => AdjustmentDto)))
  adjustments?: Array<AdjustmentDto>;

  @ApiPropertyOptional({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  conversation_id?: string;
}

/** Chunks as the former vendor's published description has them. */
@ApiSchema({
  name: 'PublishedChunks',
  description: "Chunks as the former vendor's published description has them.",
} as ApiSchemaOptions)
export class PublishedChunksDto {
  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/PublishedChunk' } } as ApiPropertyOptions)
  @Is(list(object(() => PublishedChunkDto)))
  result!: Array<PublishedChunkDto>;
}

/** One chunk, with a score in hundredths. */
@ApiSchema({ name: 'PublishedChunk', description: 'One chunk, with a score in hundredths.' } as ApiSchemaOptions)
export class PublishedChunkDto {
  @ApiProperty({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  id!: string;

  @ApiProperty({ type: 'integer' } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  version!: number;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100 } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0, maximum: 100 }))
  score!: number;

  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/QueryResultPayload' }] } as ApiPropertyOptions)
  @Is(object(() => QueryResultPayloadDto))
  payload!: QueryResultPayloadDto;

  @ApiProperty({ type: 'object', description: 'Always null.', anyOf: [{}] } as ApiPropertyOptions)
  @Is(anything())
  vector!: unknown;
}

/** A passage and its place. */
@ApiSchema({ name: 'Chunk', description: 'A passage and its place.' } as ApiSchemaOptions)
export class ChunkDto {
  @ApiProperty({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  id!: string;

  @ApiProperty({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  document!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Number of the chunk in its document, from 0.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  position!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'First UTF-16 code unit in the document.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  start_offset!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'One past the last UTF-16 code unit.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  end_offset!: number;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  text!: string;

  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/Place' }] } as ApiPropertyOptions)
  @Is(object(() => PlaceDto))
  place!: PlaceDto;

  @ApiProperty({ type: 'object', additionalProperties: true } as ApiPropertyOptions)
  @Is(map())
  metadata!: { [key: string]: unknown };
}

/** What is to be known of a conversation. */
@ApiSchema({
  name: 'ConversationRequest',
  description: 'What is to be known of a conversation.',
  'x-forgiving': true,
} as ApiSchemaOptions)
export class ConversationRequestDto {
  @ApiPropertyOptional({
    type: 'string',
    maxLength: 255,
    description: 'What people call it.',
    examples: ['Opening hours'],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ maxLength: 255 }), nothing()))
  name?: string | null;
}

/** A conversation to begin, or to go on with here. */
@ApiSchema({
  name: 'NewConversation',
  description: 'A conversation to begin, or to go on with here.',
  'x-forgiving': true,
} as ApiSchemaOptions)
export class NewConversationDto {
  @ApiPropertyOptional({
    type: 'string',
    maxLength: 255,
    description: 'What people call it.',
    examples: ['Opening hours'],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ maxLength: 255 }), nothing()))
  name?: string | null;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    description: 'The id that clients know it by; one that exists already is refused. A new one when not given.',
    examples: ['0198c0de-7000-7abc-8def-0123456789ab'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  id?: string;

  @ApiPropertyOptional({
    type: 'array',
    maxItems: 10000,
    items: { $ref: '#/components/schemas/PastMessage' },
    description: 'What was said before, oldest first. Such turns have the provider `imported` and the model `unknown`.',
    examples: [[{ user_text: 'When are you open?', assistant_text: 'From 9 to 17.' }]],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(
    list(
      object(() => PastMessageDto),
      { maxItems: 10000 },
    ),
  )
  messages?: Array<PastMessageDto>;
}

/** A question and its answer. */
@ApiSchema({ name: 'PastMessage', description: 'A question and its answer.' } as ApiSchemaOptions)
export class PastMessageDto {
  @ApiProperty({
    type: 'string',
    description: 'What the user said.',
    examples: ['When are you open?'],
  } as ApiPropertyOptions)
  @Is(text())
  user_text!: string;

  @ApiPropertyOptional({
    type: 'string',
    description: 'The answer; null when there was none, and the turn then counts as `failed`.',
    examples: ['From 9 to 17.'],
    nullable: true,
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text(), nothing()))
  assistant_text?: string | null;
}

/** A chat over a project, without its messages. */
@ApiSchema({ name: 'Conversation', description: 'A chat over a project, without its messages.' } as ApiSchemaOptions)
export class ConversationDto {
  @ApiProperty({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  id!: string;

  @ApiProperty({ type: 'string', nullable: true } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  name!: string | null;

  @ApiProperty({ type: 'string', format: 'date-time' } as ApiPropertyOptions)
  @Is(text({ format: 'date-time' }))
  created_at!: string;
}

/** A chat over a project. */
@ApiSchema({ name: 'ConversationDetail', description: 'A chat over a project.' } as ApiSchemaOptions)
export class ConversationDetailDto {
  @ApiProperty({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  id!: string;

  @ApiProperty({ type: 'string', nullable: true } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  name!: string | null;

  @ApiProperty({ type: 'string', format: 'date-time' } as ApiPropertyOptions)
  @Is(text({ format: 'date-time' }))
  created_at!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'All that the conversation has; `messages` may be a page of them.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  message_count!: number;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/ConversationMessage' },
    description: 'In the order in which their answers ended.',
  } as ApiPropertyOptions)
  @Is(list(object(() => ConversationMessageDto)))
  messages!: Array<ConversationMessageDto>;
}

/** One turn, a question and its answer. */
@ApiSchema({ name: 'ConversationMessage', description: 'One turn, a question and its answer.' } as ApiSchemaOptions)
export class ConversationMessageDto {
  @ApiProperty({
    type: 'string',
    description: 'What the user said; empty when the turn brought tool results alone.',
  } as ApiPropertyOptions)
  @Is(text())
  user_text!: string;

  @ApiProperty({
    type: 'string',
    description: 'The answer, as far as it went; null when it has no text.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  assistant_text!: string | null;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    description: 'Its number in the conversation, without gaps.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 1 }))
  turn!: number;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'When the answer ended.' } as ApiPropertyOptions)
  @Is(text({ format: 'date-time' }))
  created_at!: string;

  @ApiProperty({
    type: 'string',
    description: '`aborted`: the caller left before the end, or the server stopped; `failed`: the provider broke off.',
    enum: ['complete', 'aborted', 'failed'],
  } as ApiPropertyOptions)
  @Is(oneOf(['complete', 'aborted', 'failed']))
  status!: 'complete' | 'aborted' | 'failed';

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  provider!: string;

  @ApiProperty({ type: 'string', description: 'The model as its provider names it.' } as ApiPropertyOptions)
  @Is(text())
  model!: string;

  @ApiProperty({ type: 'string', description: 'The `x-request-id` of the call.', nullable: true } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  request_id!: string | null;

  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/ToolCall' } } as ApiPropertyOptions)
  @Is(list(object(() => ToolCallDto)))
  tool_calls!: Array<ToolCallDto>;

  @ApiPropertyOptional({ type: 'string', description: 'What the model thought, where it told.' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  reasoning_content?: string;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/Annotation' },
    description: 'Which spans of `assistant_text` rest on which passage.',
  } as ApiPropertyOptions)
  @Is(list(object(() => AnnotationDto)))
  annotations!: Array<AnnotationDto>;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/ConversationSource' },
    description: 'The passages that the model was given, best first.',
  } as ApiPropertyOptions)
  @Is(list(object(() => ConversationSourceDto)))
  sources!: Array<ConversationSourceDto>;
}

/** A passage behind an answer, without its text, which is deleted with its document. */
@ApiSchema({
  name: 'ConversationSource',
  description: 'A passage behind an answer, without its text, which is deleted with its document.',
} as ApiSchemaOptions)
export class ConversationSourceDto {
  @ApiProperty({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  id!: string;

  @ApiProperty({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  document!: string;

  @ApiProperty({ type: 'string', nullable: true } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  title!: string | null;

  @ApiProperty({ type: 'number' } as ApiPropertyOptions)
  @Is(number())
  score!: number;
}

/** One request and how it went. No prompt and no answer. `usage` is null when nobody counted. */
@ApiSchema({
  name: 'RequestRecord',
  description: 'One request and how it went. No prompt and no answer. `usage` is null when nobody counted.',
} as ApiSchemaOptions)
export class RequestRecordDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: 'The `x-request-id` of its answer.',
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  id!: string;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'When it came.' } as ApiPropertyOptions)
  @Is(text({ format: 'date-time' }))
  created_at!: string;

  @ApiProperty({
    type: 'string',
    description: 'What was called, by its operationId.',
    enum: ['generate', 'createProjectChatCompletion', 'createChatCompletion', 'askLlm', 'queryProject'],
  } as ApiPropertyOptions)
  @Is(oneOf(['generate', 'createProjectChatCompletion', 'createChatCompletion', 'askLlm', 'queryProject']))
  operation!: 'generate' | 'createProjectChatCompletion' | 'createChatCompletion' | 'askLlm' | 'queryProject';

  @ApiProperty({
    type: 'integer',
    minimum: 100,
    maximum: 599,
    description:
      'The HTTP status. A stream that failed later has 200 and an `error`. 499: the caller left before there was a status.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 100, maximum: 599 }))
  status!: number;

  @ApiProperty({ type: 'boolean', description: 'Whether a stream was asked for.' } as ApiPropertyOptions)
  @Is(boolean())
  stream!: boolean;

  @ApiProperty({
    type: 'boolean',
    description: 'The connection was gone before all of the answer was sent.',
  } as ApiPropertyOptions)
  @Is(boolean())
  aborted!: boolean;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: "Milliseconds from the request's arrival to the end of its answer.",
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  latency_ms!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description:
      "Milliseconds from the request's arrival to the first token of a stream; null for an answer that came whole.",
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(number({ integer: true, minimum: 0 }), nothing()))
  time_to_first_token_ms!: number | null;

  @ApiProperty({
    type: 'string',
    description: 'As the caller sent it, 500 characters at most.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  user_agent!: string | null;

  @ApiProperty({
    type: 'string',
    description: 'As the request names it; for `askLlm` the one that was chosen.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  model!: string | null;

  @ApiProperty({
    type: 'string',
    description: 'Who answered, or failed last; null when nobody was asked.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  provider!: string | null;

  @ApiProperty({
    type: 'string',
    description: "That provider's name of the model.",
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  model_used!: string | null;

  @ApiProperty({
    type: 'string',
    description: 'How the answer itself names its model, which may be a dated version.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  model_reported!: string | null;

  @ApiProperty({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/Usage' }],
    nullable: true,
  } as ApiPropertyOptions)
  @Is(
    either(
      object(() => UsageDto),
      nothing(),
    ),
  )
  usage!: UsageDto | null;

  @ApiProperty({
    type: 'number',
    description: 'US dollars, exactly; null when a price that it needs is not known.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(number(), nothing()))
  cost!: number | null;

  @ApiProperty({
    type: 'boolean',
    description: 'The answer ended before its provider had counted: `usage` and `cost` are estimates.',
  } as ApiPropertyOptions)
  @Is(boolean())
  estimated!: boolean;

  @ApiProperty({
    type: 'string',
    description: 'Why the first choice ended; null when it did not.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  finish_reason!: string | null;

  @ApiProperty({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/RequestFailure' }],
    nullable: true,
  } as ApiPropertyOptions)
  @Is(
    either(
      object(() => RequestFailureDto),
      nothing(),
    ),
  )
  error!: RequestFailureDto | null;

  @ApiProperty({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/RequestRetrieval' }],
    nullable: true,
  } as ApiPropertyOptions)
  @Is(
    either(
      object(() => RequestRetrievalDto),
      nothing(),
    ),
  )
  retrieval!: RequestRetrievalDto | null;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/Adjustment' },
    description:
      'As in the answer, but of `from` and `to` only numbers and booleans are kept: others may hold what was said. 100 at most.',
  } as ApiPropertyOptions)
  @Is(list(object(() => AdjustmentDto)))
  adjustments!: Array<AdjustmentDto>;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/Attempt' },
    description: 'Who was asked, in order. Empty when the request named no fallbacks.',
  } as ApiPropertyOptions)
  @Is(list(object(() => AttemptDto)))
  attempts!: Array<AttemptDto>;

  @ApiProperty({
    type: 'string',
    description: "The request's `user`, 500 characters at most.",
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  user!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: "The request's `metadata` as a map, also where it came as a list; 64 keys at most.",
  } as ApiPropertyOptions)
  @Is(map(text()))
  metadata!: { [key: string]: string };

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true } as ApiPropertyOptions)
  @Is(either(text({ format: 'uuid' }), nothing()))
  conversation_id!: string | null;
}

/** Why a request failed; null when it did not. That the caller left is no failure. */
@ApiSchema({
  name: 'RequestFailure',
  description: 'Why a request failed; null when it did not. That the caller left is no failure.',
} as ApiSchemaOptions)
export class RequestFailureDto {
  @ApiProperty({
    type: 'string',
    description: 'What went wrong, for programs.',
    enum: [
      'invalid_request_error',
      'unsupported_parameter',
      'authentication_error',
      'not_found',
      'model_not_found',
      'no_evidence',
      'request_too_large',
      'unsupported_media_type',
      'request_timeout',
      'idempotency_conflict',
      'idempotency_key_reused',
      'rate_limit_exceeded',
      'insufficient_quota',
      'price_unknown',
      'upstream_rejected_request',
      'upstream_error',
      'upstream_rate_limited',
      'upstream_unavailable',
      'upstream_timeout',
      'upstream_invalid_response',
      'server_shutting_down',
      'service_unavailable',
      'internal_error',
    ],
  } as ApiPropertyOptions)
  @Is(
    oneOf([
      'invalid_request_error',
      'unsupported_parameter',
      'authentication_error',
      'not_found',
      'model_not_found',
      'no_evidence',
      'request_too_large',
      'unsupported_media_type',
      'request_timeout',
      'idempotency_conflict',
      'idempotency_key_reused',
      'rate_limit_exceeded',
      'insufficient_quota',
      'price_unknown',
      'upstream_rejected_request',
      'upstream_error',
      'upstream_rate_limited',
      'upstream_unavailable',
      'upstream_timeout',
      'upstream_invalid_response',
      'server_shutting_down',
      'service_unavailable',
      'internal_error',
    ]),
  )
  type!:
    | 'invalid_request_error'
    | 'unsupported_parameter'
    | 'authentication_error'
    | 'not_found'
    | 'model_not_found'
    | 'no_evidence'
    | 'request_too_large'
    | 'unsupported_media_type'
    | 'request_timeout'
    | 'idempotency_conflict'
    | 'idempotency_key_reused'
    | 'rate_limit_exceeded'
    | 'insufficient_quota'
    | 'price_unknown'
    | 'upstream_rejected_request'
    | 'upstream_error'
    | 'upstream_rate_limited'
    | 'upstream_unavailable'
    | 'upstream_timeout'
    | 'upstream_invalid_response'
    | 'server_shutting_down'
    | 'service_unavailable'
    | 'internal_error';

  @ApiProperty({
    type: 'string',
    description: 'The field at fault, where there is one.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  param!: string | null;
}

/** What was found for a request; null when it failed before anything was looked for. */
@ApiSchema({
  name: 'RequestRetrieval',
  description: 'What was found for a request; null when it failed before anything was looked for.',
} as ApiSchemaOptions)
export class RequestRetrievalDto {
  @ApiProperty({
    type: 'string',
    description: "As in the answer's `retrieval`.",
    enum: ['grounded', 'partial', 'none'],
  } as ApiPropertyOptions)
  @Is(oneOf(['grounded', 'partial', 'none']))
  status!: 'grounded' | 'partial' | 'none';

  @ApiProperty({ type: 'integer', description: 'How many passages were wanted.' } as ApiPropertyOptions)
  @Is(number({ integer: true }))
  k!: number;
}

/** Records, newest first. */
@ApiSchema({ name: 'RequestList', description: 'Records, newest first.' } as ApiSchemaOptions)
export class RequestListDto {
  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/RequestRecord' } } as ApiPropertyOptions)
  @Is(list(object(() => RequestRecordDto)))
  requests!: Array<RequestRecordDto>;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: 'Send it as `cursor` to go on; null when these were the last.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text({ format: 'uuid' }), nothing()))
  next_cursor!: string | null;
}

/** One request, with what was said in it where that is kept. */
@ApiSchema({
  name: 'RequestDetail',
  description: 'One request, with what was said in it where that is kept.',
} as ApiSchemaOptions)
export class RequestDetailDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: 'The `x-request-id` of its answer.',
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  id!: string;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'When it came.' } as ApiPropertyOptions)
  @Is(text({ format: 'date-time' }))
  created_at!: string;

  @ApiProperty({
    type: 'string',
    description: 'What was called, by its operationId.',
    enum: ['generate', 'createProjectChatCompletion', 'createChatCompletion', 'askLlm', 'queryProject'],
  } as ApiPropertyOptions)
  @Is(oneOf(['generate', 'createProjectChatCompletion', 'createChatCompletion', 'askLlm', 'queryProject']))
  operation!: 'generate' | 'createProjectChatCompletion' | 'createChatCompletion' | 'askLlm' | 'queryProject';

  @ApiProperty({
    type: 'integer',
    minimum: 100,
    maximum: 599,
    description:
      'The HTTP status. A stream that failed later has 200 and an `error`. 499: the caller left before there was a status.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 100, maximum: 599 }))
  status!: number;

  @ApiProperty({ type: 'boolean', description: 'Whether a stream was asked for.' } as ApiPropertyOptions)
  @Is(boolean())
  stream!: boolean;

  @ApiProperty({
    type: 'boolean',
    description: 'The connection was gone before all of the answer was sent.',
  } as ApiPropertyOptions)
  @Is(boolean())
  aborted!: boolean;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: "Milliseconds from the request's arrival to the end of its answer.",
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  latency_ms!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description:
      "Milliseconds from the request's arrival to the first token of a stream; null for an answer that came whole.",
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(number({ integer: true, minimum: 0 }), nothing()))
  time_to_first_token_ms!: number | null;

  @ApiProperty({
    type: 'string',
    description: 'As the caller sent it, 500 characters at most.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  user_agent!: string | null;

  @ApiProperty({
    type: 'string',
    description: 'As the request names it; for `askLlm` the one that was chosen.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  model!: string | null;

  @ApiProperty({
    type: 'string',
    description: 'Who answered, or failed last; null when nobody was asked.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  provider!: string | null;

  @ApiProperty({
    type: 'string',
    description: "That provider's name of the model.",
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  model_used!: string | null;

  @ApiProperty({
    type: 'string',
    description: 'How the answer itself names its model, which may be a dated version.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  model_reported!: string | null;

  @ApiProperty({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/Usage' }],
    nullable: true,
  } as ApiPropertyOptions)
  @Is(
    either(
      object(() => UsageDto),
      nothing(),
    ),
  )
  usage!: UsageDto | null;

  @ApiProperty({
    type: 'number',
    description: 'US dollars, exactly; null when a price that it needs is not known.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(number(), nothing()))
  cost!: number | null;

  @ApiProperty({
    type: 'boolean',
    description: 'The answer ended before its provider had counted: `usage` and `cost` are estimates.',
  } as ApiPropertyOptions)
  @Is(boolean())
  estimated!: boolean;

  @ApiProperty({
    type: 'string',
    description: 'Why the first choice ended; null when it did not.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  finish_reason!: string | null;

  @ApiProperty({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/RequestFailure' }],
    nullable: true,
  } as ApiPropertyOptions)
  @Is(
    either(
      object(() => RequestFailureDto),
      nothing(),
    ),
  )
  error!: RequestFailureDto | null;

  @ApiProperty({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/RequestRetrieval' }],
    nullable: true,
  } as ApiPropertyOptions)
  @Is(
    either(
      object(() => RequestRetrievalDto),
      nothing(),
    ),
  )
  retrieval!: RequestRetrievalDto | null;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/Adjustment' },
    description:
      'As in the answer, but of `from` and `to` only numbers and booleans are kept: others may hold what was said. 100 at most.',
  } as ApiPropertyOptions)
  @Is(list(object(() => AdjustmentDto)))
  adjustments!: Array<AdjustmentDto>;

  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/Attempt' },
    description: 'Who was asked, in order. Empty when the request named no fallbacks.',
  } as ApiPropertyOptions)
  @Is(list(object(() => AttemptDto)))
  attempts!: Array<AttemptDto>;

  @ApiProperty({
    type: 'string',
    description: "The request's `user`, 500 characters at most.",
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  user!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: "The request's `metadata` as a map, also where it came as a list; 64 keys at most.",
  } as ApiPropertyOptions)
  @Is(map(text()))
  metadata!: { [key: string]: string };

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true } as ApiPropertyOptions)
  @Is(either(text({ format: 'uuid' }), nothing()))
  conversation_id!: string | null;

  @ApiProperty({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/RequestContent' }],
    nullable: true,
  } as ApiPropertyOptions)
  @Is(
    either(
      object(() => RequestContentDto),
      nothing(),
    ),
  )
  content!: RequestContentDto | null;
}

/** What was said, in texts only; null unless the server was told to keep it (`REQUEST_LOG_CONTENT`) when the request came. */
@ApiSchema({
  name: 'RequestContent',
  description:
    'What was said, in texts only; null unless the server was told to keep it (`REQUEST_LOG_CONTENT`) when the request came.',
} as ApiSchemaOptions)
export class RequestContentDto {
  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/RequestMessage' },
    description: 'Of the request itself, the last ones when they are too long together.',
  } as ApiPropertyOptions)
  @Is(list(object(() => RequestMessageDto)))
  messages!: Array<RequestMessageDto>;

  @ApiProperty({
    type: 'string',
    description: 'What the first choice said, as far as it came.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  answer!: string | null;

  @ApiProperty({
    type: 'boolean',
    description: 'Something was cut off to keep the record small.',
  } as ApiPropertyOptions)
  @Is(boolean())
  truncated!: boolean;
}

/** A message of the request. */
@ApiSchema({ name: 'RequestMessage', description: 'A message of the request.' } as ApiSchemaOptions)
export class RequestMessageDto {
  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  role!: string;

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  text!: string;
}

/** Sums over the recorded requests. */
@ApiSchema({ name: 'UsageReport', description: 'Sums over the recorded requests.' } as ApiSchemaOptions)
export class UsageReportDto {
  @ApiProperty({
    type: 'array',
    items: { $ref: '#/components/schemas/DailyUsage' },
    description: 'One for each day and model that has any, newest day first.',
  } as ApiPropertyOptions)
  @Is(list(object(() => DailyUsageDto)))
  days!: Array<DailyUsageDto>;

  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/UsageSums' }] } as ApiPropertyOptions)
  @Is(object(() => UsageSumsDto))
  totals!: UsageSumsDto;
}

/** A day of one model. */
@ApiSchema({ name: 'DailyUsage', description: 'A day of one model.' } as ApiSchemaOptions)
export class DailyUsageDto {
  @ApiProperty({ type: 'integer', minimum: 0 } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  requests!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Those that have an `error`.' } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  failed!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Those whose caller left before all of the answer was sent.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  aborted!: number;

  @ApiProperty({ type: 'integer', minimum: 0 } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  prompt_tokens!: number;

  @ApiProperty({ type: 'integer', minimum: 0 } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  completion_tokens!: number;

  @ApiProperty({ type: 'integer', minimum: 0 } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  total_tokens!: number;

  @ApiProperty({
    type: 'string',
    description: 'US dollars, a decimal of as many digits as it takes: as a number, a large sum could lose some.',
    examples: ['12.0042375'],
  } as ApiPropertyOptions)
  @Is(text())
  cost!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'How many of the requests have a `cost` that is not known; they are not in the sum.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  cost_unknown!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'How many have estimates for tokens and cost; they are in the sums.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  estimated!: number;

  @ApiProperty({
    type: 'string',
    description: 'The day in UTC, as YYYY-MM-DD.',
    examples: ['2026-11-26'],
  } as ApiPropertyOptions)
  @Is(text())
  day!: string;

  @ApiProperty({
    type: 'string',
    description: 'Null for requests that failed before anybody was asked.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  provider!: string | null;

  @ApiProperty({ type: 'string', description: "The records' `model_used`.", nullable: true } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  model!: string | null;
}

/** What some requests come to. */
@ApiSchema({ name: 'UsageSums', description: 'What some requests come to.' } as ApiSchemaOptions)
export class UsageSumsDto {
  @ApiProperty({ type: 'integer', minimum: 0 } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  requests!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Those that have an `error`.' } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  failed!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Those whose caller left before all of the answer was sent.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  aborted!: number;

  @ApiProperty({ type: 'integer', minimum: 0 } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  prompt_tokens!: number;

  @ApiProperty({ type: 'integer', minimum: 0 } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  completion_tokens!: number;

  @ApiProperty({ type: 'integer', minimum: 0 } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  total_tokens!: number;

  @ApiProperty({
    type: 'string',
    description: 'US dollars, a decimal of as many digits as it takes: as a number, a large sum could lose some.',
    examples: ['12.0042375'],
  } as ApiPropertyOptions)
  @Is(text())
  cost!: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'How many of the requests have a `cost` that is not known; they are not in the sum.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  cost_unknown!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'How many have estimates for tokens and cost; they are in the sums.',
  } as ApiPropertyOptions)
  @Is(number({ integer: true, minimum: 0 }))
  estimated!: number;
}

/** The state of the process. */
@ApiSchema({ name: 'Health', description: 'The state of the process.' } as ApiSchemaOptions)
export class HealthDto {
  @ApiProperty({ type: 'string', enum: ['ok'] } as ApiPropertyOptions)
  @Is(oneOf(['ok']))
  status!: 'ok';
}

/** OpenAI's error object. */
@ApiSchema({ name: 'Error', description: "OpenAI's error object." } as ApiSchemaOptions)
export class ErrorDto {
  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/ErrorDetail' }] } as ApiPropertyOptions)
  @Is(object(() => ErrorDetailDto))
  error!: ErrorDetailDto;
}

/** What went wrong, for people and programs. */
@ApiSchema({ name: 'ErrorDetail', description: 'What went wrong, for people and programs.' } as ApiSchemaOptions)
export class ErrorDetailDto {
  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  message!: string;

  @ApiProperty({
    type: 'string',
    description: 'What went wrong, for programs.',
    enum: [
      'invalid_request_error',
      'unsupported_parameter',
      'authentication_error',
      'not_found',
      'model_not_found',
      'no_evidence',
      'request_too_large',
      'unsupported_media_type',
      'request_timeout',
      'idempotency_conflict',
      'idempotency_key_reused',
      'rate_limit_exceeded',
      'insufficient_quota',
      'price_unknown',
      'upstream_rejected_request',
      'upstream_error',
      'upstream_rate_limited',
      'upstream_unavailable',
      'upstream_timeout',
      'upstream_invalid_response',
      'server_shutting_down',
      'service_unavailable',
      'internal_error',
    ],
  } as ApiPropertyOptions)
  @Is(
    oneOf([
      'invalid_request_error',
      'unsupported_parameter',
      'authentication_error',
      'not_found',
      'model_not_found',
      'no_evidence',
      'request_too_large',
      'unsupported_media_type',
      'request_timeout',
      'idempotency_conflict',
      'idempotency_key_reused',
      'rate_limit_exceeded',
      'insufficient_quota',
      'price_unknown',
      'upstream_rejected_request',
      'upstream_error',
      'upstream_rate_limited',
      'upstream_unavailable',
      'upstream_timeout',
      'upstream_invalid_response',
      'server_shutting_down',
      'service_unavailable',
      'internal_error',
    ]),
  )
  type!:
    | 'invalid_request_error'
    | 'unsupported_parameter'
    | 'authentication_error'
    | 'not_found'
    | 'model_not_found'
    | 'no_evidence'
    | 'request_too_large'
    | 'unsupported_media_type'
    | 'request_timeout'
    | 'idempotency_conflict'
    | 'idempotency_key_reused'
    | 'rate_limit_exceeded'
    | 'insufficient_quota'
    | 'price_unknown'
    | 'upstream_rejected_request'
    | 'upstream_error'
    | 'upstream_rate_limited'
    | 'upstream_unavailable'
    | 'upstream_timeout'
    | 'upstream_invalid_response'
    | 'server_shutting_down'
    | 'service_unavailable'
    | 'internal_error';

  @ApiProperty({
    type: 'string',
    description: 'The field, for example `messages.0.role`.',
    nullable: true,
  } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  param!: string | null;

  @ApiProperty({ type: 'string', nullable: true } as ApiPropertyOptions)
  @Is(either(text(), nothing()))
  code!: string | null;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/Attempt' },
    description:
      "Who was asked, when the request named `fallbacks` and all of them failed; the error is the last one's.",
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => AttemptDto)))
  attempts?: Array<AttemptDto>;
}

/** The last frame of a stream that failed. */
@ApiSchema({ name: 'StreamError', description: 'The last frame of a stream that failed.' } as ApiSchemaOptions)
export class StreamErrorDto {
  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/ErrorDetail' }] } as ApiPropertyOptions)
  @Is(object(() => ErrorDetailDto))
  error!: ErrorDetailDto;
}

/** Which fields are wrong, and why. */
@ApiSchema({ name: 'AskYodaFieldError', description: 'Which fields are wrong, and why.' } as ApiSchemaOptions)
export class AskYodaFieldErrorDto {
  @ApiProperty({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/AskYodaFieldErrorDetail' }],
  } as ApiPropertyOptions)
  @Is(object(() => AskYodaFieldErrorDetailDto))
  error!: AskYodaFieldErrorDetailDto;
}

/** Field paths and their faults. */
@ApiSchema({ name: 'AskYodaFieldErrorDetail', description: 'Field paths and their faults.' } as ApiSchemaOptions)
export class AskYodaFieldErrorDetailDto {
  @ApiProperty({
    type: 'string',
    description: 'What went wrong, for programs.',
    enum: [
      'invalid_request_error',
      'unsupported_parameter',
      'authentication_error',
      'not_found',
      'model_not_found',
      'no_evidence',
      'request_too_large',
      'unsupported_media_type',
      'request_timeout',
      'idempotency_conflict',
      'idempotency_key_reused',
      'rate_limit_exceeded',
      'insufficient_quota',
      'price_unknown',
      'upstream_rejected_request',
      'upstream_error',
      'upstream_rate_limited',
      'upstream_unavailable',
      'upstream_timeout',
      'upstream_invalid_response',
      'server_shutting_down',
      'service_unavailable',
      'internal_error',
    ],
  } as ApiPropertyOptions)
  @Is(
    oneOf([
      'invalid_request_error',
      'unsupported_parameter',
      'authentication_error',
      'not_found',
      'model_not_found',
      'no_evidence',
      'request_too_large',
      'unsupported_media_type',
      'request_timeout',
      'idempotency_conflict',
      'idempotency_key_reused',
      'rate_limit_exceeded',
      'insufficient_quota',
      'price_unknown',
      'upstream_rejected_request',
      'upstream_error',
      'upstream_rate_limited',
      'upstream_unavailable',
      'upstream_timeout',
      'upstream_invalid_response',
      'server_shutting_down',
      'service_unavailable',
      'internal_error',
    ]),
  )
  type!:
    | 'invalid_request_error'
    | 'unsupported_parameter'
    | 'authentication_error'
    | 'not_found'
    | 'model_not_found'
    | 'no_evidence'
    | 'request_too_large'
    | 'unsupported_media_type'
    | 'request_timeout'
    | 'idempotency_conflict'
    | 'idempotency_key_reused'
    | 'rate_limit_exceeded'
    | 'insufficient_quota'
    | 'price_unknown'
    | 'upstream_rejected_request'
    | 'upstream_error'
    | 'upstream_rate_limited'
    | 'upstream_unavailable'
    | 'upstream_timeout'
    | 'upstream_invalid_response'
    | 'server_shutting_down'
    | 'service_unavailable'
    | 'internal_error';

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' } },
    examples: [
      { 'messages.0.role': ['messages.0.role must be one of: system, developer, user, assistant, tool, function'] },
    ],
  } as ApiPropertyOptions)
  @Is(map(list(text())))
  message!: { [key: string]: Array<string> };

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/Attempt' },
    description:
      "Who was asked, when the request named `fallbacks` and all of them failed; the error is the last one's.",
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => AttemptDto)))
  attempts?: Array<AttemptDto>;
}

/** What went wrong. */
@ApiSchema({ name: 'AskYodaError', description: 'What went wrong.' } as ApiSchemaOptions)
export class AskYodaErrorDto {
  @ApiProperty({ type: 'object', allOf: [{ $ref: '#/components/schemas/AskYodaErrorDetail' }] } as ApiPropertyOptions)
  @Is(object(() => AskYodaErrorDetailDto))
  error!: AskYodaErrorDetailDto;
}

/** Kind and text. */
@ApiSchema({ name: 'AskYodaErrorDetail', description: 'Kind and text.' } as ApiSchemaOptions)
export class AskYodaErrorDetailDto {
  @ApiProperty({
    type: 'string',
    description: 'What went wrong, for programs.',
    enum: [
      'invalid_request_error',
      'unsupported_parameter',
      'authentication_error',
      'not_found',
      'model_not_found',
      'no_evidence',
      'request_too_large',
      'unsupported_media_type',
      'request_timeout',
      'idempotency_conflict',
      'idempotency_key_reused',
      'rate_limit_exceeded',
      'insufficient_quota',
      'price_unknown',
      'upstream_rejected_request',
      'upstream_error',
      'upstream_rate_limited',
      'upstream_unavailable',
      'upstream_timeout',
      'upstream_invalid_response',
      'server_shutting_down',
      'service_unavailable',
      'internal_error',
    ],
  } as ApiPropertyOptions)
  @Is(
    oneOf([
      'invalid_request_error',
      'unsupported_parameter',
      'authentication_error',
      'not_found',
      'model_not_found',
      'no_evidence',
      'request_too_large',
      'unsupported_media_type',
      'request_timeout',
      'idempotency_conflict',
      'idempotency_key_reused',
      'rate_limit_exceeded',
      'insufficient_quota',
      'price_unknown',
      'upstream_rejected_request',
      'upstream_error',
      'upstream_rate_limited',
      'upstream_unavailable',
      'upstream_timeout',
      'upstream_invalid_response',
      'server_shutting_down',
      'service_unavailable',
      'internal_error',
    ]),
  )
  type!:
    | 'invalid_request_error'
    | 'unsupported_parameter'
    | 'authentication_error'
    | 'not_found'
    | 'model_not_found'
    | 'no_evidence'
    | 'request_too_large'
    | 'unsupported_media_type'
    | 'request_timeout'
    | 'idempotency_conflict'
    | 'idempotency_key_reused'
    | 'rate_limit_exceeded'
    | 'insufficient_quota'
    | 'price_unknown'
    | 'upstream_rejected_request'
    | 'upstream_error'
    | 'upstream_rate_limited'
    | 'upstream_unavailable'
    | 'upstream_timeout'
    | 'upstream_invalid_response'
    | 'server_shutting_down'
    | 'service_unavailable'
    | 'internal_error';

  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  message!: string;

  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/Attempt' },
    description:
      "Who was asked, when the request named `fallbacks` and all of them failed; the error is the last one's.",
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(object(() => AttemptDto)))
  attempts?: Array<AttemptDto>;
}

/** Nothing here. */
@ApiSchema({ name: 'AskYodaNotFoundError', description: 'Nothing here.' } as ApiSchemaOptions)
export class AskYodaNotFoundErrorDto {
  @ApiProperty({ type: 'string', enum: ['Not Found'] } as ApiPropertyOptions)
  @Is(oneOf(['Not Found']))
  details!: 'Not Found';

  @ApiPropertyOptional({
    type: 'object',
    allOf: [{ $ref: '#/components/schemas/AskYodaErrorDetail' }],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(object(() => AskYodaErrorDetailDto))
  error?: AskYodaErrorDetailDto;
}
