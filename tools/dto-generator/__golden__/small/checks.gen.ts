// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.
import type { CompiledValidator } from '../explain.ts';
import * as plans from './forgiving.gen.ts';
import { BOOK } from './names.gen.ts';
import * as parameters from './parameters.gen.ts';
import * as schemas from './schemas.gen.ts';
import * as validators from './validators.gen.ts';

/** Every request body: its class, its compiled validator, how it is tidied, and the fields it knows. */
export const BODIES = {
  Book: { dto: schemas.BookDto, accepts: validators.Book as CompiledValidator, plan: plans.Book, fields: BOOK },
} as const;

/** The parameters of every operation that has any. */
export const PARAMETERS = {
  addBook: {
    dto: parameters.AddBookParametersDto,
    accepts: validators.AddBookParameters as CompiledValidator,
    plan: plans.AddBookParameters,
  },
} as const;
