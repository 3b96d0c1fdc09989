import type { Migration } from '../migration.ts';
import { migration as projectsDocumentsChunks } from './0001-projects-documents-chunks.ts';
import { migration as embeddings } from './0004-embeddings.ts';

// Their numbers are taken by branches that have not landed.
const pending: Migration[] = [2, 3].map((id) => ({ id, name: 'pending', sql: 'select' }));

/** Every step of the schema, in order. A new one is a new file and one line here. */
export const migrations: readonly Migration[] = [projectsDocumentsChunks, ...pending, embeddings];
