import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generate } from '../generate.ts';

const tools = resolve(import.meta.dirname, '..');
const run = (script: string, ...options: string[]) =>
  spawnSync(process.execPath, [join(tools, script), ...options], { encoding: 'utf8' });

describe('generate and check:generated', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'check-generated-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('agree on files made a moment ago', () => {
    expect(run('generate.ts', '--output-root', root)).toMatchObject({ status: 0, stderr: '' });
    expect(run('check-generated/main.ts', '--root', root)).toMatchObject({ status: 0, stderr: '' });
  });

  it('name each file that is missing, extra or different, and fail', () => {
    run('generate.ts', '--output-root', root);
    const file = (name: string) => join(root, 'packages/dto/src/gen', name);
    renameSync(file('names.gen.ts'), file('renamed.gen.ts'));
    appendFileSync(file('schemas.gen.ts'), ' ');
    writeFileSync(join(root, 'packages/client/src/gen/core/more.gen.ts'), '');
    const { status, stderr } = run('check-generated/main.ts', '--root', root);
    expect(status).toBe(1);
    expect(stderr.split('\n').slice(0, -2)).toEqual([
      `extra: ${join(root, 'packages/client/src/gen/core/more.gen.ts')}`,
      `missing: ${file('names.gen.ts')}`,
      `extra: ${file('renamed.gen.ts')}`,
      `different: ${file('schemas.gen.ts')}`,
    ]);
  });

  it('fail when there is no contract', async () => {
    await expect(generate(root, join(root, 'none.yaml'))).rejects.toThrow('There is no contract');
  });
});
