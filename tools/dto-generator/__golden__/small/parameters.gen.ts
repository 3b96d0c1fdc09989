// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.
import {
  ApiProperty,
  ApiPropertyOptional,
  type ApiPropertyOptions,
  ApiSchema,
  type ApiSchemaOptions,
} from '@nestjs/swagger';
import { Is, MayBeAbsent, number, text } from '../validators/index.ts';

@ApiSchema({ name: 'AddBookParameters', 'x-forgiving': true } as ApiSchemaOptions)
export class AddBookParametersDto {
  @ApiProperty({ type: 'string', format: 'uuid' } as ApiPropertyOptions)
  @Is(text({ format: 'uuid' }))
  shelf_id!: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1 } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 1 }))
  'x-copies'?: number;
}
