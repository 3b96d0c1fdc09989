import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compareFolders } from './compare-folders.ts';

describe('compareFolders', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'compare-folders-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const write = (files: Record<string, string>) => {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), content);
    }
  };
  const compare = () => compareFolders(join(root, 'actual'), join(root, 'expected'));

  it('says nothing of equal folders', () => {
    write({ 'actual/a.ts': '1', 'actual/b/c.ts': '2', 'expected/a.ts': '1', 'expected/b/c.ts': '2' });
    expect(compare()).toEqual([]);
  });

  it('names missing, extra and different files, each', () => {
    write({ 'actual/extra.ts': '', 'actual/b/same.ts': '1', 'actual/b/different.ts': 'x\r\n' });
    write({ 'expected/missing.ts': '', 'expected/b/same.ts': '1', 'expected/b/different.ts': 'x\n' });
    expect(compare()).toEqual([
      `different: ${join(root, 'actual/b/different.ts')}`,
      `extra: ${join(root, 'actual/extra.ts')}`,
      `missing: ${join(root, 'actual/missing.ts')}`,
    ]);
  });

  it('takes a folder that is not there for an empty one', () => {
    write({ 'expected/a.ts': '1' });
    expect(compare()).toEqual([`missing: ${join(root, 'actual/a.ts')}`]);
  });
});
