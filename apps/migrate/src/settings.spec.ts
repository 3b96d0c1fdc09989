import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.ts';

const tokens = { ASKYODA_TOKEN: 'a', GROUNDWIRE_TOKEN: 'g' };

describe('readSettings', () => {
  it('needs a project and two tokens, and has defaults for the rest', () => {
    expect(readSettings(['--project', 'p/1'], tokens)).toEqual({
      ...{ help: false, isDryRun: false, from: 'https://api.edenai.run', to: 'http://127.0.0.1:3000' },
      ...{ projectId: 'p/1', token: 'a', toToken: 'g', statePath: '.migrate-p_1.json' },
    });
  });

  it.each([
    ['https://eden.example/', 'https://eden.example'],
    ['https://eden.example/v2', 'https://eden.example'],
    ['https://eden.example/gateway/v2/aiproducts/askyoda/v2/', 'https://eden.example/gateway'],
  ])('knows the base of %s', (from, base) => {
    expect(readSettings(['--project', 'p', '--from', from], tokens).from).toBe(base);
  });

  it.each([
    [/--project <id>/, [], tokens],
    [/ASKYODA_TOKEN/, ['--project', 'p'], { GROUNDWIRE_TOKEN: 'g' }],
    [/GROUNDWIRE_TOKEN.*npm run -s token/, ['--project', 'p'], { ASKYODA_TOKEN: 'a' }],
    [/--from must be an address/, ['--project', 'p', '--from', 'eden'], tokens],
    [/--to must hold no user name/, ['--project', 'p', '--to', 'http://a:b@c'], tokens],
    [/--from-dump out/, ['--project', 'p', '--dump', 'a', '--from-dump', 'b'], tokens],
    [/--resume.*--help/, ['--project', 'p', '--resume'], tokens],
  ])('refuses in words: %s', (words, argv, environment) => {
    expect(() => readSettings(argv, environment)).toThrow(words);
  });

  it('needs no token for what it does not touch', () => {
    expect(readSettings(['--project', 'p', '--from-dump', 'd'], { GROUNDWIRE_TOKEN: 'g' }).token).toBeUndefined();
    expect(readSettings(['--project', 'p', '--dump', 'd'], { ASKYODA_TOKEN: 'a' }).toToken).toBeUndefined();
    expect(readSettings(['--project', 'p', '--dry-run'], { ASKYODA_TOKEN: 'a' }).toToken).toBeUndefined();
    expect(readSettings(['--help'], {}).help).toBe(true);
  });
});
