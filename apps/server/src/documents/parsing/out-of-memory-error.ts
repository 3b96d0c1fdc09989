import { UnreadableError } from './unreadable-error.ts';

/** A file that needs more memory than the process that reads it may take. */
export class OutOfMemoryError extends UnreadableError {
  constructor(maxMb: number) {
    super(`Reading the file needs more than ${maxMb} MB of memory.`);
  }
}
