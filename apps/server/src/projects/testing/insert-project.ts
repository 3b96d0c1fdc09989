import type { Database } from '../../database/database.ts';
import { type NewProject, ProjectsStore } from '../projects.store.ts';

/** An empty project, for specs of what belongs to one. False, and nothing done, when its id is taken. */
export function insertProject(
  database: Database,
  id: string,
  tenant = 'alice',
  settings: Partial<NewProject> = {},
): Promise<boolean> {
  return new ProjectsStore(database).insert(tenant, {
    id,
    projectName: 'p',
    collectionName: 'c',
    embeddingsProvider: 'openai',
    llmProvider: null,
    llmModel: null,
    chunkSize: null,
    chunkSeparators: null,
    settings: {},
    ...settings,
  });
}
