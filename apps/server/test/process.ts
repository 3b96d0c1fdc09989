import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { freePort } from '../../../tools/free-port.ts';
import { ASK_YODA } from './harness.ts';

const DIST = new URL('../dist/', import.meta.url).pathname;

/** The built server as a process of its own. */
export interface ServerProcess {
  url: string;
  child: ChildProcess;
  output(): string;
  /** The exit code, once it has ended. */
  exited: Promise<number | null>;
}

/** Starts `dist/main.js` and does not wait for it. */
export async function spawnServer(environment: Record<string, string>): Promise<ServerProcess> {
  const port = environment.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [`${DIST}main.js`], {
    env: { PATH: process.env.PATH, ...environment, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  return { url: `http://127.0.0.1:${port}`, child, output: () => output, exited };
}

/** Starts `dist/main.js` and resolves when it is ready. */
export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const server = await spawnServer(environment);
  const ended = server.exited.then((code) => {
    throw new Error(`the server ended with ${code}: ${server.output()}`);
  });
  await Promise.race([untilReady(server.url), ended]);
  ended.catch(() => undefined);
  return server;
}

/**
 * A request to a server as the bearer of a token; `path` follows AskYoda's. Undefined for an answer without content; throws
 * for an error.
 */
export async function askServer<Body>(
  server: ServerProcess,
  token: string,
  method: string,
  path: string,
  body?: FormData | object,
): Promise<Body> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${server.url}${ASK_YODA}/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token.trim()}`,
      ...(body && !isForm && { 'content-type': 'application/json' }),
    },
    body: isForm ? body : body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${method} ${path} was answered with ${response.status}: ${text}\n${server.output()}`);
  }
  return (text === '' ? undefined : JSON.parse(text)) as Body;
}

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs `dist/token.js` as an operator would. */
export async function runToken(argv: string[], environment: Record<string, string>): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [`${DIST}token.js`, ...argv], {
    env: { PATH: process.env.PATH, ...environment },
  });
  return stdout;
}
