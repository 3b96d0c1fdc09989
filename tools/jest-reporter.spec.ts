import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

describe('the last line of a run', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'groundwire-reporter-'));
    const config = { reporters: ['default', join(root, 'tools/jest-reporter.mjs')], transform: {} };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ jest: config }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs jest on one test file and returns its exit code and last line of output. */
  function run(tests: string) {
    writeFileSync(join(folder, 'a.test.js'), tests);
    const jest = join(root, 'node_modules/jest/bin/jest.js');
    const { status, stdout } = spawnSync(process.execPath, [jest, '--rootDir', folder], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, line: stdout.trimEnd().split('\n').at(-1) };
  }

  it.each([
    ['counts what passed', 'it("a", () => {}); it("b", () => {});', '2 passed, 0 failed', 0],
    ['counts what failed', 'it("a", () => {}); it("b", () => { throw 1; });', '1 passed, 1 failed', 1],
    ['names what was skipped', 'it("a", () => {}); xtest("b", () => {});', '1 passed, 0 failed, 1 skipped', 0],
    ['counts a file that does not load', 'syntax error', '0 passed, 1 failed', 1],
    ['fails when no test ran', 'xtest("a", () => {});', '0 passed, 0 failed, 1 skipped', 1],
  ])('%s', (_, tests, line, status) => {
    expect(run(tests)).toEqual({ status, line });
  });
});
