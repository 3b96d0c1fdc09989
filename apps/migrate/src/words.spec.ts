import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { isEqual } from './printing/report.ts';
import type { Settings } from './settings.ts';
import type { FakeProject } from './testing/start-fake-askyoda.ts';
import { fakeProject, Migrations } from './testing/migration.ts';

// Nobody listens on a port of the lowest; `fetch` refuses some of them itself, and this one it does not.
const NOWHERE = 'http://127.0.0.1:2';

let migrations: Migrations;
beforeAll(async () => void (migrations = await Migrations.start()), 120_000);
afterAll(() => migrations.groundwire.stop());
beforeEach(() => migrations.begin());
afterEach(() => migrations.end());

describe('in clear words, and without a secret', () => {
  it.each<[RegExp, Partial<FakeProject>, Partial<Settings>]>([
    [/refuses the token \(401\)/, {}, { token: 'wrong' }],
    [/knows no info\/ of project .* \(404\)/, {}, { projectId: randomUUID() }],
    [/does not let this token read info\/ .*\(403\)/, { faults: [{ path: 'info/', status: 403 }] }, {}],
    [/could not be reached \(ECONNREFUSED\)/, {}, { from: NOWHERE }],
    [/Groundwire at http:\/\/127\.0\.0\.1:2: .*could not be reached/, {}, { to: NOWHERE }],
    [/refuses the token\. .*npm run -s token/, {}, { toToken: 'wrong' }],
  ])('%s', async (words, changes, settings) => {
    const error = await migrations.run(fakeProject(changes), settings).catch((reason: unknown) => reason as Error);
    expect((error as Error).message).toMatch(words);
    const state = await readFile(migrations.statePath, 'utf8').catch(() => '');
    expect(`${(error as Error).message}${state}`).not.toMatch(/secret-of-the-source|wrong/);
  });

  it('a state file of another migration is not touched', async () => {
    const fake = fakeProject();
    await migrations.run(fake);
    const state = await readFile(migrations.statePath, 'utf8');
    expect(state).not.toContain(fake.token);
    expect(state).not.toContain(migrations.groundwire.token);
    await expect(migrations.run(fake, { to: 'http://127.0.0.1:2' })).rejects.toThrow(
      /belongs to the migration of .* Name another file in --state/,
    );
    expect(await readFile(migrations.statePath, 'utf8')).toBe(state);
  });

  it('a dry run writes nothing', async () => {
    const fake = fakeProject();
    const report = await migrations.run(fake, { isDryRun: true, toToken: undefined });
    expect([isEqual(report), await readdir(migrations.folder)]).toEqual([true, []]);
    await expect(migrations.groundwire.client.getProject(fake.id)).rejects.toThrow('Not Found');
  });
});
