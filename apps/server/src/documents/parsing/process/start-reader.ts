import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename, dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MAX_HEAP_MB } from '../limits.ts';

// Built, this file and the entry end in .js; in tests both are TypeScript, whose types Node strips.
const ENTRY = new URL(`./reader-process${extname(import.meta.url)}`, import.meta.url);

/**
 * Starts a process that inherits the open file as descriptor 4 and nothing else of ours: no environment, no output, no other
 * file. It may read the code it runs and its libraries; it may not write, and may start no process.
 * @param maxMemoryMb all of its memory, as its watchdog sees it
 */
export function startReader(fd: number, maxMemoryMb: number, entry = ENTRY): ChildProcess {
  const argv = [process.pid, maxMemoryMb * 1024 * 1024].map(String);
  return fork(fileURLToPath(entry), argv, {
    execArgv: [
      `--max-old-space-size=${MAX_HEAP_MB}`,
      // Garbage is swept more often, for some fifty megabytes less; no slower where it was measured.
      '--max-semi-space-size=8',
      '--expose-gc',
      '--permission',
      // Tesseract and the watchdog are threads.
      '--allow-worker',
      ...readableFolders().map((folder) => `--allow-fs-read=${folder}`),
    ],
    // With one pool for all threads, glibc gives memory back that is free; other systems ignore it.
    env: { MALLOC_ARENA_MAX: '1' },
    cwd: '/',
    // What libraries print about a file does not belong into the log.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc', fd],
    serialization: 'advanced',
    // A group of its own: what a terminal sends to ours, Ctrl-C, does not end it before we give the job back.
    detached: true,
  });
}

/** This room and its neighbours, and the packages they import, those of the workspace by the folder that they lie in. */
function readableFolders(): string[] {
  const { resolve } = createRequire(import.meta.url);
  const documents = fileURLToPath(new URL('../../', import.meta.url));
  return [
    documents,
    dirname(dirname(resolve('@groundwire/text'))),
    ...resolve.paths('packages')!.filter((path) => basename(path) === 'node_modules'),
  ];
}
