import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs a tool under this Node, which calls itself by another version. */
function runAs(version: string, tool: string, ...args: string[]) {
  const pretend = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'${version}'}})`;
  const child = spawnSync(process.execPath, ['--import', pretend, join(import.meta.dirname, tool), ...args], {
    encoding: 'utf8',
  });
  return { status: child.status, stdout: child.stdout, stderr: child.stderr };
}

describe('an old Node', () => {
  it.each(['18.20.1', '20.20.2', '22.17.9'])('%s is answered with one sentence, before anything else', (version) => {
    expect(runAs(version, 'turbo.mjs', 'run', 'build')).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(`^Groundwire needs Node 22[.]18 or newer and this is ${version}: [^.\n]+[.]\n$`),
    });
  });

  it.each(['22.18.0', '24.0.0'])('%s is new enough', (version) => {
    expect(runAs(version, 'check-node.mjs')).toEqual({ status: 0, stdout: '', stderr: '' });
  });
});
