// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.
import type { ObjectPlan } from '../tidy.ts';

export const ChapterParts: ObjectPlan = { droppable: new Set(['text', 'lines']), fields: new Map(Object.entries({})) };

export const PictureParts: ObjectPlan = { droppable: new Set(['alt']), fields: new Map(Object.entries({})) };

export const Book: ObjectPlan = {
  droppable: new Set(['labels', 'year', 'kind', 'cover', 'notes', 'lent_at', 'extra']),
  fields: new Map(
    Object.entries({
      year: { text: 'number' },
      contents: {
        items: {
          tag: 'type',
          members: new Map([
            ['chapter', () => ChapterParts],
            ['picture', () => PictureParts],
          ]),
        },
      },
      notes: { values: { text: 'number' } },
    }),
  ),
};

export const AddBookParameters: ObjectPlan = {
  droppable: new Set(['x-copies']),
  fields: new Map(Object.entries({ 'x-copies': { text: 'number' } })),
};
