import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Server, startServer } from '../server-process/start-server.ts';

const REPOSITORY = join(import.meta.dirname, '../..');
const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];

/** The built server on a data folder of its own, with one project that holds this repository's documents. */
export interface Groundwire extends Server {
  projectId: string;
}

export interface GroundwireOptions {
  /** What stands in for OpenAI. */
  upstreamUrl: string;
  /** Further settings of the server. */
  environment?: Record<string, string>;
  /** A checkout whose server is built. */
  root?: string;
}

export async function startGroundwire({ upstreamUrl, environment, root }: GroundwireOptions): Promise<Groundwire> {
  const server = await startServer(
    { OPENAI_BASE_URL: `${upstreamUrl}/v1`, OPENAI_API_KEY: 'none', ...environment },
    root,
  );
  return { ...server, projectId: await createProject(server.origin, server.headers) };
}

async function createProject(origin: string, headers: Record<string, string>): Promise<string> {
  const post = async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${origin}/v2/aiproducts/askyoda/v2/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const names = { project_name: 'bench', collection_name: 'bench', embeddings_provider: 'openai' };
  const { project_id: projectId } = (await post('', names)) as { project_id: string };
  await post(`${projectId}/add_text/`, {
    texts: DOCUMENTS.map((file) => readFileSync(join(REPOSITORY, file), 'utf8')),
  });
  return projectId;
}
