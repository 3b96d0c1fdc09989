import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataDirInUseError } from './data-dir-in-use-error.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { ownIdentity } from './process-identity.ts';

/** Takes the lock, says so, and holds it until its input ends. */
const script = `
  const { lockDataDir } = await import(process.argv[1]);
  await lockDataDir(process.argv[2]).then(() => console.log('held'), (error) => console.log(error.name));
  process.stdin.resume();`;

describe('the lock on the data folder', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'groundwire-lock-'));
  });

  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const start = async () => {
    const url = new URL('./data-dir-lock.ts', import.meta.url).href;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, url, dataDir]);
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, answer: line.toString().trim() };
  };

  it('is held by one, and free again when given back', async () => {
    const unlock = await lockDataDir(dataDir);
    await expect(lockDataDir(dataDir)).rejects.toThrow(DataDirInUseError);
    await unlock();
    expect(readdirSync(dataDir)).toEqual([]);
    await (
      await lockDataDir(dataDir)
    )();
  });

  it('goes to one of several that start together after a holder was killed', async () => {
    const holder = await start();
    expect(holder.answer).toBe('held');
    holder.child.kill('SIGKILL');
    await once(holder.child, 'exit');

    const starters = await Promise.all([start(), start(), start()]);
    expect(starters.map(({ answer }) => answer).sort()).toEqual(['DataDirInUseError', 'DataDirInUseError', 'held']);
    for (const { child } of starters) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });

  it('does not take a new process for the dead one whose pid it was given', async () => {
    const { pid, startedAt } = ownIdentity();
    // As if this very pid had belonged to a process that started one tick earlier.
    writeFileSync(join(dataDir, `pglite-${pid}-${Number(startedAt) - 1}.lock`), '');
    const unlock = await lockDataDir(dataDir);
    expect(readdirSync(dataDir)).toEqual([`pglite-${pid}-${startedAt}.lock`]);
    await unlock();
  });

  it('leaves other files alone', async () => {
    writeFileSync(join(dataDir, 'jwt-secret'), 'kept');
    await (
      await lockDataDir(dataDir)
    )();
    expect(readdirSync(dataDir)).toEqual(['jwt-secret']);
  });
});
