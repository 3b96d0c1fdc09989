// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.
import {
  ApiProperty,
  ApiPropertyOptional,
  type ApiPropertyOptions,
  ApiSchema,
  type ApiSchemaOptions,
} from '@nestjs/swagger';
import { boolean, Is, MayBeAbsent, number, oneOf, text } from '../validators/index.ts';

@ApiSchema({ name: 'CreateProjectParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class CreateProjectParametersDto {
  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 255,
    description:
      'Any text of your choice. A request that is sent again with the same key within 24 hours is carried out once and\nanswered alike each time; the key with another body is refused with 422, and with 409 while the first is under way.\n',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 255 }))
  'idempotency-key'?: string;
}

@ApiSchema({ name: 'GetProjectParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class GetProjectParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;
}

@ApiSchema({ name: 'DeleteProjectParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class DeleteProjectParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;
}

@ApiSchema({ name: 'GetProjectInfoParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class GetProjectInfoParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;
}

@ApiSchema({ name: 'GetLimitsParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class GetLimitsParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;
}

@ApiSchema({ name: 'ReplaceLimitsParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class ReplaceLimitsParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;
}

@ApiSchema({ name: 'AddTextParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class AddTextParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 255,
    description:
      'Any text of your choice. A request that is sent again with the same key within 24 hours is carried out once and\nanswered alike each time; the key with another body is refused with 422, and with 409 while the first is under way.\n',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 255 }))
  'idempotency-key'?: string;
}

@ApiSchema({ name: 'AddFileParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class AddFileParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 255,
    description:
      'Any text of your choice. A request that is sent again with the same key within 24 hours is carried out once and\nanswered alike each time; the key with another body is refused with 422, and with 409 while the first is under way.\n',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 255 }))
  'idempotency-key'?: string;
}

@ApiSchema({ name: 'AddImageParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class AddImageParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 255,
    description:
      'Any text of your choice. A request that is sent again with the same key within 24 hours is carried out once and\nanswered alike each time; the key with another body is refused with 422, and with 409 while the first is under way.\n',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 255 }))
  'idempotency-key'?: string;
}

@ApiSchema({ name: 'AddVideoParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class AddVideoParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 255,
    description:
      'Any text of your choice. A request that is sent again with the same key within 24 hours is carried out once and\nanswered alike each time; the key with another body is refused with 422, and with 409 while the first is under way.\n',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 255 }))
  'idempotency-key'?: string;
}

@ApiSchema({ name: 'AddUrlParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class AddUrlParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 255,
    description:
      'Any text of your choice. A request that is sent again with the same key within 24 hours is carried out once and\nanswered alike each time; the key with another body is refused with 422, and with 409 while the first is under way.\n',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 255 }))
  'idempotency-key'?: string;
}

@ApiSchema({ name: 'ListFilesParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class ListFilesParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;
}

@ApiSchema({ name: 'GetFileParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class GetFileParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The file's id, as `addFile` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  file_id!: string;
}

@ApiSchema({ name: 'DeleteFileParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class DeleteFileParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The file's id, as `addFile` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  file_id!: string;
}

@ApiSchema({ name: 'QueryProjectParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class QueryProjectParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({
    type: 'boolean',
    description:
      '`true`: a request that would have to be changed is refused with 400 `unsupported_parameter` before any provider is\nasked. Only `renamed` and `translated` adjustments are let pass, since they change nothing that was meant. The\nbody field `strict` does the same.\n',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  'x-groundwire-strict'?: boolean;

  @ApiPropertyOptional({
    type: 'string',
    description:
      "`askyoda-spec`: answer in the shape of AskYoda's published description, which its own clients contradict. `ask_llm` then\nanswers with chunks, `query` with a model's text, and `generate` has the chunks in `result` beside the rest.\nScores there are whole numbers from 0 to 100.\n",
    enum: ['askyoda-spec'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['askyoda-spec']))
  'x-groundwire-compat'?: 'askyoda-spec';
}

@ApiSchema({ name: 'GenerateParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class GenerateParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({
    type: 'boolean',
    description:
      '`true`: a request that would have to be changed is refused with 400 `unsupported_parameter` before any provider is\nasked. Only `renamed` and `translated` adjustments are let pass, since they change nothing that was meant. The\nbody field `strict` does the same.\n',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  'x-groundwire-strict'?: boolean;

  @ApiPropertyOptional({
    type: 'string',
    description:
      "`askyoda-spec`: answer in the shape of AskYoda's published description, which its own clients contradict. `ask_llm` then\nanswers with chunks, `query` with a model's text, and `generate` has the chunks in `result` beside the rest.\nScores there are whole numbers from 0 to 100.\n",
    enum: ['askyoda-spec'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['askyoda-spec']))
  'x-groundwire-compat'?: 'askyoda-spec';
}

@ApiSchema({ name: 'ExplainGenerateParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class ExplainGenerateParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({
    type: 'boolean',
    description:
      '`true`: a request that would have to be changed is refused with 400 `unsupported_parameter` before any provider is\nasked. Only `renamed` and `translated` adjustments are let pass, since they change nothing that was meant. The\nbody field `strict` does the same.\n',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  'x-groundwire-strict'?: boolean;
}

@ApiSchema({ name: 'ListConversationsParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class ListConversationsParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 1000,
    default: 1000,
    description: 'How many to return at most.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1, maximum: 1000 }))
  limit?: number;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    description: 'The last conversation of the page before. The list goes on behind it.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  after?: string;
}

@ApiSchema({ name: 'CreateConversationParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class CreateConversationParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 255,
    description:
      'Any text of your choice. A request that is sent again with the same key within 24 hours is carried out once and\nanswered alike each time; the key with another body is refused with 422, and with 409 while the first is under way.\n',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 255 }))
  'idempotency-key'?: string;
}

@ApiSchema({ name: 'GetConversationParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class GetConversationParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The conversation's id, as `createConversation` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  conversation_id!: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 1000,
    default: 1000,
    description: 'How many to return at most.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1, maximum: 1000 }))
  limit?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 2147483647,
    description: 'The `turn` of the last message of the page before.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 0, maximum: 2147483647 }))
  after?: number;
}

@ApiSchema({ name: 'ReplaceConversationNameParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class ReplaceConversationNameParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The conversation's id, as `createConversation` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  conversation_id!: string;
}

@ApiSchema({ name: 'UpdateConversationNameParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class UpdateConversationNameParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The conversation's id, as `createConversation` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  conversation_id!: string;
}

@ApiSchema({ name: 'DeleteConversationParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class DeleteConversationParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The conversation's id, as `createConversation` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  conversation_id!: string;
}

@ApiSchema({ name: 'ListRequestsParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class ListRequestsParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 20,
    description: 'How many to return at most.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1, maximum: 100 }))
  limit?: number;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    description: 'The `next_cursor` of the page before. Records that are added meanwhile shift nothing.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  cursor?: string;

  @ApiPropertyOptional({
    type: 'string',
    pattern: '^[1-5]([0-9]{2}|xx)$',
    description: 'An HTTP status such as `429`, or a class of them: `2xx`, `4xx`, `5xx`.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ pattern: '^[1-5]([0-9]{2}|xx)$' }))
  status?: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'date-time',
    description: 'Only requests that came at this time or later (RFC 3339).',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'date-time' }))
  from?: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'date-time',
    description: 'Only requests that came before this time (RFC 3339).',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'date-time' }))
  to?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 500,
    description: 'Only requests that named this model, or that this one answered, as `provider/model`.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 500 }))
  model?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 500,
    description: 'Only requests that named this `user`.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 500 }))
  user?: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    description: 'Only requests that continue this conversation.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  conversation_id?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 64,
    description: 'Only requests whose `metadata` has this key.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 64 }))
  metadata_key?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 512,
    description: 'The value that `metadata_key` must have; needs that.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 512 }))
  metadata_value?: string;
}

@ApiSchema({ name: 'GetRequestParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class GetRequestParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The request's id, as its answer had it in `x-request-id`.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  request_id!: string;
}

@ApiSchema({ name: 'GetUsageParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class GetUsageParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'date-time',
    description: 'Only requests that came at this time or later (RFC 3339).',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'date-time' }))
  from?: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'date-time',
    description: 'Only requests that came before this time (RFC 3339).',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'date-time' }))
  to?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 500,
    description: 'Only requests that named this model, or that this one answered, as `provider/model`.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 500 }))
  model?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 500,
    description: 'Only requests that named this `user`.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 500 }))
  user?: string;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    description: 'Only requests that continue this conversation.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  conversation_id?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 64,
    description: 'Only requests whose `metadata` has this key.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 64 }))
  metadata_key?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    maxLength: 512,
    description: 'The value that `metadata_key` must have; needs that.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1, maxLength: 512 }))
  metadata_value?: string;
}

@ApiSchema({ name: 'UpdateProjectParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class UpdateProjectParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;
}

@ApiSchema({ name: 'ListChunkIdsParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class ListChunkIdsParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;
}

@ApiSchema({ name: 'DeleteChunkParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class DeleteChunkParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({ type: 'string', format: 'uuid', description: 'One chunk.' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  id?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'Several chunks, as a repeated parameter or separated by commas.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  chunk_ids?: string;
}

@ApiSchema({ name: 'DeleteAllChunksParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class DeleteAllChunksParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;
}

@ApiSchema({ name: 'CreateBotPromptParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class CreateBotPromptParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    description: 'The model that `ask_llm` asks when a request names none: `provider/model`, or a bare name.',
  } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  model!: string;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    maxLength: 255,
    description: 'The name of the profile, by which it is updated.',
  } as ApiPropertyOptions)
  @Is(text({ minLength: 1, maxLength: 255 }))
  name!: string;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    description: 'What the bot is told before each chat. `{name}` and `{{name}}` stand for values of `params`.',
  } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  text!: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'A JSON object with the values of the variables in `text`, as text.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  params?: string;

  @ApiPropertyOptional({ type: 'string', minLength: 1, description: 'Stands before `text`.' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  system_prompt?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description:
      'Addresses of files, repeated or separated by commas, kept with the profile. They are not read; add them with `add_url`.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  file_urls?: string;
}

@ApiSchema({ name: 'ListBotPromptsParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class ListBotPromptsParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;
}

@ApiSchema({ name: 'RemoveBotPromptParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class RemoveBotPromptParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;
}

@ApiSchema({ name: 'UpdateBotPromptParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class UpdateBotPromptParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiProperty({ type: 'string', minLength: 1, description: 'The name of the profile.' } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  prompt_name!: string;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    description: 'The model that `ask_llm` asks when a request names none: `provider/model`, or a bare name.',
  } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  model!: string;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    maxLength: 255,
    description: 'The name of the profile, by which it is updated.',
  } as ApiPropertyOptions)
  @Is(text({ minLength: 1, maxLength: 255 }))
  name!: string;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    description: 'What the bot is told before each chat. `{name}` and `{{name}}` stand for values of `params`.',
  } as ApiPropertyOptions)
  @Is(text({ minLength: 1 }))
  text!: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description: 'A JSON object with the values of the variables in `text`, as text.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  params?: string;

  @ApiPropertyOptional({ type: 'string', minLength: 1, description: 'Stands before `text`.' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  system_prompt?: string;

  @ApiPropertyOptional({
    type: 'string',
    minLength: 1,
    description:
      'Addresses of files, repeated or separated by commas, kept with the profile. They are not read; add them with `add_url`.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  file_urls?: string;
}

@ApiSchema({ name: 'AskLlmParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class AskLlmParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({
    type: 'boolean',
    description:
      '`true`: a request that would have to be changed is refused with 400 `unsupported_parameter` before any provider is\nasked. Only `renamed` and `translated` adjustments are let pass, since they change nothing that was meant. The\nbody field `strict` does the same.\n',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  'x-groundwire-strict'?: boolean;

  @ApiPropertyOptional({
    type: 'string',
    description:
      "`askyoda-spec`: answer in the shape of AskYoda's published description, which its own clients contradict. `ask_llm` then\nanswers with chunks, `query` with a model's text, and `generate` has the chunks in `result` beside the rest.\nScores there are whole numbers from 0 to 100.\n",
    enum: ['askyoda-spec'],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['askyoda-spec']))
  'x-groundwire-compat'?: 'askyoda-spec';
}

@ApiSchema({ name: 'CreateProjectChatCompletionParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class CreateProjectChatCompletionParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiPropertyOptional({
    type: 'boolean',
    description:
      '`true`: a request that would have to be changed is refused with 400 `unsupported_parameter` before any provider is\nasked. Only `renamed` and `translated` adjustments are let pass, since they change nothing that was meant. The\nbody field `strict` does the same.\n',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  'x-groundwire-strict'?: boolean;
}

@ApiSchema({ name: 'CreateChatCompletionParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class CreateChatCompletionParametersDto {
  @ApiPropertyOptional({
    type: 'boolean',
    description:
      '`true`: a request that would have to be changed is refused with 400 `unsupported_parameter` before any provider is\nasked. Only `renamed` and `translated` adjustments are let pass, since they change nothing that was meant. The\nbody field `strict` does the same.\n',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(boolean())
  'x-groundwire-strict'?: boolean;

  @ApiPropertyOptional({
    type: 'string',
    format: 'uuid',
    description: 'The project to retrieve from. When the body names one too, both must agree.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ format: 'uuid' }))
  'x-project-id'?: string;
}

@ApiSchema({ name: 'ListProjectModelsParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class ListProjectModelsParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;
}

@ApiSchema({ name: 'GetChunkParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class GetChunkParametersDto {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The project's id, as `createProject` returned it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  project_id!: string;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    description: "The chunk's id, as `sources[].id` gives it.",
  } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  chunk_id!: string;
}
