import type { Database } from '../../database/database.ts';
import { ProjectsStore } from '../projects.store.ts';

/** An empty project, for specs of what belongs to one. */
export async function insertProject(database: Database, id: string, tenant = 'alice'): Promise<void> {
  await new ProjectsStore(database).insert(tenant, {
    id,
    projectName: 'p',
    collectionName: 'c',
    embeddingsProvider: 'openai',
    llmProvider: null,
    llmModel: null,
    chunkSize: null,
    chunkSeparators: null,
    settings: {},
  });
}
