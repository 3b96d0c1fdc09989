import type { GroundwireClient } from '@groundwire/client';
import { DemoError } from './demo-error.ts';
import { findDocuments } from './find-documents.ts';

const PROJECT_NAME = 'Groundwire documentation';

/** The demo's project, and how much is in it. */
export interface DocumentationProject {
  id: string;
  documentCount: number;
  passageCount: number;
}

/** Makes the project anew, so that it holds the documentation as it is now, and adds every document. */
export async function createDocumentationProject(
  client: GroundwireClient,
  root: string,
  signal: AbortSignal,
): Promise<DocumentationProject> {
  const documents = await findDocuments(root);
  if (documents.length === 0) throw new DemoError(`No documentation was found in ${root}.`);

  const projects = await client.listProjects({ signal });
  const older = projects.filter(({ project_name }) => project_name === PROJECT_NAME);
  for (const { project_id } of older) await client.deleteProject(project_id, { signal });

  const { project_id } = await client.createProject(
    { project_name: PROJECT_NAME, collection_name: 'documentation', embeddings_provider: 'openai' },
    { signal },
  );
  const texts = documents.map(({ text }) => text);
  const metadata = documents.map(({ title, url, path }) => ({ title, url, path }));
  const { chunk_count } = await client.addText(project_id, { texts, metadata }, { signal });
  return { id: project_id, documentCount: documents.length, passageCount: chunk_count };
}
