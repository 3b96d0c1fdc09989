import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  llmProviders,
  type LlmSettings,
  type ModelOverrides,
  parseOverrides,
  type Task,
  type TaskSettings,
} from '@groundwire/llm';

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
  /** Hosts that addresses named by callers may lead to although they are not public; as `URL.hostname` writes them. */
  fetchAllowHosts: readonly string[];
  /** What the operator knows better than the table of prices and windows. */
  models: ModelOverrides;
  /** How long a citation's link can be followed without a token. */
  citationLinkTtlHours: number;
  drainTimeoutMs: number;
  /** How long models' thinking is kept for clients that do not send it back; 0: not at all. */
  thinkingTtlDays: number;
  /** How long a conversation may rest before it is removed; 0: it is kept for ever. */
  conversationTtlDays: number;
  logLevel: string;
}

/** The environment holds a value that cannot be meant; the message says which and what would be right. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment once. Throws `ConfigError`. */
export function loadConfig(environment: Environment = process.env): Config {
  const host = text(environment, 'HOST') ?? '127.0.0.1';
  const port = integer(environment, 'PORT', 3000, 0, 65_535);
  return Object.freeze({
    production: environment.NODE_ENV === 'production',
    host,
    port,
    publicUrl: url(environment, 'PUBLIC_URL') ?? `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
    dataDir: resolve(text(environment, 'DATA_DIR') ?? '.data'),
    databaseUrl: text(environment, 'DATABASE_URL'),
    jwt: jwtSettings(environment),
    llm: llmSettings(environment),
    fetchAllowHosts: hosts(environment, 'FETCH_ALLOW_HOSTS'),
    models: modelOverrides(environment),
    citationLinkTtlHours: integer(environment, 'CITATION_LINK_TTL_HOURS', 168, 1, 24 * 366),
    drainTimeoutMs: integer(environment, 'DRAIN_TIMEOUT_MS', 25_000, 0, 3_600_000),
    thinkingTtlDays: integer(environment, 'THINKING_TTL_DAYS', 30, 0, 3_650),
    conversationTtlDays: integer(environment, 'CONVERSATION_TTL_DAYS', 0, 0, 36_500),
    logLevel: oneOf(environment, 'LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  });
}

function jwtSettings(environment: Environment): JwtSettings {
  const settings: JwtSettings = {
    algorithm: oneOf(environment, 'JWT_ALG', JWT_ALGORITHMS, needsPublicKey(environment) ? 'RS256' : 'HS256'),
    secret: text(environment, 'JWT_SECRET'),
    publicKey: text(environment, 'JWT_PUBLIC_KEY'),
    jwksUrl: url(environment, 'JWKS_URL'),
    issuer: text(environment, 'JWT_ISSUER'),
    audience: text(environment, 'JWT_AUDIENCE'),
    tenantClaim: text(environment, 'JWT_TENANT_CLAIM') ?? 'sub',
  };
  checkKeys(settings, environment);
  return settings;
}

function needsPublicKey(environment: Environment): boolean {
  return (text(environment, 'JWT_PUBLIC_KEY') ?? text(environment, 'JWKS_URL')) !== undefined;
}

/** Throws `ConfigError` unless there is exactly the one key that the algorithm needs; none at all is fine on a laptop. */
function checkKeys({ algorithm, secret }: JwtSettings, environment: Environment): void {
  const given = ['JWT_SECRET', 'JWT_PUBLIC_KEY', 'JWKS_URL'].filter((name) => environment[name]);
  if (given.length > 1) throw new ConfigError(`Set only one of ${given.join(' and ')}.`);
  if (algorithm === 'HS256' && needsPublicKey(environment)) {
    throw new ConfigError('JWT_ALG=HS256 needs JWT_SECRET, not a public key.');
  }
  if (algorithm !== 'HS256' && !needsPublicKey(environment)) {
    throw new ConfigError(`JWT_ALG=${algorithm} needs JWT_PUBLIC_KEY or JWKS_URL.`);
  }
  if (secret !== undefined && Buffer.byteLength(secret) < 32) {
    throw new ConfigError('JWT_SECRET must have at least 32 bytes.');
  }
  if (environment.NODE_ENV === 'production' && given.length === 0) {
    throw new ConfigError(
      'With NODE_ENV=production set JWT_SECRET, JWT_PUBLIC_KEY or JWKS_URL: there is no development secret in production.',
    );
  }
}

function llmSettings(environment: Environment): UpstreamSettings {
  const ids = Object.keys(llmProviders);
  const read = (get: typeof text, suffix: string): Record<string, string | undefined> =>
    Object.fromEntries(ids.map((id) => [id, get(environment, `${id.toUpperCase()}_${suffix}`)]));
  return {
    apiKeys: read(text, 'API_KEY'),
    baseUrls: read(url, 'BASE_URL'),
    headersTimeoutMs: integer(environment, 'UPSTREAM_HEADERS_TIMEOUT_MS', 300_000, 1, 3_600_000),
    idleTimeoutMs: integer(environment, 'UPSTREAM_IDLE_TIMEOUT_MS', 60_000, 1, 3_600_000),
    totalTimeoutMs: integer(environment, 'UPSTREAM_TOTAL_TIMEOUT_MS', 600_000, 1, 24 * 3_600_000),
    maxRetries: integer(environment, 'UPSTREAM_MAX_RETRIES', 2, 0, 10),
    tasks: taskSettings(environment),
  };
}

function modelOverrides(environment: Environment): ModelOverrides {
  const path = text(environment, 'MODEL_PRICES_FILE');
  if (path === undefined) return {};
  try {
    return parseOverrides(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new ConfigError(`MODEL_PRICES_FILE=${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Which models embed, rerank and transcribe. Throws `ConfigError`. */
function taskSettings(environment: Environment): TaskSettings {
  const variables = { embeddings: 'EMBEDDINGS_MODEL', reranking: 'RERANK_MODEL', transcription: 'TRANSCRIPTION_MODEL' };
  const models: TaskSettings['models'] = {};
  for (const [task, name] of Object.entries(variables) as [Task, string][]) {
    const model = text(environment, name);
    if (model === undefined) continue;
    if (model !== 'none' && !/^[^/]+\/./.test(model)) {
      throw new ConfigError(`${name} must be provider/model, for example openai/text-embedding-3-large, or none.`);
    }
    models[task] = model;
  }
  const dimensions = integer(environment, 'EMBEDDINGS_DIMENSIONS', 0, 1, 4_000);
  return { models, ...(dimensions > 0 && { embeddingDimensions: dimensions }) };
}

/** An empty variable counts as absent. */
function text(environment: Environment, name: string): string | undefined {
  return environment[name] || undefined;
}

/** An http or https address, without a slash at its end. */
function url(environment: Environment, name: string): string | undefined {
  const given = text(environment, name)?.replace(/\/+$/, '');
  if (given === undefined || /^https?:$/.test(URL.parse(given)?.protocol ?? '')) return given;
  throw new ConfigError(`${name} must be an http or https address.`);
}

/** Exact host names or addresses, separated by commas; no ports, no patterns. */
function hosts(environment: Environment, name: string): string[] {
  const given = (text(environment, name) ?? '').split(',').map((entry) => entry.trim().toLowerCase());
  return given
    .filter((entry) => entry !== '')
    .map((entry) => {
      const written = URL.parse(`http://${entry}/`)?.hostname.replace(/^\[|\]$/g, '');
      if (written !== undefined && written === entry.replace(/^\[|\]$/g, '')) return written;
      throw new ConfigError(`${name} must be host names without ports, separated by commas.`);
    });
}

function integer(environment: Environment, name: string, fallback: number, least: number, most: number): number {
  const given = text(environment, name);
  if (given === undefined) return fallback;
  const value = Number(given);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new ConfigError(`${name} must be a whole number from ${least} to ${most}.`);
  }
  return value;
}

function oneOf<Value extends string>(
  environment: Environment,
  name: string,
  values: readonly Value[],
  fallback: Value,
): Value {
  const given = text(environment, name);
  if (given === undefined) return fallback;
  const value = values.find((candidate) => candidate === given);
  if (value === undefined) throw new ConfigError(`${name} must be one of ${values.join(', ')}.`);
  return value;
}
