// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.
import type { OperationDescription, ResponseDescription } from '../operation-description.ts';
import type { OPERATIONS } from './operations.gen.ts';

const responses = {
  ConversationDetail: {
    description: 'The conversation with its messages.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/ConversationDetail' } } },
  },
  Completion: {
    description:
      'The answer. `application/json` holds a `ChatCompletion`; with `stream: true`, `text/event-stream` holds a\n`ChatCompletionChunk` in each `data:` line, and at most one `StreamError` as the last one.\n',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
      'x-conversation-id': {
        description: 'The conversation the request named; absent when it named none.',
        schema: { type: 'string', format: 'uuid' },
      },
      'x-ratelimit-limit-requests': {
        description: 'The limit of requests per minute; absent when none applies.',
        schema: { type: 'string', examples: ['60'] },
      },
      'x-ratelimit-remaining-requests': {
        description: 'What is left of it, with this call at its ceiling already taken off.',
        schema: { type: 'string', examples: ['59'] },
      },
      'x-ratelimit-reset-requests': {
        description: 'The time until it begins anew.',
        schema: { type: 'string', examples: ['12s'] },
      },
      'x-ratelimit-limit-tokens': {
        description: 'The limit of tokens per minute; absent when none applies.',
        schema: { type: 'string', examples: ['150000'] },
      },
      'x-ratelimit-remaining-tokens': {
        description: 'What is left of it, with this call at its ceiling already taken off.',
        schema: { type: 'string', examples: ['149984'] },
      },
      'x-ratelimit-reset-tokens': {
        description: 'The time until it begins anew.',
        schema: { type: 'string', examples: ['12s'] },
      },
      'x-ratelimit-limit-budget': {
        description: "The limit of US dollars in the budget's period; absent when none applies.",
        schema: { type: 'string', examples: ['5'] },
      },
      'x-ratelimit-remaining-budget': {
        description: 'What is left of it, with this call at its ceiling already taken off.',
        schema: { type: 'string', examples: ['4.98'] },
      },
      'x-ratelimit-reset-budget': {
        description: 'The time until it begins anew, absent for a budget that never does.',
        schema: { type: 'string', examples: ['6h0m0s'] },
      },
    },
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/ChatCompletion' } },
      'text/event-stream': {
        schema: {
          anyOf: [{ $ref: '#/components/schemas/ChatCompletionChunk' }, { $ref: '#/components/schemas/StreamError' }],
        },
      },
    },
  },
  InvalidRequest: {
    description: 'The request breaks the contract; `param` names the field (for example `messages.0.role`).',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  },
  Unauthenticated: {
    description: 'No valid token. The reason is not told.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  },
  NotFound: {
    description: 'No such project, conversation, chunk or model; or not yours, which looks the same.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  },
  TooLarge: {
    description: 'The body is larger than 20 MB.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  },
  UnsupportedMediaType: {
    description: 'The body is not `application/json`.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  },
  Unprocessable: {
    description: 'Understood, and not carried out.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  },
  RateLimited: {
    description:
      "A limit of the project or its tenant (`rate_limit_exceeded`, or `insufficient_quota` for a budget), or the provider's\nown (`upstream_rate_limited`, whose `retry-after` is passed on). The message names the limit.\n",
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
      'retry-after': {
        description:
          'Seconds until there is room again; absent where waiting does not help, or the provider did not say.',
        schema: { type: 'string', examples: ['12'] },
      },
      'x-should-retry': {
        description: '`false` where sending the request again is in vain; the OpenAI SDKs obey it.',
        schema: { type: 'string', examples: ['false'] },
      },
      'x-ratelimit-limit-requests': {
        description: 'The limit of requests per minute; absent when none applies.',
        schema: { type: 'string', examples: ['60'] },
      },
      'x-ratelimit-remaining-requests': {
        description: 'What is left of it, with this call at its ceiling already taken off.',
        schema: { type: 'string', examples: ['59'] },
      },
      'x-ratelimit-reset-requests': {
        description: 'The time until it begins anew.',
        schema: { type: 'string', examples: ['12s'] },
      },
      'x-ratelimit-limit-tokens': {
        description: 'The limit of tokens per minute; absent when none applies.',
        schema: { type: 'string', examples: ['150000'] },
      },
      'x-ratelimit-remaining-tokens': {
        description: 'What is left of it, with this call at its ceiling already taken off.',
        schema: { type: 'string', examples: ['149984'] },
      },
      'x-ratelimit-reset-tokens': {
        description: 'The time until it begins anew.',
        schema: { type: 'string', examples: ['12s'] },
      },
      'x-ratelimit-limit-budget': {
        description: "The limit of US dollars in the budget's period; absent when none applies.",
        schema: { type: 'string', examples: ['5'] },
      },
      'x-ratelimit-remaining-budget': {
        description: 'What is left of it, with this call at its ceiling already taken off.',
        schema: { type: 'string', examples: ['4.98'] },
      },
      'x-ratelimit-reset-budget': {
        description: 'The time until it begins anew, absent for a budget that never does.',
        schema: { type: 'string', examples: ['6h0m0s'] },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  },
  Internal: {
    description: 'A bug of ours. Quote `x-request-id` when you report it.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  },
  UpstreamFailed: {
    description: 'The provider failed, refused our key, or answered something that is not its wire format.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  },
  Unavailable: {
    description: 'The provider is overloaded, the database does not answer, or this server is shutting down.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  },
  UpstreamTimeout: {
    description: 'The provider did not answer in time.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  },
  AskYodaInvalidRequest: {
    description: 'The request breaks the contract; the keys of `message` name the fields.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/AskYodaFieldError' } } },
  },
  AskYodaUnauthenticated: {
    description: 'No valid token. The reason is not told.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/AskYodaError' } } },
  },
  AskYodaNotFound: {
    description: 'No such project, conversation or model; or not yours, which looks the same.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/AskYodaNotFoundError' } } },
  },
  AskYodaConflict: {
    description: 'A request with this `idempotency-key` is under way. Ask again later.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/AskYodaError' } } },
  },
  AskYodaKeyReused: {
    description: 'This `idempotency-key` was used with another request.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/AskYodaError' } } },
  },
  AskYodaTooLarge: {
    description: 'The body is larger than 20 MB, or a file in it than 100 MB.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/AskYodaError' } } },
  },
  AskYodaUnsupportedMediaType: {
    description: 'The operation does not take a body of this type; the file is of no type that can be read.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/AskYodaError' } } },
  },
  AskYodaUnprocessable: {
    description: 'Understood, and not carried out.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/AskYodaError' } } },
  },
  AskYodaRateLimited: {
    description:
      "A limit of the project or its tenant (`rate_limit_exceeded`, or `insufficient_quota` for a budget), or the provider's\nown (`upstream_rate_limited`, whose `retry-after` is passed on). The message names the limit.\n",
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
      'retry-after': {
        description:
          'Seconds until there is room again; absent where waiting does not help, or the provider did not say.',
        schema: { type: 'string', examples: ['12'] },
      },
      'x-should-retry': {
        description: '`false` where sending the request again is in vain; the OpenAI SDKs obey it.',
        schema: { type: 'string', examples: ['false'] },
      },
      'x-ratelimit-limit-requests': {
        description: 'The limit of requests per minute; absent when none applies.',
        schema: { type: 'string', examples: ['60'] },
      },
      'x-ratelimit-remaining-requests': {
        description: 'What is left of it, with this call at its ceiling already taken off.',
        schema: { type: 'string', examples: ['59'] },
      },
      'x-ratelimit-reset-requests': {
        description: 'The time until it begins anew.',
        schema: { type: 'string', examples: ['12s'] },
      },
      'x-ratelimit-limit-tokens': {
        description: 'The limit of tokens per minute; absent when none applies.',
        schema: { type: 'string', examples: ['150000'] },
      },
      'x-ratelimit-remaining-tokens': {
        description: 'What is left of it, with this call at its ceiling already taken off.',
        schema: { type: 'string', examples: ['149984'] },
      },
      'x-ratelimit-reset-tokens': {
        description: 'The time until it begins anew.',
        schema: { type: 'string', examples: ['12s'] },
      },
      'x-ratelimit-limit-budget': {
        description: "The limit of US dollars in the budget's period; absent when none applies.",
        schema: { type: 'string', examples: ['5'] },
      },
      'x-ratelimit-remaining-budget': {
        description: 'What is left of it, with this call at its ceiling already taken off.',
        schema: { type: 'string', examples: ['4.98'] },
      },
      'x-ratelimit-reset-budget': {
        description: 'The time until it begins anew, absent for a budget that never does.',
        schema: { type: 'string', examples: ['6h0m0s'] },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/AskYodaError' } } },
  },
  AskYodaInternal: {
    description: 'A bug of ours. Quote `x-request-id` when you report it.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/AskYodaError' } } },
  },
  AskYodaUpstreamFailed: {
    description: 'The provider failed, refused our key, or answered something that is not its wire format.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/AskYodaError' } } },
  },
  AskYodaUnavailable: {
    description: 'The provider is overloaded, the database does not answer, or this server is shutting down.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/AskYodaError' } } },
  },
  AskYodaUpstreamTimeout: {
    description: 'The provider did not answer in time.',
    headers: {
      'x-request-id': {
        description: "Names this request in the server's log. Sent with every answer.",
        schema: { type: 'string' },
      },
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/AskYodaError' } } },
  },
} satisfies Record<string, ResponseDescription>;

/** What Swagger shows of each operation. */
export const DESCRIPTIONS: Record<keyof typeof OPERATIONS, OperationDescription> = {
  listProjects: {
    operation: {
      operationId: 'listProjects',
      summary: 'List your projects',
      description: "All projects of the caller's tenant, oldest first.",
      tags: ['projects'],
    },
    parameters: [],

    responses: {
      200: {
        description: 'The projects.',
        content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Project' } } } },
      },
      401: responses.AskYodaUnauthenticated,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  createProject: {
    operation: {
      operationId: 'createProject',
      summary: 'Create a project',
      description:
        "The caller's tenant owns the project. Settings that this server cannot carry out are reported in `adjustments`.",
      tags: ['projects'],
    },
    parameters: [
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        description:
          'Any text of your choice. A request that is sent again with the same key within 24 hours is carried out once and\nanswered alike each time; the key with another body is refused with 422, and with 409 while the first is under way.\n',
        example: '5f1c9a52-import-2026-11-26',
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
    ],
    body: {
      required: true,
      schema: { $ref: '#/components/schemas/CreateProjectRequest' },
      examples: { new: { value: { project_name: 'Support', collection_name: 'faq', embeddings_provider: 'openai' } } },
    },
    responses: {
      200: {
        description: 'The project exists from now on.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/CreatedProject' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      409: responses.AskYodaConflict,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      422: responses.AskYodaKeyReused,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  getProject: {
    operation: {
      operationId: 'getProject',
      summary: 'Get a project',
      description: "Another tenant's project is answered exactly like one that never existed.",
      tags: ['projects'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      200: {
        description: 'The project.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Project' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  deleteProject: {
    operation: {
      operationId: 'deleteProject',
      summary: 'Delete a project',
      description:
        'Deletes the project with all it holds; nobody finds any of it when this answers, and there is no way back. What a\nlarge project held is removed in the background; its id is taken until then.\n',
      tags: ['projects'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      204: { description: 'The project is gone.' },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  getProjectInfo: {
    operation: {
      operationId: 'getProjectInfo',
      summary: "Get a project's settings and size",
      description: 'What really serves the project, which may differ from what its creator asked for.',
      tags: ['projects'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      200: {
        description: 'The settings and the number of chunks.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ProjectInfo' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  getLimits: {
    operation: {
      operationId: 'getLimits',
      summary: 'See the limits of a project and how they stand',
      description:
        "The project's own limits, and how much is used of each limit that applies to its calls: those of its tenant, which the\noperator of the server sets, stand first.\n",
      tags: ['projects'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      200: {
        description: 'The limits and what is used of them now.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/LimitReport' } } },
      },
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  replaceLimits: {
    operation: {
      operationId: 'replaceLimits',
      summary: 'Set the limits of a project',
      description:
        'Replaces all limits of the project; what is left out, or null, is not limited any more. They hold for the next call.\nWhat was used of a limit before is still used, unless its period is another one.\n',
      tags: ['projects'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
    ],
    body: {
      required: true,
      schema: { $ref: '#/components/schemas/Limits' },
      examples: {
        budget: {
          summary: 'Five dollars a day, at most sixty calls a minute',
          value: { budget_usd: 5, budget_period: 'day', requests_per_minute: 60 },
        },
        none: { summary: 'No limits', value: {} },
      },
    },
    responses: {
      200: {
        description: 'The limits and what is used of them now.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/LimitReport' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  addText: {
    operation: {
      operationId: 'addText',
      summary: 'Add texts',
      description:
        'Each text becomes one document, is cut into overlapping chunks of whole sentences (`chunking` can say otherwise) and indexed. When the call\nanswers, the texts are stored and can be found; a failed call stores none of them. A call that would make more\nthan 50,000 chunks is refused.\n',
      tags: ['documents'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        description:
          'Any text of your choice. A request that is sent again with the same key within 24 hours is carried out once and\nanswered alike each time; the key with another body is refused with 422, and with 409 while the first is under way.\n',
        example: '5f1c9a52-import-2026-11-26',
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
    ],
    body: { required: true, schema: { $ref: '#/components/schemas/AddTextRequest' } },
    responses: {
      201: {
        description: 'All texts are stored and searchable.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/AddedTexts' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      409: responses.AskYodaConflict,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      422: responses.AskYodaKeyReused,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  addFile: {
    operation: {
      operationId: 'addFile',
      summary: 'Add a file',
      description:
        'Stores a file, or the address of one, and answers; it is read, cut and indexed afterwards. `getFile` shows how far that\nis. What the file is, is found in its content: PDF, Word, PowerPoint, Excel, EPUB, CSV, XML, HTML, Markdown, text, JSON,\ne-mail, images, audio and video. `multipart/form-data` carries up to 100 MB. Content that the project has already is\nrecognised, and the answer names the file it has.\n',
      tags: ['documents'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        description:
          'Any text of your choice. A request that is sent again with the same key within 24 hours is carried out once and\nanswered alike each time; the key with another body is refused with 422, and with 409 while the first is under way.\n',
        example: '5f1c9a52-import-2026-11-26',
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
    ],
    body: { required: true, schema: { $ref: '#/components/schemas/AddFileRequest' } },
    responses: {
      201: {
        description: 'The file is safely stored and will be read.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/AcceptedFile' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      409: responses.AskYodaConflict,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      422: responses.AskYodaKeyReused,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  addImage: {
    operation: {
      operationId: 'addImage',
      summary: 'Add an image',
      description:
        'As `addFile`. With `model`, a configured vision model describes the image as `prompt` asks; without one, the text in the\nimage is read.\n',
      tags: ['documents'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        description:
          'Any text of your choice. A request that is sent again with the same key within 24 hours is carried out once and\nanswered alike each time; the key with another body is refused with 422, and with 409 while the first is under way.\n',
        example: '5f1c9a52-import-2026-11-26',
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
    ],
    body: { required: true, schema: { $ref: '#/components/schemas/AddImageRequest' } },
    responses: {
      201: {
        description: 'The image is safely stored and will be read.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/AcceptedFile' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      409: responses.AskYodaConflict,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      422: responses.AskYodaKeyReused,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  addVideo: {
    operation: {
      operationId: 'addVideo',
      summary: 'Add a video',
      description: 'As `addFile`. What is said in the video is transcribed; its pictures are not looked at.\n',
      tags: ['documents'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        description:
          'Any text of your choice. A request that is sent again with the same key within 24 hours is carried out once and\nanswered alike each time; the key with another body is refused with 422, and with 409 while the first is under way.\n',
        example: '5f1c9a52-import-2026-11-26',
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
    ],
    body: { required: true, schema: { $ref: '#/components/schemas/AddVideoRequest' } },
    responses: {
      201: {
        description: 'The video is safely stored and will be read.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/AcceptedFile' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      409: responses.AskYodaConflict,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      422: responses.AskYodaKeyReused,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  addUrl: {
    operation: {
      operationId: 'addUrl',
      summary: 'Add web pages',
      description: 'As `addFile`, one file for each address. Pages are fetched as they are; scripts are not run.\n',
      tags: ['documents'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        description:
          'Any text of your choice. A request that is sent again with the same key within 24 hours is carried out once and\nanswered alike each time; the key with another body is refused with 422, and with 409 while the first is under way.\n',
        example: '5f1c9a52-import-2026-11-26',
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
    ],
    body: { required: true, schema: { $ref: '#/components/schemas/AddUrlRequest' } },
    responses: {
      201: {
        description: 'The addresses are stored and will be fetched.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/AcceptedUrls' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      409: responses.AskYodaConflict,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      422: responses.AskYodaKeyReused,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  listFiles: {
    operation: {
      operationId: 'listFiles',
      summary: 'List files',
      description: 'All files of the project, oldest first. Texts are no files.',
      tags: ['documents'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      200: {
        description: 'The files.',
        content: {
          'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/AiProductFile' } } },
        },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  getFile: {
    operation: {
      operationId: 'getFile',
      summary: 'Get a file',
      description: 'What is known about a file, and how far it is read.',
      tags: ['documents'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'file_id',
        in: 'path',
        required: true,
        description: "The file's id, as `addFile` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2d',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      200: {
        description: 'The file.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/AiProductFile' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  deleteFile: {
    operation: {
      operationId: 'deleteFile',
      summary: 'Delete a file',
      description: 'Its chunks cannot be found any more when this answers. A file that is being read is stopped.',
      tags: ['documents'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'file_id',
        in: 'path',
        required: true,
        description: "The file's id, as `addFile` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2d',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      204: { description: 'The file is gone.' },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  queryProject: {
    operation: {
      operationId: 'queryProject',
      summary: "Search a project's passages",
      description:
        "The `k` best chunks for a question, best first. No model is asked, unless `x-groundwire-compat` asks for the published\nshape, which is an answer's text: then the request is carried out as by `ask_llm`.\n",
      tags: ['documents'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'x-groundwire-strict',
        in: 'header',
        required: false,
        description:
          '`true`: a request that would have to be changed is refused with 400 `unsupported_parameter` before any provider is\nasked. Only `renamed` and `translated` adjustments are let pass, since they change nothing that was meant. The\nbody field `strict` does the same.\n',
        example: true,
        schema: { type: 'boolean' },
      },
      {
        name: 'x-groundwire-compat',
        in: 'header',
        required: false,
        description:
          "`askyoda-spec`: answer in the shape of AskYoda's published description, which its own clients contradict. `ask_llm` then\nanswers with chunks, `query` with a model's text, and `generate` has the chunks in `result` beside the rest.\nScores there are whole numbers from 0 to 100.\n",
        example: 'askyoda-spec',
        schema: { type: 'string', enum: ['askyoda-spec'] },
      },
    ],
    body: { required: true, schema: { $ref: '#/components/schemas/AskLlmRequest' } },
    responses: {
      200: {
        description: "The chunks, best first; with `x-groundwire-compat` a model's answer.",
        content: {
          'application/json': {
            schema: {
              anyOf: [{ $ref: '#/components/schemas/QueryResult' }, { $ref: '#/components/schemas/LlmAnswer' }],
            },
          },
        },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      422: responses.AskYodaUnprocessable,
      429: responses.AskYodaRateLimited,
      500: responses.AskYodaInternal,
      502: responses.AskYodaUpstreamFailed,
      503: responses.AskYodaUnavailable,
      504: responses.AskYodaUpstreamTimeout,
    },
  },
  generate: {
    operation: {
      operationId: 'generate',
      summary: "Answer a chat from a project's documents",
      description:
        'Finds the passages of the project that answer the chat, hands them to the model, and returns an OpenAI-shaped\nanswer with its sources. With `stream: true` the answer is `text/event-stream`: one `data:` line for each\n`ChatCompletionChunk`, then `data: [DONE]`. A failure after the first chunk is one `data:` line holding a\n`StreamError`, after which the stream ends without `[DONE]`.\n',
      tags: ['chat'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'x-groundwire-strict',
        in: 'header',
        required: false,
        description:
          '`true`: a request that would have to be changed is refused with 400 `unsupported_parameter` before any provider is\nasked. Only `renamed` and `translated` adjustments are let pass, since they change nothing that was meant. The\nbody field `strict` does the same.\n',
        example: true,
        schema: { type: 'boolean' },
      },
      {
        name: 'x-groundwire-compat',
        in: 'header',
        required: false,
        description:
          "`askyoda-spec`: answer in the shape of AskYoda's published description, which its own clients contradict. `ask_llm` then\nanswers with chunks, `query` with a model's text, and `generate` has the chunks in `result` beside the rest.\nScores there are whole numbers from 0 to 100.\n",
        example: 'askyoda-spec',
        schema: { type: 'string', enum: ['askyoda-spec'] },
      },
    ],
    body: {
      required: true,
      schema: { $ref: '#/components/schemas/GenerateRequest' },
      examples: {
        question: {
          summary: 'A question, answered without any API key',
          value: {
            model: 'local/extractive',
            messages: [{ role: 'user', content: 'What does the service promise about streams that are cut?' }],
            k: 3,
          },
        },
        parts: {
          summary: 'Content parts, a filter and sampling',
          value: {
            model: 'openai/gpt-4o-mini',
            messages: [
              { role: 'system', content: 'Answer in one sentence.' },
              { role: 'user', content: [{ type: 'text', text: 'When are you open on Sundays?' }] },
            ],
            temperature: 0.2,
            max_tokens: 300,
            filter_documents: { department: 'support' },
            min_score: 0.3,
          },
        },
      },
    },
    responses: {
      200: responses.Completion,
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      422: responses.AskYodaUnprocessable,
      429: responses.AskYodaRateLimited,
      500: responses.AskYodaInternal,
      502: responses.AskYodaUpstreamFailed,
      503: responses.AskYodaUnavailable,
      504: responses.AskYodaUpstreamTimeout,
    },
  },
  explainGenerate: {
    operation: {
      operationId: 'explainGenerate',
      summary: 'Show what generate would do',
      description:
        "Takes the body of `generate` and asks no language model: it answers with the passages that are found, the prompt\nas assembled, the exact body that each model's provider would get, every adjustment, and the most that the call\ncan cost. `retrieval.rewrite: auto` is not executed here.\n",
      tags: ['chat'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'x-groundwire-strict',
        in: 'header',
        required: false,
        description:
          '`true`: a request that would have to be changed is refused with 400 `unsupported_parameter` before any provider is\nasked. Only `renamed` and `translated` adjustments are let pass, since they change nothing that was meant. The\nbody field `strict` does the same.\n',
        example: true,
        schema: { type: 'boolean' },
      },
    ],
    body: {
      required: true,
      schema: { $ref: '#/components/schemas/GenerateRequest' },
      examples: {
        question: {
          value: {
            model: 'local/extractive',
            messages: [{ role: 'user', content: 'What does the service promise about streams that are cut?' }],
          },
        },
      },
    },
    responses: {
      200: {
        description: 'What would be done.',
        headers: {
          'x-request-id': {
            description: "Names this request in the server's log. Sent with every answer.",
            schema: { type: 'string' },
          },
        },
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ExplainedRequest' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      500: responses.AskYodaInternal,
      502: responses.AskYodaUpstreamFailed,
      503: responses.AskYodaUnavailable,
      504: responses.AskYodaUpstreamTimeout,
    },
  },
  listConversations: {
    operation: {
      operationId: 'listConversations',
      summary: "List a project's conversations",
      description: 'Newest first, at most 1,000 at a time; `after` leads on to the older ones.',
      tags: ['conversations'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'limit',
        in: 'query',
        required: false,
        description: 'How many to return at most.',
        example: 20,
        schema: { type: 'integer', minimum: 1, maximum: 1000, default: 1000 },
      },
      {
        name: 'after',
        in: 'query',
        required: false,
        description: 'The last conversation of the page before. The list goes on behind it.',
        example: '0198c0de-7000-7abc-8def-0123456789ab',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      200: {
        description: 'The conversations.',
        content: {
          'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Conversation' } } },
        },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  createConversation: {
    operation: {
      operationId: 'createConversation',
      summary: 'Create a conversation',
      description:
        'Name it in the `conversation_id` of `generate` or of a chat completion over the same project, and its turns come before\nthe new messages. `messages` makes one that was begun elsewhere; it is continued like any other.\n',
      tags: ['conversations'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'idempotency-key',
        in: 'header',
        required: false,
        description:
          'Any text of your choice. A request that is sent again with the same key within 24 hours is carried out once and\nanswered alike each time; the key with another body is refused with 422, and with 409 while the first is under way.\n',
        example: '5f1c9a52-import-2026-11-26',
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
    ],
    body: {
      required: false,
      schema: { $ref: '#/components/schemas/NewConversation' },
      examples: { empty: { value: { name: 'Opening hours' } } },
    },
    responses: {
      201: {
        description: 'The conversation.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Conversation' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      409: responses.AskYodaConflict,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      422: responses.AskYodaKeyReused,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  getConversation: {
    operation: {
      operationId: 'getConversation',
      summary: 'Get a conversation with its messages',
      description: 'Oldest message first, at most 1,000 at a time; `after` leads on to the newer ones.',
      tags: ['conversations'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'conversation_id',
        in: 'path',
        required: true,
        description: "The conversation's id, as `createConversation` returned it.",
        example: '0198c0de-7000-7abc-8def-0123456789ab',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'limit',
        in: 'query',
        required: false,
        description: 'How many to return at most.',
        example: 20,
        schema: { type: 'integer', minimum: 1, maximum: 1000, default: 1000 },
      },
      {
        name: 'after',
        in: 'query',
        required: false,
        description: 'The `turn` of the last message of the page before.',
        example: 1000,
        schema: { type: 'integer', minimum: 0, maximum: 2147483647 },
      },
    ],

    responses: {
      200: responses.ConversationDetail,
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  replaceConversationName: {
    operation: {
      operationId: 'replaceConversationName',
      summary: 'Name a conversation',
      description: 'Without a `name` the conversation has none from now on.',
      tags: ['conversations'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'conversation_id',
        in: 'path',
        required: true,
        description: "The conversation's id, as `createConversation` returned it.",
        example: '0198c0de-7000-7abc-8def-0123456789ab',
        schema: { type: 'string', format: 'uuid' },
      },
    ],
    body: { required: false, schema: { $ref: '#/components/schemas/ConversationRequest' } },
    responses: {
      200: responses.ConversationDetail,
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  updateConversationName: {
    operation: {
      operationId: 'updateConversationName',
      summary: 'Rename a conversation',
      description: 'Without a `name` nothing changes.',
      tags: ['conversations'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'conversation_id',
        in: 'path',
        required: true,
        description: "The conversation's id, as `createConversation` returned it.",
        example: '0198c0de-7000-7abc-8def-0123456789ab',
        schema: { type: 'string', format: 'uuid' },
      },
    ],
    body: { required: false, schema: { $ref: '#/components/schemas/ConversationRequest' } },
    responses: {
      200: responses.ConversationDetail,
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  deleteConversation: {
    operation: {
      operationId: 'deleteConversation',
      summary: 'Delete a conversation',
      description: 'Deletes the conversation with all its messages. An answer that is still being written is not kept.',
      tags: ['conversations'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'conversation_id',
        in: 'path',
        required: true,
        description: "The conversation's id, as `createConversation` returned it.",
        example: '0198c0de-7000-7abc-8def-0123456789ab',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      204: { description: 'The conversation is gone.' },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  listRequests: {
    operation: {
      operationId: 'listRequests',
      summary: "List a project's requests",
      description:
        "Who asked what of this project, newest first. Recorded are the calls of `generate`, of both chat completions, of `ask_llm`\nand of `query`, once their answer has ended: also those that failed (a 400 for a field that breaks the contract, a\nprovider's failure, a stream that was cut) and those whose caller left.\n\nNot recorded are calls without a valid token, calls without a project, calls of a project that is not yours, and what\nis refused before it is read as a request: a body that is no JSON, or too large.\n`generate/explain/` asks nobody and is not recorded either.\n\nNo prompt and no answer is kept, unless the operator of the server has chosen so. A record is there as soon as its\nanswer has ended; of another process of the same server, within a second. Records are removed after\na number of days that the operator sets (30 unless told otherwise), and with their project.\n",
      tags: ['requests'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'limit',
        in: 'query',
        required: false,
        description: 'How many to return at most.',
        example: 20,
        schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      },
      {
        name: 'cursor',
        in: 'query',
        required: false,
        description: 'The `next_cursor` of the page before. Records that are added meanwhile shift nothing.',
        example: '0198c0de-7d31-7c00-b1f2-93ac6d7e8f90',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'status',
        in: 'query',
        required: false,
        description: 'An HTTP status such as `429`, or a class of them: `2xx`, `4xx`, `5xx`.',
        example: '5xx',
        schema: { type: 'string', pattern: '^[1-5]([0-9]{2}|xx)$' },
      },
      {
        name: 'from',
        in: 'query',
        required: false,
        description: 'Only requests that came at this time or later (RFC 3339).',
        example: '2026-11-26T00:00:00Z',
        schema: { type: 'string', format: 'date-time' },
      },
      {
        name: 'to',
        in: 'query',
        required: false,
        description: 'Only requests that came before this time (RFC 3339).',
        example: '2026-11-27T00:00:00Z',
        schema: { type: 'string', format: 'date-time' },
      },
      {
        name: 'model',
        in: 'query',
        required: false,
        description: 'Only requests that named this model, or that this one answered, as `provider/model`.',
        example: 'openai/gpt-4o-mini',
        schema: { type: 'string', minLength: 1, maxLength: 500 },
      },
      {
        name: 'user',
        in: 'query',
        required: false,
        description: 'Only requests that named this `user`.',
        example: 'user-4711',
        schema: { type: 'string', minLength: 1, maxLength: 500 },
      },
      {
        name: 'conversation_id',
        in: 'query',
        required: false,
        description: 'Only requests that continue this conversation.',
        example: '0198c0de-7000-7abc-8def-0123456789ab',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'metadata_key',
        in: 'query',
        required: false,
        description: 'Only requests whose `metadata` has this key.',
        example: 'team',
        schema: { type: 'string', minLength: 1, maxLength: 64 },
      },
      {
        name: 'metadata_value',
        in: 'query',
        required: false,
        description: 'The value that `metadata_key` must have; needs that.',
        example: 'support',
        schema: { type: 'string', minLength: 1, maxLength: 512 },
      },
    ],

    responses: {
      200: {
        description: 'The records.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/RequestList' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  getRequest: {
    operation: {
      operationId: 'getRequest',
      summary: 'Get one request',
      description: 'With what was said in it, where the operator of the server keeps that.',
      tags: ['requests'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'request_id',
        in: 'path',
        required: true,
        description: "The request's id, as its answer had it in `x-request-id`.",
        example: '0198c0de-7d31-7c00-b1f2-93ac6d7e8f90',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      200: {
        description: 'The record.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/RequestDetail' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  getUsage: {
    operation: {
      operationId: 'getUsage',
      summary: "Sum up a project's requests",
      description:
        'Tokens and cost of the recorded requests, by day (UTC) and model, newest day first. The sums are exact. A call whose cost\nis not known adds nothing to `cost` and is counted in `cost_unknown`.\n',
      tags: ['requests'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'from',
        in: 'query',
        required: false,
        description: 'Only requests that came at this time or later (RFC 3339).',
        example: '2026-11-26T00:00:00Z',
        schema: { type: 'string', format: 'date-time' },
      },
      {
        name: 'to',
        in: 'query',
        required: false,
        description: 'Only requests that came before this time (RFC 3339).',
        example: '2026-11-27T00:00:00Z',
        schema: { type: 'string', format: 'date-time' },
      },
      {
        name: 'model',
        in: 'query',
        required: false,
        description: 'Only requests that named this model, or that this one answered, as `provider/model`.',
        example: 'openai/gpt-4o-mini',
        schema: { type: 'string', minLength: 1, maxLength: 500 },
      },
      {
        name: 'user',
        in: 'query',
        required: false,
        description: 'Only requests that named this `user`.',
        example: 'user-4711',
        schema: { type: 'string', minLength: 1, maxLength: 500 },
      },
      {
        name: 'conversation_id',
        in: 'query',
        required: false,
        description: 'Only requests that continue this conversation.',
        example: '0198c0de-7000-7abc-8def-0123456789ab',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'metadata_key',
        in: 'query',
        required: false,
        description: 'Only requests whose `metadata` has this key.',
        example: 'team',
        schema: { type: 'string', minLength: 1, maxLength: 64 },
      },
      {
        name: 'metadata_value',
        in: 'query',
        required: false,
        description: 'The value that `metadata_key` must have; needs that.',
        example: 'support',
        schema: { type: 'string', minLength: 1, maxLength: 512 },
      },
    ],

    responses: {
      200: {
        description: 'The sums.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/UsageReport' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  updateProject: {
    operation: {
      operationId: 'updateProject',
      summary: "Change a project's settings",
      description:
        'Changes what the body names and leaves the rest. `chunk_size` and `chunk_separators` decide how documents are cut that\nare added from now on. With another `embeddings_provider` all documents are embedded anew, in the background.\n',
      tags: ['projects'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
    ],
    body: { required: true, schema: { $ref: '#/components/schemas/UpdateProjectRequest' } },
    responses: {
      200: {
        description: 'The settings as they are now.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ProjectSettings' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  listChunkIds: {
    operation: {
      operationId: 'listChunkIds',
      summary: 'List chunks',
      description:
        "The ids of the project's chunks, oldest first, with their texts when `with_payload` is true. To read all of them, send\n`next_cursor` of one answer as `cursor` of the next request until it is null. Chunks that are added or\ndeleted meanwhile do not disturb the others.\n",
      tags: ['documents'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
    ],
    body: { required: true, schema: { $ref: '#/components/schemas/ListChunksRequest' } },
    responses: {
      200: {
        description: 'The chunks.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ChunkList' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  deleteChunk: {
    operation: {
      operationId: 'deleteChunk',
      summary: 'Delete chunks',
      description:
        "Deletes the chunks that `id`, `chunk_ids` or the body's `id` or `ids` name, at most 1,000 of them. A chunk that is not in\nthe project is gone already: that is no error, so that a call can be repeated. `deleted` counts those that were there.\nA text goes when its last chunk does.\n",
      tags: ['documents'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'id',
        in: 'query',
        required: false,
        description: 'One chunk.',
        example: '0198c0de-6b21-7f00-8a41-5f6e7d8c9b0a',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'chunk_ids',
        in: 'query',
        required: false,
        description: 'Several chunks, as a repeated parameter or separated by commas.',
        example: '0198c0de-6b21-7f00-8a41-5f6e7d8c9b0a',
        schema: { type: 'string', minLength: 1 },
      },
    ],
    body: { required: false, schema: { $ref: '#/components/schemas/DeleteChunksRequest' } },
    responses: {
      200: {
        description: 'The chunks are gone.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/DeletedChunks' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  deleteAllChunks: {
    operation: {
      operationId: 'deleteAllChunks',
      summary: 'Delete all chunks',
      description:
        'Deletes all chunks and texts of the project, a few at a time, so that others are served meanwhile. A call that breaks\noff has deleted some of them; the next one goes on. Files stay listed without chunks and can be added anew. What\nis still being read is not touched.\n',
      tags: ['documents'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      200: {
        description: 'The chunks are gone.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/DeletedChunks' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  createBotPrompt: {
    operation: {
      operationId: 'createBotPrompt',
      summary: 'Give the project a bot profile',
      description:
        'A project has one profile; another one takes its place. `system_prompt` and `text` then stand, as a system message,\nbefore every chat over the project, and `model` is what `ask_llm` asks when a request names no model. The fields are\nsent in the query.\n',
      tags: ['projects'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'model',
        in: 'query',
        required: true,
        description: 'The model that `ask_llm` asks when a request names none: `provider/model`, or a bare name.',
        example: 'local/extractive',
        schema: { type: 'string', minLength: 1 },
      },
      {
        name: 'name',
        in: 'query',
        required: true,
        description: 'The name of the profile, by which it is updated.',
        example: 'support',
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
      {
        name: 'text',
        in: 'query',
        required: true,
        description: 'What the bot is told before each chat. `{name}` and `{{name}}` stand for values of `params`.',
        example: 'You answer for {{company}}.',
        schema: { type: 'string', minLength: 1 },
      },
      {
        name: 'params',
        in: 'query',
        required: false,
        description: 'A JSON object with the values of the variables in `text`, as text.',
        example: '{"company": "Example Ltd"}',
        schema: { type: 'string', minLength: 1 },
      },
      {
        name: 'system_prompt',
        in: 'query',
        required: false,
        description: 'Stands before `text`.',
        example: 'Answer in one sentence.',
        schema: { type: 'string', minLength: 1 },
      },
      {
        name: 'file_urls',
        in: 'query',
        required: false,
        description:
          'Addresses of files, repeated or separated by commas, kept with the profile. They are not read; add them with `add_url`.',
        example: 'https://example.com/manual.pdf',
        schema: { type: 'string', minLength: 1 },
      },
    ],

    responses: {
      201: {
        description: 'The profile is used from now on.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/BotPrompt' } } },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  listBotPrompts: {
    operation: {
      operationId: 'listBotPrompts',
      summary: "List the project's bot profiles",
      description: 'The one profile of the project, or none.',
      tags: ['projects'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      200: {
        description: 'The profiles.',
        content: {
          'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/BotPrompt' } } },
        },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  removeBotPrompt: {
    operation: {
      operationId: 'removeBotPrompt',
      summary: 'Remove the bot profile',
      description: 'Chats over the project go on without it. A project without one answers 404.',
      tags: ['projects'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      204: { description: 'The profile is gone.' },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  updateBotPrompt: {
    operation: {
      operationId: 'updateBotPrompt',
      summary: 'Replace the bot profile',
      description:
        'Replaces the profile of this name; `name` may be a new one. Optional fields that are left out are removed.',
      tags: ['projects'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'prompt_name',
        in: 'path',
        required: true,
        description: 'The name of the profile.',
        example: 'support',
        schema: { type: 'string', minLength: 1 },
      },
      {
        name: 'model',
        in: 'query',
        required: true,
        description: 'The model that `ask_llm` asks when a request names none: `provider/model`, or a bare name.',
        example: 'local/extractive',
        schema: { type: 'string', minLength: 1 },
      },
      {
        name: 'name',
        in: 'query',
        required: true,
        description: 'The name of the profile, by which it is updated.',
        example: 'support',
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
      {
        name: 'text',
        in: 'query',
        required: true,
        description: 'What the bot is told before each chat. `{name}` and `{{name}}` stand for values of `params`.',
        example: 'You answer for {{company}}.',
        schema: { type: 'string', minLength: 1 },
      },
      {
        name: 'params',
        in: 'query',
        required: false,
        description: 'A JSON object with the values of the variables in `text`, as text.',
        example: '{"company": "Example Ltd"}',
        schema: { type: 'string', minLength: 1 },
      },
      {
        name: 'system_prompt',
        in: 'query',
        required: false,
        description: 'Stands before `text`.',
        example: 'Answer in one sentence.',
        schema: { type: 'string', minLength: 1 },
      },
      {
        name: 'file_urls',
        in: 'query',
        required: false,
        description:
          'Addresses of files, repeated or separated by commas, kept with the profile. They are not read; add them with `add_url`.',
        example: 'https://example.com/manual.pdf',
        schema: { type: 'string', minLength: 1 },
      },
    ],

    responses: {
      204: { description: 'The profile is used from now on.' },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      500: responses.AskYodaInternal,
      503: responses.AskYodaUnavailable,
    },
  },
  askLlm: {
    operation: {
      operationId: 'askLlm',
      summary: 'Ask one question',
      description:
        "The question goes the way of `generate`, and the answer's text stands in `result`. The model is the request's, else that\nof the bot profile, else the project's, else `local/extractive`, which quotes your documents and is no language model.\n",
      tags: ['chat'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'x-groundwire-strict',
        in: 'header',
        required: false,
        description:
          '`true`: a request that would have to be changed is refused with 400 `unsupported_parameter` before any provider is\nasked. Only `renamed` and `translated` adjustments are let pass, since they change nothing that was meant. The\nbody field `strict` does the same.\n',
        example: true,
        schema: { type: 'boolean' },
      },
      {
        name: 'x-groundwire-compat',
        in: 'header',
        required: false,
        description:
          "`askyoda-spec`: answer in the shape of AskYoda's published description, which its own clients contradict. `ask_llm` then\nanswers with chunks, `query` with a model's text, and `generate` has the chunks in `result` beside the rest.\nScores there are whole numbers from 0 to 100.\n",
        example: 'askyoda-spec',
        schema: { type: 'string', enum: ['askyoda-spec'] },
      },
    ],
    body: { required: true, schema: { $ref: '#/components/schemas/AskLlmRequest' } },
    responses: {
      200: {
        description: 'The answer; with `x-groundwire-compat` the chunks, as published.',
        content: {
          'application/json': {
            schema: {
              anyOf: [{ $ref: '#/components/schemas/LlmAnswer' }, { $ref: '#/components/schemas/PublishedChunks' }],
            },
          },
        },
      },
      400: responses.AskYodaInvalidRequest,
      401: responses.AskYodaUnauthenticated,
      404: responses.AskYodaNotFound,
      413: responses.AskYodaTooLarge,
      415: responses.AskYodaUnsupportedMediaType,
      422: responses.AskYodaUnprocessable,
      429: responses.AskYodaRateLimited,
      500: responses.AskYodaInternal,
      502: responses.AskYodaUpstreamFailed,
      503: responses.AskYodaUnavailable,
      504: responses.AskYodaUpstreamTimeout,
    },
  },
  createProjectChatCompletion: {
    operation: {
      operationId: 'createProjectChatCompletion',
      summary: 'Chat completion over a project (OpenAI path)',
      description: "The same pipeline as `generate`. Set an OpenAI SDK's base URL to `/v1/projects/{project_id}`.",
      tags: ['chat'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'x-groundwire-strict',
        in: 'header',
        required: false,
        description:
          '`true`: a request that would have to be changed is refused with 400 `unsupported_parameter` before any provider is\nasked. Only `renamed` and `translated` adjustments are let pass, since they change nothing that was meant. The\nbody field `strict` does the same.\n',
        example: true,
        schema: { type: 'boolean' },
      },
    ],
    body: {
      required: true,
      schema: { $ref: '#/components/schemas/ChatCompletionRequest' },
      examples: {
        question: { value: { model: 'local/extractive', messages: [{ role: 'user', content: 'What is a project?' }] } },
      },
    },
    responses: {
      200: responses.Completion,
      400: responses.InvalidRequest,
      401: responses.Unauthenticated,
      404: responses.NotFound,
      413: responses.TooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.Unprocessable,
      429: responses.RateLimited,
      500: responses.Internal,
      502: responses.UpstreamFailed,
      503: responses.Unavailable,
      504: responses.UpstreamTimeout,
    },
  },
  createChatCompletion: {
    operation: {
      operationId: 'createChatCompletion',
      summary: 'Chat completion (OpenAI path)',
      description:
        'With a project (header `x-project-id`, or body field `project_id`) the same as `generate`. Without one a plain\ngateway: nothing is retrieved, and retrieval parameters are reported as `not_executed`.\n',
      tags: ['chat'],
    },
    parameters: [
      {
        name: 'x-groundwire-strict',
        in: 'header',
        required: false,
        description:
          '`true`: a request that would have to be changed is refused with 400 `unsupported_parameter` before any provider is\nasked. Only `renamed` and `translated` adjustments are let pass, since they change nothing that was meant. The\nbody field `strict` does the same.\n',
        example: true,
        schema: { type: 'boolean' },
      },
      {
        name: 'x-project-id',
        in: 'header',
        required: false,
        description: 'The project to retrieve from. When the body names one too, both must agree.',
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
    ],
    body: {
      required: true,
      schema: { $ref: '#/components/schemas/ChatCompletionRequest' },
      examples: {
        plain: {
          value: {
            model: 'openai/gpt-4o-mini',
            messages: [{ role: 'user', content: 'Say hello.' }],
            stream: true,
            stream_options: { include_usage: true },
          },
        },
      },
    },
    responses: {
      200: responses.Completion,
      400: responses.InvalidRequest,
      401: responses.Unauthenticated,
      404: responses.NotFound,
      413: responses.TooLarge,
      415: responses.UnsupportedMediaType,
      422: responses.Unprocessable,
      429: responses.RateLimited,
      500: responses.Internal,
      502: responses.UpstreamFailed,
      503: responses.Unavailable,
      504: responses.UpstreamTimeout,
    },
  },
  listModels: {
    operation: {
      operationId: 'listModels',
      summary: 'List models',
      description:
        'The built-in answerer, then what each configured provider lists right now, named `provider/model`. A provider\nthat does not answer within two seconds is left out and named in `unavailable`.\n',
      tags: ['models'],
    },
    parameters: [],

    responses: {
      200: {
        description: 'The models.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ModelList' } } },
      },
      401: responses.Unauthenticated,
      500: responses.Internal,
      503: responses.Unavailable,
    },
  },
  listProjectModels: {
    operation: {
      operationId: 'listProjectModels',
      summary: 'List models (project base URL)',
      description: 'The same list as `/v1/models`, for SDKs whose base URL is the project.',
      tags: ['models'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      200: {
        description: 'The models.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ModelList' } } },
      },
      400: responses.InvalidRequest,
      401: responses.Unauthenticated,
      404: responses.NotFound,
      500: responses.Internal,
      503: responses.Unavailable,
    },
  },
  getChunk: {
    operation: {
      operationId: 'getChunk',
      summary: 'Get a chunk',
      description:
        "The passage that a citation points at, and where it stands in its document. A citation's `url` carries a signature\nin place of a token and expires. A browser gets a page, a program JSON.\n",
      tags: ['documents'],
    },
    parameters: [
      {
        name: 'project_id',
        in: 'path',
        required: true,
        description: "The project's id, as `createProject` returned it.",
        example: '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
        schema: { type: 'string', format: 'uuid' },
      },
      {
        name: 'chunk_id',
        in: 'path',
        required: true,
        description: "The chunk's id, as `sources[].id` gives it.",
        example: '0198c0de-6b21-7f00-8a41-5f6e7d8c9b0a',
        schema: { type: 'string', format: 'uuid' },
      },
    ],

    responses: {
      200: {
        description: 'The chunk.',
        content: {
          'application/json': { schema: { $ref: '#/components/schemas/Chunk' } },
          'text/html': { schema: { type: 'string' } },
        },
      },
      400: responses.InvalidRequest,
      401: responses.Unauthenticated,
      404: responses.NotFound,
      500: responses.Internal,
      503: responses.Unavailable,
    },
  },
  getLiveness: {
    operation: {
      operationId: 'getLiveness',
      summary: 'Is the process alive?',
      description: 'Answers as long as the process can answer anything.',
      tags: ['health'],
    },
    parameters: [],

    responses: {
      200: {
        description: 'Alive.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Health' } } },
      },
      500: responses.Internal,
    },
  },
  getReadiness: {
    operation: {
      operationId: 'getReadiness',
      summary: 'Can it take requests?',
      description: 'Checks the database. Fails as soon as the server begins to shut down.',
      tags: ['health'],
    },
    parameters: [],

    responses: {
      200: {
        description: 'Ready.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Health' } } },
      },
      500: responses.Internal,
      503: responses.Unavailable,
    },
  },
};
