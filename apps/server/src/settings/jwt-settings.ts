import { ConfigError, type Environment, oneOf, text, url } from './read-value.ts';

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

export function jwtSettings(environment: Environment): JwtSettings {
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
