import { resolve } from 'node:path';
import { llmProviders, type LlmSettings } from '@groundwire/llm';

/** Algorithms a token may be signed with; exactly one of them is accepted. */
const JWT_ALGORITHMS = ['HS256', 'RS256', 'ES256', 'EdDSA'] as const;
export type JwtAlgorithm = (typeof JWT_ALGORITHMS)[number];

export interface JwtSettings {
  algorithm: JwtAlgorithm;
  /** At most one of the three is set; none means the development secret. */
  secret: string | undefined;
  publicKey: string | undefined;
  jwksUrl: string | undefined;
  issuer: string | undefined;
  audience: string | undefined;
  tenantClaim: string;
}

/** What the environment says about providers; the parameters' names come from the contract. */
export type UpstreamSettings = Omit<LlmSettings, 'parameterNames'>;

/** Where Nest injects the configuration. */
export const CONFIG = Symbol('config');

/** Everything the environment decides. The names are fixed: README.md lists them. */
export interface Config {
  production: boolean;
  host: string;
  port: number;
  /** Where callers reach this server, without a trailing slash; citations point there. */
  publicUrl: string;
  /** Absolute path. */
  dataDir: string;
  /** Undefined: the embedded PGlite in `dataDir`. */
  databaseUrl: string | undefined;
  jwt: JwtSettings;
  llm: UpstreamSettings;
  drainTimeoutMs: number;
  logLevel: string;
}

/** The environment holds a value that cannot be meant; the message says which and what would be right. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment once. Throws `ConfigError`. */
export function loadConfig(environment: Environment = process.env): Config {
  const host = environment.HOST || '127.0.0.1';
  const port = integer(environment, 'PORT', 3000, 0, 65_535);
  return Object.freeze({
    production: environment.NODE_ENV === 'production',
    host,
    port,
    publicUrl: (environment.PUBLIC_URL || `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`).replace(/\/+$/, ''),
    dataDir: resolve(environment.DATA_DIR || '.data'),
    databaseUrl: environment.DATABASE_URL || undefined,
    jwt: jwtSettings(environment),
    llm: llmSettings(environment),
    drainTimeoutMs: integer(environment, 'DRAIN_TIMEOUT_MS', 25_000, 0, 3_600_000),
    logLevel: oneOf(environment, 'LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  });
}

function jwtSettings(environment: Environment): JwtSettings {
  const { JWT_SECRET: secret, JWT_PUBLIC_KEY: publicKey, JWKS_URL: jwksUrl } = environment;
  const given = Object.entries({ JWT_SECRET: secret, JWT_PUBLIC_KEY: publicKey, JWKS_URL: jwksUrl }).filter(([, value]) => value);
  if (given.length > 1) throw new ConfigError(`Set only one of ${given.map(([name]) => name).join(' and ')}.`);
  const algorithm = oneOf(environment, 'JWT_ALG', JWT_ALGORITHMS, secret || given.length === 0 ? 'HS256' : 'RS256');
  if (algorithm === 'HS256' && (publicKey || jwksUrl)) throw new ConfigError('JWT_ALG=HS256 needs JWT_SECRET, not a public key.');
  if (algorithm !== 'HS256' && !publicKey && !jwksUrl) {
    throw new ConfigError(`JWT_ALG=${algorithm} needs JWT_PUBLIC_KEY or JWKS_URL.`);
  }
  if (secret && Buffer.byteLength(secret) < 32) throw new ConfigError('JWT_SECRET must have at least 32 bytes.');
  if (environment.NODE_ENV === 'production' && given.length === 0) {
    throw new ConfigError('With NODE_ENV=production set JWT_SECRET, JWT_PUBLIC_KEY or JWKS_URL: there is no development secret in production.');
  }
  return {
    algorithm,
    secret: secret || undefined,
    publicKey: publicKey || undefined,
    jwksUrl: jwksUrl || undefined,
    issuer: environment.JWT_ISSUER || undefined,
    audience: environment.JWT_AUDIENCE || undefined,
    tenantClaim: environment.JWT_TENANT_CLAIM || 'sub',
  };
}

function llmSettings(environment: Environment): UpstreamSettings {
  const ids = Object.keys(llmProviders);
  const read = (suffix: string) =>
    Object.fromEntries(ids.map((id) => [id, environment[`${id.toUpperCase()}_${suffix}`] || undefined]));
  return {
    apiKeys: read('API_KEY'),
    baseUrls: read('BASE_URL'),
    headersTimeoutMs: integer(environment, 'UPSTREAM_HEADERS_TIMEOUT_MS', 60_000, 1, 3_600_000),
    idleTimeoutMs: integer(environment, 'UPSTREAM_IDLE_TIMEOUT_MS', 60_000, 1, 3_600_000),
    totalTimeoutMs: integer(environment, 'UPSTREAM_TOTAL_TIMEOUT_MS', 600_000, 1, 24 * 3_600_000),
    maxRetries: integer(environment, 'UPSTREAM_MAX_RETRIES', 2, 0, 10),
  };
}

function integer(environment: Environment, name: string, fallback: number, least: number, most: number): number {
  const text = environment[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new ConfigError(`${name} must be a whole number from ${least} to ${most}.`);
  }
  return value;
}

function oneOf<Value extends string>(environment: Environment, name: string, values: readonly Value[], fallback: Value): Value {
  const text = environment[name];
  if (!text) return fallback;
  const value = values.find((candidate) => candidate === text);
  if (value === undefined) throw new ConfigError(`${name} must be one of ${values.join(', ')}.`);
  return value;
}
