import { readFileSync } from 'node:fs';
import type { Limits } from '@groundwire/client';
import { ConfigError, type Environment, text } from './read-value.ts';

/** What the operator lets tenants spend. */
export interface TenantLimits {
  /** Of each tenant that has no other in the file. */
  everyTenant: Limits;
  byTenant: ReadonlyMap<string, Limits>;
}

const PERIODS = ['day', 'week', 'month', 'total'] as const;
const VARIABLES = {
  TENANT_BUDGET_USD: 'budget_usd',
  TENANT_BUDGET_PERIOD: 'budget_period',
  TENANT_REQUESTS_PER_MINUTE: 'requests_per_minute',
  TENANT_TOKENS_PER_MINUTE: 'tokens_per_minute',
} as const;

/** Throws `ConfigError`. */
export function tenantLimits(environment: Environment): TenantLimits {
  if (text(environment, 'REDIS_URL') !== undefined) {
    throw new ConfigError('REDIS_URL is not supported: limits are counted in the database, which replicas share.');
  }
  const given = Object.entries(VARIABLES).flatMap(([variable, field]) => {
    const value = text(environment, variable);
    if (value === undefined) return [];
    return [[field, limitAt(variable, field, field === 'budget_period' ? value : Number(value))] as const];
  });
  return { everyTenant: Object.fromEntries(given), byTenant: fromFile(text(environment, 'TENANT_LIMITS_FILE')) };
}

/** `{"<tenant>": {"budget_usd": 5, …}}`; a limit that is null there does not hold for that tenant. */
function fromFile(path: string | undefined): Map<string, Limits> {
  if (path === undefined) return new Map();
  const place = `TENANT_LIMITS_FILE=${path}`;
  const tenants = objectAt(place, parsed(place, path));
  return new Map(
    Object.entries(tenants).map(([tenant, limits]) => [tenant, limitsAt(`${place}: "${tenant}"`, limits)]),
  );
}

function parsed(place: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ConfigError(`${place}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function limitsAt(place: string, value: unknown): Limits {
  const known: readonly string[] = Object.values(VARIABLES);
  const entries = Object.entries(objectAt(place, value)).map(([field, limit]) => {
    if (!known.includes(field)) throw new ConfigError(`${place} has no "${field}". Known: ${known.join(', ')}.`);
    // Undefined takes away what holds for every tenant.
    return [field, limit === null ? undefined : limitAt(`${place} ${field}`, field, limit)];
  });
  return Object.fromEntries(entries) as Limits;
}

function limitAt(place: string, field: string, value: unknown): number | string {
  if (field === 'budget_period') {
    if (PERIODS.some((period) => period === value)) return value as string;
    throw new ConfigError(`${place} must be one of ${PERIODS.join(', ')}.`);
  }
  const isDollars = field === 'budget_usd';
  const isNumber = typeof value === 'number' && value >= 0 && value <= 1e9;
  if (isNumber && (isDollars || (Number.isInteger(value) && value >= 1))) return value;
  throw new ConfigError(
    `${place} must be ${isDollars ? 'a number of US dollars' : 'a whole number from 1'} to 1000000000.`,
  );
}

function objectAt(place: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ConfigError(`${place} must hold an object.`);
}
