import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';

// The built demo starts the built server: `npm test` builds both first.
const DEMO = join(import.meta.dirname, '../dist/main.js');
const run = promisify(execFile);

let dataDir: string;
beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'groundwire-data-'))));
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const environment = (port = '0') => ({ PATH: process.env.PATH, DATA_DIR: dataDir, PORT: port });

/** What a program has printed once `mark` is in it; all of it when the mark never comes. */
async function textUpTo(mark: string, output: Readable): Promise<string> {
  let printed = '';
  for await (const text of output.iterator({ destroyOnReturn: false })) {
    printed += String(text);
    if (printed.includes(mark)) break;
  }
  output.resume();
  return printed;
}

describe('npm run demo', () => {
  it('--once answers both questions with sources and ends, and does so again on the same data', async () => {
    for (const _run of ['first', 'second']) {
      const { stdout, stderr } = await run(process.execPath, [DEMO, '--once'], { env: environment() });
      expect(stdout).toMatch(/ready after [\d.]+ s\.\n.* \d+ documents, \d+ passages\./);
      expect(stdout).toContain('no language model');
      for (const manner of ['answered whole', 'answered as a stream']) {
        const answer = stdout.slice(stdout.indexOf(manner));
        expect(answer).toMatch(/^.*\n\n {2}\S[^]*?\n\n {2}\[1\] .+ \(score \d\.\d\d, cited\)\n {6}\S/);
      }
      expect(stdout).toMatch(/\nhttp:\/\/127\.0\.0\.1:\d+\/docs\n/);
      expect(stderr).not.toContain('The demo failed');
    }
  }, 120_000);

  it('keeps serving a curl line that works as printed, until Ctrl-C', async () => {
    const demo = spawn(process.execPath, [DEMO], { env: environment(), stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(demo, 'exit');
    const printed = await textUpTo('Serving until', demo.stdout);
    const command = /^curl .+$/m.exec(printed)?.[0] ?? '';
    const { stdout } = await run('sh', ['-c', command]);
    expect(JSON.parse(stdout)).toMatchObject({ object: 'chat.completion', provider: 'local' });
    demo.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
  }, 120_000);

  it('fails with one plain sentence', async () => {
    const failure = await run(process.execPath, [DEMO, '--once'], { env: environment('http') }).catch((error) => error);
    expect(failure).toMatchObject({
      code: 1,
      stderr: '\nThe demo failed: PORT must be a whole number from 0 to 65535.\n',
    });
  });
});
