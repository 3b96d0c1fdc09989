import type { Migration } from '../migration.ts';
import { migration as projectsDocumentsChunks } from './0001-projects-documents-chunks.ts';
import { migration as thinking } from './0005-thinking.ts';

/** Every step of the schema, in order. A new one is a new file and one line here. */
export const migrations: readonly Migration[] = [projectsDocumentsChunks, thinking];
