import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { RenderError } from '../render-error.ts';
import { chromiumFlags } from './chromium-flags.ts';
import { DevTools } from './dev-tools.ts';

export interface ChromiumSettings {
  /** Absolute. */
  path: string;
  /** False where the operator says that it cannot run. */
  hasSandbox: boolean;
}

/** A running browser with a profile of its own. */
export interface Chromium {
  devTools: DevTools;
  /** Ends its processes, all of them, and removes its profile. */
  close(): Promise<void>;
}

/** Of each of its processes, in KiB: a page that fills more than that crashes. Systems other than Linux may not count it. */
const MAX_DATA_KIB = 1_000_000;
/** Who runs it when the server is root: Chromium's sandbox refuses root, and what gets out of it should be nobody. */
const NOBODY = 65_534;
const PATH = '/usr/local/bin:/usr/bin:/bin';
/** Streams of answers come first. */
const NICENESS = 10;
const LOG_LENGTH = 2_000;
const REMOVAL_RETRIES = 5;

/**
 * Everything that is asked of the browser fails once `ended` fires. Throws RenderError when it cannot be started; its last
 * words are the cause.
 */
export async function launchChromium(
  { path, hasSandbox }: ChromiumSettings,
  proxyUrl: string,
  maxMessageBytes: number,
  ended: AbortSignal,
): Promise<Chromium> {
  const profile = await mkdtemp(join(tmpdir(), `groundwire-chromium-${process.pid}-`));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await chown(profile, NOBODY, NOBODY);
  const child = spawn('/bin/sh', limited(path, chromiumFlags({ profile, proxyUrl, hasSandbox })), {
    // A group of its own, to be ended as a whole.
    detached: true,
    // None of our settings: keys are among them.
    env: { PATH, HOME: profile, TMPDIR: profile, LANG: 'C.UTF-8' },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    ...(isRoot && { uid: NOBODY, gid: NOBODY }),
  });
  const [, , stderr, input, output] = child.stdio as unknown as [null, null, Readable, Writable, Readable];
  const devTools = new DevTools(input, output, maxMessageBytes);
  let log = '';
  stderr.on('data', (data: Buffer) => (log = (log + data.toString()).slice(-LOG_LENGTH)));
  const gone = once(child, 'close').catch(() => undefined);
  ended.addEventListener('abort', () => devTools.fail(new RenderError('timeout')));
  child.on('error', (error) => devTools.fail(new RenderError('browser', error)));
  const close = async (): Promise<void> => {
    devTools.fail(new RenderError('browser', 'it was closed'));
    killGroup(child);
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: REMOVAL_RETRIES });
  };
  try {
    ended.throwIfAborted();
    await devTools.send('Browser.setDownloadBehavior', { behavior: 'deny' });
    return { devTools, close };
  } catch (error) {
    await close();
    throw ended.aborted ? error : new RenderError('browser', log || error);
  }
}

/**
 * The arguments of a shell that sets the limits, starts the browser, and cleans up behind it: when this process is killed,
 * the browser finds its pipe closed and ends. Its home is its profile.
 */
function limited(path: string, flags: readonly string[]): string[] {
  const commands = [
    `ulimit -d ${MAX_DATA_KIB}`,
    'ulimit -c 0',
    `nice -n ${NICENESS} "$0" "$@"`,
    'code=$?',
    'rm -rf -- "$HOME"',
    'exit $code',
  ];
  return ['-c', commands.join('\n'), path, ...flags];
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
