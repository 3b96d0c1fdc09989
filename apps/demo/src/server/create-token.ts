import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DemoError } from '../demo-error.ts';
import type { Environment } from '../settings.ts';

const run = promisify(execFile);

/**
 * A token for the user `demo`, from the server's own token command and the same environment.
 * @param script Path of its `token.js`.
 * @throws {DemoError} with that command's words when this environment cannot sign tokens.
 */
export async function createToken(script: string, environment: Environment): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [script, '--sub', 'demo'], { env: environment });
    return stdout.trim();
  } catch (error) {
    const words = (error as { stderr?: string }).stderr?.trim();
    throw new DemoError(words || 'No token could be made.');
  }
}
