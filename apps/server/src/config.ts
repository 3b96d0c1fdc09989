import { resolve } from 'node:path';
import type { ModelOverrides } from '@groundwire/llm';
import { type FetchSettings, fetchSettings } from './settings/fetch-settings.ts';
import { type JwtSettings, jwtSettings } from './settings/jwt-settings.ts';
import { llmSettings, modelOverrides, type UpstreamSettings } from './settings/llm-settings.ts';
import { type TenantLimits, tenantLimits } from './settings/limit-settings.ts';
import { type RequestLogSettings, requestLogSettings } from './settings/request-log-settings.ts';
import { type Environment, integer, oneOf, text, url } from './settings/read-value.ts';

export type { FetchSettings } from './settings/fetch-settings.ts';
export type { JwtAlgorithm, JwtSettings } from './settings/jwt-settings.ts';
export type { UpstreamSettings } from './settings/llm-settings.ts';
export { ConfigError } from './settings/read-value.ts';

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
  fetching: FetchSettings;
  /** What the operator knows better than the table of prices and windows. */
  models: ModelOverrides;
  /** What the operator lets tenants spend. */
  tenantLimits: TenantLimits;
  /** How long a citation's link can be followed without a token. */
  citationLinkTtlHours: number;
  drainTimeoutMs: number;
  /** How long models' thinking is kept for clients that do not send it back; 0: not at all. */
  thinkingTtlDays: number;
  /** How long a conversation may rest before it is removed; 0: it is kept for ever. */
  conversationTtlDays: number;
  requestLog: RequestLogSettings;
  logLevel: string;
}

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
    fetching: fetchSettings(environment),
    models: modelOverrides(environment),
    tenantLimits: tenantLimits(environment),
    citationLinkTtlHours: integer(environment, 'CITATION_LINK_TTL_HOURS', 168, 1, 24 * 366),
    drainTimeoutMs: integer(environment, 'DRAIN_TIMEOUT_MS', 25_000, 0, 3_600_000),
    thinkingTtlDays: integer(environment, 'THINKING_TTL_DAYS', 30, 0, 3_650),
    conversationTtlDays: integer(environment, 'CONVERSATION_TTL_DAYS', 0, 0, 36_500),
    requestLog: requestLogSettings(environment),
    logLevel: oneOf(environment, 'LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  });
}
