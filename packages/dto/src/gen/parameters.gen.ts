// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.
import {
  ApiProperty,
  ApiPropertyOptional,
  type ApiPropertyOptions,
  ApiSchema,
  type ApiSchemaOptions,
} from '@nestjs/swagger';
import { boolean, Is, MayBeAbsent, text } from '../validators/index.ts';

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
