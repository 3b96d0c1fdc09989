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
  either,
  Is,
  list,
  map,
  MayBeAbsent,
  nothing,
  number,
  oneOf,
  OnlyKnownFields,
  tagged,
  text,
} from '../validators/index.ts';

/** What anything may be labelled with. */
@ApiSchema({ name: 'Labels', description: 'What anything may be labelled with.' } as ApiSchemaOptions)
export class LabelsDto {
  @ApiPropertyOptional({
    type: 'object',
    oneOf: [
      { type: 'string', minLength: 1 },
      { type: 'array', maxItems: 3, items: { type: 'string' } },
    ],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ minLength: 1 }), list(text(), { maxItems: 3 })))
  labels?: string | Array<string>;

  @ApiPropertyOptional({ type: 'integer', minimum: -3000, maximum: 3000, default: 0 } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: -3000, maximum: 3000 }))
  year?: number;
}

/**
 * A book.
 * With contents.
 */
@ApiSchema({ name: 'Book', description: 'A book.\nWith contents.\n', 'x-forgiving': true } as ApiSchemaOptions)
export class BookDto {
  @ApiPropertyOptional({
    type: 'object',
    oneOf: [
      { type: 'string', minLength: 1 },
      { type: 'array', maxItems: 3, items: { type: 'string' } },
    ],
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ minLength: 1 }), list(text(), { maxItems: 3 })))
  labels?: string | Array<string>;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 3000,
    description: 'When it appeared.',
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(number({ integer: true, minimum: 0, maximum: 3000 }))
  year?: number;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    maxLength: 200,
    description: 'Its title.',
    examples: ['Ulysses'],
  } as ApiPropertyOptions)
  @Is(text({ minLength: 1, maxLength: 200 }))
  title!: string;

  @ApiPropertyOptional({ type: 'string', enum: ['novel', 'essay'] } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(oneOf(['novel', 'essay']))
  kind?: 'novel' | 'essay';

  @ApiPropertyOptional({ type: 'string', format: 'binary', description: 'A picture of it.' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  cover?: string;

  @ApiProperty({
    type: 'array',
    minItems: 1,
    items: {
      type: 'object',
      oneOf: [{ $ref: '#/components/schemas/Chapter' }, { $ref: '#/components/schemas/Picture' }],
      discriminator: {
        propertyName: 'type',
        mapping: { chapter: '#/components/schemas/Chapter', picture: '#/components/schemas/Picture' },
      },
    },
  } as ApiPropertyOptions)
  @Is(
    list(
      tagged('type', () => ({ chapter: ChapterDto, picture: PictureDto })),
      { minItems: 1 },
    ),
  )
  contents!: Array<ChapterDto | PictureDto>;

  @ApiPropertyOptional({
    type: 'object',
    propertyNames: { maxLength: 8 },
    additionalProperties: { type: 'number', exclusiveMinimum: true, minimum: 0 },
  } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(map(number({ exclusiveMinimum: 0 }), text({ maxLength: 8 })))
  notes?: { [key: string]: number };

  @ApiPropertyOptional({ type: 'string', format: 'date-time', nullable: true } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(either(text({ format: 'date-time' }), nothing()))
  lent_at?: string | null;

  @ApiPropertyOptional({ type: 'object', description: 'Anything.', anyOf: [{}] } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(anything())
  extra?: unknown;
}

@ApiSchema({ name: 'Chapter', anyOf: [{ required: ['text'] }, { required: ['lines'] }] } as ApiSchemaOptions)
@AtLeastOneOf(['text', 'lines'])
export class ChapterDto {
  @ApiProperty({ type: 'string', enum: ['chapter'] } as ApiPropertyOptions)
  @Is(oneOf(['chapter']))
  type!: 'chapter';

  @ApiPropertyOptional({ type: 'string' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text())
  text?: string;

  @ApiPropertyOptional({ type: 'array', items: { type: 'string' } } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(list(text()))
  lines?: Array<string>;
}

@ApiSchema({ name: 'Picture', additionalProperties: false } as ApiSchemaOptions)
@OnlyKnownFields()
export class PictureDto {
  @ApiProperty({ type: 'string', enum: ['picture'] } as ApiPropertyOptions)
  @Is(oneOf(['picture']))
  type!: 'picture';

  @ApiProperty({ type: 'string', format: 'uri' } as ApiPropertyOptions)
  @Is(text({ format: 'uri' }))
  url!: string;

  @ApiPropertyOptional({ type: 'string', pattern: '^[A-Z]' } as ApiPropertyOptions)
  @MayBeAbsent()
  @Is(text({ pattern: '^[A-Z]' }))
  alt?: string;
}

@ApiSchema({ name: 'Fault', additionalProperties: true } as ApiSchemaOptions)
export class FaultDto {
  @ApiProperty({ type: 'string' } as ApiPropertyOptions)
  @Is(text())
  message!: string;

  [key: string]: unknown;
}
