import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A Node program in a process of its own that tells how much CPU it has used. */
export interface MeasuredProcess {
  /** User and system time of all its threads since it started, in microseconds. */
  cpuMicros(): Promise<number>;
  /** What the program sends with `process.send({ url })` once it listens. */
  url(): Promise<string>;
  stop(): Promise<void>;
}

const PROBE = join(import.meta.dirname, 'cpu-probe.ts');

/** Starts `file`; what it writes to standard output is dropped, what it writes to standard error is shown. */
export function startProcess(file: string, environment: Record<string, string> = {}): MeasuredProcess {
  const child = fork(file, {
    execArgv: ['--import', PROBE, '--disable-warning=ExperimentalWarning'],
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const url = receive(child, 'url') as Promise<string>;
  url.catch(() => undefined);
  return {
    cpuMicros: () => {
      child.send('cpu');
      return receive(child, 'cpuMicros') as Promise<number>;
    },
    url: () => url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The next message that has this field. Rejects when the process ends first. */
function receive(child: ChildProcess, field: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: object): void => {
      if (!(field in message)) return;
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve((message as Record<string, unknown>)[field]);
    };
    const onExit = (code: number | null): void => reject(new Error(`${child.spawnfile} ended with ${code}`));
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
}
