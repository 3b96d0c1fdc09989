import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.ts';

describe('readSettings', () => {
  it('asks the built-in answerer and serves, unless told otherwise', () => {
    expect(readSettings([], {})).toMatchObject({
      once: false,
      help: false,
      model: 'local/extractive',
      host: '127.0.0.1',
      port: undefined,
      hasOpenAiKey: false,
    });
  });

  it('reads --once, --model and the environment', () => {
    const environment = { PORT: '0', HOST: '::1', OPENAI_API_KEY: 'sk-1', DATA_DIR: '/data' };
    const settings = readSettings(['--once', '--model', 'openai/gpt-4o-mini'], environment);
    expect(settings).toMatchObject({
      once: true,
      model: 'openai/gpt-4o-mini',
      host: '::1',
      port: 0,
      hasOpenAiKey: true,
    });
    expect(settings.environment).toBe(environment);
  });

  it('stays keyless when there is a key', () => {
    expect(readSettings([], { OPENAI_API_KEY: 'sk-1' }).model).toBe('local/extractive');
  });

  it('reaches a server that listens everywhere on this machine', () => {
    expect(readSettings([], { HOST: '0.0.0.0' }).host).toBe('127.0.0.1');
  });

  it.each([[['--onec']], [['now']], [['--model']]])('explains the usage when it is called with %j', (argv) => {
    expect(() => readSettings(argv, {})).toThrow('Usage: npm run demo');
  });

  it.each(['http', '-1', '65536', '1.5'])('refuses PORT=%s', (port) => {
    expect(() => readSettings([], { PORT: port })).toThrow('PORT must be a whole number from 0 to 65535.');
  });
});
