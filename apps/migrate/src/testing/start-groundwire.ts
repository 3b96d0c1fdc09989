import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type GroundwireClient } from '@groundwire/client';
import { runToken, startServerProcess } from '../../../server/test/process.ts';

/** The built server in a process of its own, on a data folder that goes with it. */
export interface Groundwire {
  url: string;
  token: string;
  client: GroundwireClient;
  stop(): Promise<void>;
}

export async function startGroundwire(): Promise<Groundwire> {
  const dataDir = await mkdtemp(join(tmpdir(), 'groundwire-migrate-'));
  const environment = { DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
  const server = await startServerProcess(environment);
  const token = (await runToken(['--sub', 'alice'], environment)).trim();
  return {
    url: server.url,
    token,
    client: createClient({ baseUrl: server.url, token }),
    stop: async () => {
      server.child.kill('SIGTERM');
      await server.exited;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
