import { readFileSync } from 'node:fs';

/** Tells a process from a later one that was given the same pid. */
export interface ProcessIdentity {
  pid: number;
  /** Clock ticks from boot to the process's start (Linux); '0' where the system does not tell: then only the pid counts. */
  startedAt: string;
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startedAt: readStart(process.pid) ?? '0' };
}

export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  const start = readStart(pid);
  if (start !== undefined) return start === startedAt;
  return acceptsSignals(pid);
}

/** Undefined when /proc does not show the process; 'ended' when it only waits for its parent to collect it. */
function readStart(pid: number): string | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // "pid (any name) state …": state is field 3 and the start time field 22 (man 5 proc_pid_stat, read 2026-11-22).
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : fields[19];
  } catch {
    return undefined;
  }
}

function acceptsSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
