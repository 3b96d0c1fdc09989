// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.

/** Every operation of the contract: where it is, who may call it, and what a success is. Paths are in Nest's form. */
export const OPERATIONS = {
  addBook: {
    method: 'post',
    path: '/shelves/:shelf_id/books/',
    secured: true,
    successStatus: 201,
    body: 'Book',
    bodyTypes: ['application/json', 'multipart/form-data'],
    parameters: { shelf_id: 'path', 'x-copies': 'header' },
  },
  getHealth: { method: 'get', path: '/health', secured: false, successStatus: 200, parameters: {} },
} as const;
