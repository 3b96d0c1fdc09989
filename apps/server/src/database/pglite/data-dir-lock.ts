import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DataDirInUseError } from './data-dir-in-use-error.ts';
import { isAlive, ownIdentity } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';

const MAX_ATTEMPTS = 5;
const LONGEST_PAUSE_MS = 200;

/**
 * Makes this process the only user of a folder; PGlite itself would let a second one destroy it. The holder's pid and
 * start are the name of its lock file, so a file that a dead process left is known for good and anyone may remove it,
 * and two starters cannot both win: each writes its file before it looks for others, so the later one sees the earlier.
 * Processes that do not see each other's pids (two containers on one volume) are not kept apart.
 * @returns the function that gives the folder back
 * @throws DataDirInUseError when a live process holds it
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const own = ownIdentity();
  const lockFile = join(dataDir, fileName(own));
  for (let attempt = 1; ; attempt++) {
    await writeFile(lockFile, '', { flag: 'wx' }).catch((error: unknown) => {
      const isHeld = (error as NodeJS.ErrnoException).code === 'EEXIST';
      throw isHeld ? new DataDirInUseError(dataDir, own.pid) : error;
    });
    const holder = await findOtherHolder(dataDir, own);
    if (holder === undefined) return () => rm(lockFile, { force: true });
    await rm(lockFile, { force: true });
    if (attempt === MAX_ATTEMPTS) throw new DataDirInUseError(dataDir, holder.pid);
    // The other may be a starter that saw this file and gave way as well: try again, not in step.
    await pause(Math.random() * LONGEST_PAUSE_MS);
  }
}

/** Also removes what dead processes left. */
async function findOtherHolder(dataDir: string, own: ProcessIdentity): Promise<ProcessIdentity | undefined> {
  const others = (await readdir(dataDir))
    .map(parseFileName)
    .filter((identity) => identity !== undefined)
    .filter(({ pid, startedAt }) => pid !== own.pid || startedAt !== own.startedAt);
  const dead = others.filter((identity) => !isAlive(identity));
  await Promise.all(dead.map((identity) => rm(join(dataDir, fileName(identity)), { force: true })));
  return others.find((identity) => !dead.includes(identity));
}

function fileName({ pid, startedAt }: ProcessIdentity): string {
  return `pglite-${pid}-${startedAt}.lock`;
}

function parseFileName(name: string): ProcessIdentity | undefined {
  const match = /^pglite-(\d+)-(\d+)\.lock$/.exec(name);
  return match ? { pid: Number(match[1]), startedAt: match[2]! } : undefined;
}
