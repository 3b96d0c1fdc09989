import { describe, expect, it } from '@jest/globals';
import { checkFolders } from './check-folders.ts';
import { checkLockfile } from './check-lockfile.ts';
import { checkMarks } from './check-marks.ts';
import { checkNames } from './check-names.ts';
import { checkSizes, measureSizes } from './check-sizes.ts';

const file = (path: string, text = '') => ({ path, text });
const lines = (count: number) => 'x\n'.repeat(count);

describe('checkFolders', () => {
  const nine = Array.from({ length: 9 }, (_, index) => file(`src/room/part-${index}.ts`));

  it('takes nine files and any number of specs', () => {
    expect(checkFolders([...nine, file('src/room/part-0.spec.ts')])).toEqual([]);
  });

  it('refuses a tenth', () => {
    expect(checkFolders([...nine, file('src/room/tenth.ts')])).toEqual([
      'src/room/ holds 10 source files; at most 9, then make a second room',
    ]);
  });
});

describe('checkNames', () => {
  it.each(['src/generate.service.ts', '.dependency-cruiser.mjs', 'test/contract.e2e-spec.ts'])('takes %s', (path) => {
    expect(checkNames([file(path)])).toEqual([]);
  });

  it.each(['src/bodyReader.ts', 'src/utils.ts', 'src/helpers/read.ts', 'src/string-utils.ts', 'src/common/x.ts'])(
    'refuses %s',
    (path) => {
      expect(checkNames([file(path)])).toHaveLength(1);
    },
  );
});

describe('checkMarks', () => {
  const mark = ['TO', 'DO'].join('');

  it('asks for the issue of what was put off', () => {
    expect(checkMarks([file('src/a.ts', `one\n// ${mark}: later`), file('src/b.ts', `// ${mark}(#7): later`)])).toEqual(
      [expect.stringContaining('src/a.ts:2')],
    );
  });

  it('refuses specs that are set aside', () => {
    expect(
      checkMarks([file('a.spec.ts', `  ${['it', 'only'].join('.')}('runs alone')`), file('b.spec.ts', "  it('runs')")]),
    ).toHaveLength(1);
  });
});

describe('checkSizes', () => {
  it('measures the files, specs aside', () => {
    const files = [
      file('a.ts', '// why\nx\n'),
      file('b.ts', lines(40)),
      file('c.ts', lines(50)),
      file('d.spec.ts', lines(900)),
    ];
    expect(measureSizes(files)).toEqual({
      files: 3,
      median: 40,
      in95th: 50,
      longest: 'c.ts with 50',
      commentPercent: 1,
    });
  });

  it('refuses a house of long files', () => {
    expect(checkSizes(measureSizes([file('a.ts', lines(60))]))).toEqual([]);
    expect(checkSizes(measureSizes([file('a.ts', lines(61))]))).toHaveLength(1);
    expect(checkSizes(measureSizes([file('a.ts', lines(201))]))).toHaveLength(2);
  });
});

describe('checkLockfile', () => {
  const packages = (entry: object) => ({ packages: { 'node_modules/part': entry } });

  it('takes a lockfile that installs everywhere', () => {
    const binary = { 'node_modules/part-linux-x64': { version: '1.0.0' } };
    const entry = { optionalDependencies: { 'part-linux-x64': '1.0.0' }, hasInstallScript: true };
    expect(checkLockfile({ packages: { ...binary, 'node_modules/part': entry } }, { part: false })).toEqual([]);
  });

  it.each([
    ['a registry', { resolved: 'https://registry.npmjs.org/part/-/part-1.0.0.tgz' }],
    ['a binary that is missing', { optionalDependencies: { 'part-win32-x64': '1.0.0' } }],
    ['an install script nobody decided on', { hasInstallScript: true }],
  ])('refuses %s', (_, entry) => {
    expect(checkLockfile(packages(entry), {})).toHaveLength(1);
  });
});
