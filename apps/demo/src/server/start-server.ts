import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@groundwire/client';
import { DemoError } from '../demo-error.ts';
import type { Environment } from '../settings.ts';

/** The server, running in a process of its own. */
export interface DemoServer {
  baseUrl: string;
  /** Resolves when the process has ended, for whatever reason. */
  ended: Promise<unknown>;
  /** Lets it finish its work, and waits for its end. */
  stop(): Promise<void>;
}

const LONGEST_START_MS = 60_000;
/** The server itself gives up draining after 25 s. */
const LONGEST_STOP_MS = 30_000;
const POLL_MS = 100;

/**
 * Starts the built server and waits until it takes requests. What it logs goes to stderr from then on.
 * @param script Path of its `main.js`.
 * @throws {DemoError} with the server's own words when it does not start.
 */
export async function startServer(
  script: string,
  baseUrl: string,
  environment: Environment,
  signal: AbortSignal,
): Promise<DemoServer> {
  // In a group of its own, Ctrl-C reaches only the demo, which then stops the server once.
  const child = spawn(process.execPath, [script], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    windowsHide: true,
  });
  const ended = once(child, 'exit');
  const killAtExit = (): void => void child.kill('SIGTERM');
  process.once('exit', killAtExit);
  void ended.then(() => process.off('exit', killAtExit));

  const server: DemoServer = { baseUrl, ended, stop: () => stop(child, ended) };
  try {
    await waitUntilReady(child, baseUrl, signal);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function waitUntilReady(child: ChildProcess, baseUrl: string, signal: AbortSignal): Promise<void> {
  let words = '';
  child.stdout?.resume();
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (words += text));
  const client = createClient({ baseUrl, token: '', timeoutMs: 5_000 });
  const deadline = Date.now() + LONGEST_START_MS;

  while (Date.now() < deadline) {
    signal.throwIfAborted();
    if (hasEnded(child)) throw new DemoError(reason(words) ?? 'The server ended while it was starting.');
    const isReady = await client.getReadiness({ signal }).then(
      () => true,
      () => false,
    );
    if (isReady) {
      relayLog(child);
      return;
    }
    await sleep(POLL_MS);
  }
  throw new DemoError(`The server was not ready after ${LONGEST_START_MS / 1000} s.`);
}

function relayLog(child: ChildProcess): void {
  child.stdout?.pipe(process.stderr, { end: false });
  child.stderr?.removeAllListeners('data').pipe(process.stderr, { end: false });
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (hasEnded(child)) return;
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS);
  await ended;
  clearTimeout(impatience);
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** The line that says why: the server's own sentence, else the error of a crash, else the last one. */
function reason(words: string): string | undefined {
  const lines = words.trim().split('\n');
  return (lines.find((line) => /^(Groundwire|\w*error)\b/i.test(line)) ?? lines.at(-1)) || undefined;
}
