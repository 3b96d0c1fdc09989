import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { type MeasuredProcess, startProcess } from './measured-process.ts';

const REPOSITORY = join(import.meta.dirname, '../..');
const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];

/** The built server on a data folder of its own, with one project that holds this repository's documents. */
export interface Groundwire extends MeasuredProcess {
  origin: string;
  headers: Record<string, string>;
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

export async function startGroundwire(options: GroundwireOptions): Promise<Groundwire> {
  const { upstreamUrl, root = REPOSITORY } = options;
  const built = (file: string): string => join(root, 'apps/server/dist', file);
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'groundwire-bench-'));
  const environment = {
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    JWT_SECRET: 'a secret of the bench, and of nothing else',
    OPENAI_BASE_URL: `${upstreamUrl}/v1`,
    OPENAI_API_KEY: 'none',
    ...options.environment,
  };
  const server = startProcess(built('main.js'), environment);
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(`${origin}/health/ready`);
  const token = execFileSync(process.execPath, [built('token.js'), '--sub', 'bench'], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  const headers = { authorization: `Bearer ${token.trim()}`, 'content-type': 'application/json' };
  return {
    ...server,
    origin,
    headers,
    projectId: await createProject(origin, headers),
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
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

async function untilReady(url: string): Promise<void> {
  const deadlineMs = performance.now() + 60_000;
  while (performance.now() < deadlineMs) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error(`${url} was not ready within a minute`);
}
