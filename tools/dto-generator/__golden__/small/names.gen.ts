// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.

export const LABELS = ['labels', 'year'] as const;

export const BOOK = ['labels', 'year', 'title', 'kind', 'cover', 'contents', 'notes', 'lent_at', 'extra'] as const;
