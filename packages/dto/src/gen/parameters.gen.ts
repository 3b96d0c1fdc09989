// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.
import {
  ApiProperty,
  ApiPropertyOptional,
  type ApiPropertyOptions,
  ApiSchema,
  type ApiSchemaOptions,
} from '@nestjs/swagger';
import { boolean, Is, MayBeAbsent, number, text } from '../validators/index.ts';

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
