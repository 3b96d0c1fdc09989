// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.
import type { OperationDescription, ResponseDescription } from '../operation-description.ts';
import type { OPERATIONS } from './operations.gen.ts';

const responses = {
  Bad: {
    description: 'Something is wrong.',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Fault' } } },
  },
} satisfies Record<string, ResponseDescription>;

/** What Swagger shows of each operation. */
export const DESCRIPTIONS: Record<keyof typeof OPERATIONS, OperationDescription> = {
  addBook: {
    operation: { operationId: 'addBook', summary: 'Add a book', tags: ['books'] },
    parameters: [
      { name: 'shelf_id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
      { name: 'x-copies', in: 'header', required: false, schema: { type: 'integer', minimum: 1 } },
    ],
    body: { required: true, schema: { $ref: '#/components/schemas/Book' } },
    responses: { 201: { description: 'Added.' }, 400: responses.Bad },
  },
  getHealth: {
    operation: { operationId: 'getHealth' },
    parameters: [],

    responses: { 200: { description: 'Well.' } },
  },
};
