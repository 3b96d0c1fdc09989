import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { type MeasuredProcess, startProcess } from './measured-process.ts';

const REPOSITORY = join(import.meta.dirname, '../..');

/** The built server in a process of its own, on a data folder that goes with it. */
export interface Server extends MeasuredProcess {
  origin: string;
  /** A tenant's token and the type of what is sent. */
  headers: Record<string, string>;
}

/**
 * Starts what is built, and waits until it is ready.
 * @param environment further settings of the server; `DATABASE_URL` comes from the environment when it is set there
 * @param root a checkout whose server is built
 */
export async function startServer(environment: Record<string, string> = {}, root = REPOSITORY): Promise<Server> {
  const built = (file: string): string => join(root, 'apps/server/dist', file);
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), 'groundwire-bench-'));
  const settings = {
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    JWT_SECRET: 'a secret of the bench, and of nothing else',
    ...environment,
  };
  const server = startProcess(built('main.js'), settings);
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(`${origin}/health/ready`);
  const token = execFileSync(process.execPath, [built('token.js'), '--sub', 'bench'], {
    env: { ...process.env, ...settings },
    encoding: 'utf8',
  });
  return {
    ...server,
    origin,
    headers: { authorization: `Bearer ${token.trim()}`, 'content-type': 'application/json' },
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true });
    },
  };
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
