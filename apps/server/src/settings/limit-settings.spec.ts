import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { tenantLimits } from './limit-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'groundwire-limits-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fromFile = (content: unknown) => {
  const path = join(folder, 'limits.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return tenantLimits({ TENANT_LIMITS_FILE: path });
};

describe('the limits of tenants', () => {
  it('are none unless they are set', () => {
    expect(tenantLimits({})).toEqual({ everyTenant: {}, byTenant: new Map() });
  });

  it('are read from variables for every tenant, and from a file for some', () => {
    const variables = { TENANT_BUDGET_USD: '2.5', TENANT_BUDGET_PERIOD: 'day', TENANT_REQUESTS_PER_MINUTE: '60' };
    expect(tenantLimits(variables).everyTenant).toEqual({
      budget_usd: 2.5,
      budget_period: 'day',
      requests_per_minute: 60,
    });
    const { byTenant } = fromFile({ alice: { budget_usd: 0, tokens_per_minute: null } });
    expect(byTenant.get('alice')).toEqual({ budget_usd: 0, tokens_per_minute: undefined });
  });

  it.each([
    [{ TENANT_BUDGET_USD: '-1' }, 'TENANT_BUDGET_USD must be a number of US dollars'],
    [{ TENANT_BUDGET_USD: 'five' }, 'TENANT_BUDGET_USD must be'],
    [{ TENANT_BUDGET_PERIOD: 'year' }, 'TENANT_BUDGET_PERIOD must be one of day, week, month, total'],
    [{ TENANT_TOKENS_PER_MINUTE: '1.5' }, 'TENANT_TOKENS_PER_MINUTE must be a whole number'],
    [{ TENANT_LIMITS_FILE: '/nowhere.json' }, 'no such file'],
    [{ REDIS_URL: 'redis://127.0.0.1' }, 'REDIS_URL is not supported'],
  ])('are refused as %j', (environment, message) => expect(() => tenantLimits(environment)).toThrow(message));

  it.each([
    ['[', 'JSON'],
    [[], 'must hold an object'],
    [{ bob: 5 }, '"bob" must hold an object'],
    [{ bob: { budget: 5 } }, '"bob" has no "budget". Known: budget_usd'],
    [{ bob: { budget_usd: '5' } }, '"bob" budget_usd must be'],
  ])('are refused as a file of %j', (content, message) => expect(() => fromFile(content)).toThrow(message));
});
