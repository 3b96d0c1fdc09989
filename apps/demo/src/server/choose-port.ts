import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { DemoError } from '../demo-error.ts';

export const DEFAULT_PORT = 3000;

/**
 * A port that nobody listens on: the wanted one, or (when none or 0 is wanted) 3000 or a free one.
 * @throws {DemoError} when the wanted port is taken, or `host` is not of this machine.
 */
export async function choosePort(wanted: number | undefined, host: string): Promise<number> {
  const free = await tryPort(wanted ?? DEFAULT_PORT, host);
  if (free !== undefined) return free;
  if (wanted === undefined) return (await tryPort(0, host)) as number;
  throw new DemoError(`Port ${wanted} of ${host} is already in use: set PORT to another one.`);
}

/** The port, once it has been seen to be free; undefined when it is taken. 0 stands for any. */
function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(new DemoError(`Port ${port} of ${host} cannot be used (${error.code}).`));
    });
    probe.listen({ port, host, exclusive: true }, () => {
      const { port: free } = probe.address() as AddressInfo;
      probe.close(() => resolve(free));
    });
  });
}
