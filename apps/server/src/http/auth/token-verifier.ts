import { createPublicKey, type KeyObject } from 'node:crypto';
import { createRemoteJWKSet, type JWTPayload, jwtVerify, type JWTVerifyGetKey, type JWTVerifyOptions } from 'jose';
import { ConfigError, type JwtSettings } from '../../config.ts';
import type { Principal } from './principal.ts';

const CLOCK_TOLERANCE_SECONDS = 5;
const REMEMBERED_TOKENS = 1000;

interface RememberedToken {
  principal: Principal;
  notBeforeMs: number;
  expiresAtMs: number;
}

/**
 * Checks bearer tokens after RFC 8725: one fixed algorithm, `exp` and `sub` required, `iss` and `aud` when they are
 * configured. Keys come from the configuration alone; `jku`, `x5u` and `jwk` of a token are never looked at.
 */
export class TokenVerifier {
  readonly #key: JWTVerifyGetKey;
  readonly #options: JWTVerifyOptions;
  readonly #tenantClaim: string;
  /** Whole tokens that were verified before, oldest first: a signature is checked once. */
  readonly #remembered = new Map<string, RememberedToken>();

  /** The settings must name a key. Throws `ConfigError`. */
  constructor(settings: JwtSettings) {
    this.#key = keyOf(settings);
    this.#tenantClaim = settings.tenantClaim;
    this.#options = {
      algorithms: [settings.algorithm],
      requiredClaims: ['exp', 'sub'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      ...(settings.issuer === undefined ? {} : { issuer: settings.issuer }),
      ...(settings.audience === undefined ? {} : { audience: settings.audience }),
    };
  }

  /** Who the token speaks for; undefined when it must not be believed, for whatever reason. */
  async verify(token: string): Promise<Principal | undefined> {
    const remembered = this.#remembered.get(token);
    if (remembered !== undefined) return this.#stillValid(token, remembered);
    if (!isCanonical(token)) return undefined;
    try {
      const { payload } = await jwtVerify(token, this.#key, this.#options);
      const principal = principalOf(payload, this.#tenantClaim);
      if (principal !== undefined) this.#remember(token, principal, payload);
      return principal;
    } catch {
      return undefined;
    }
  }

  #stillValid(token: string, { principal, notBeforeMs, expiresAtMs }: RememberedToken): Principal | undefined {
    const nowMs = Date.now();
    if (nowMs < expiresAtMs) return nowMs >= notBeforeMs ? principal : undefined;
    this.#remembered.delete(token);
    return undefined;
  }

  #remember(token: string, principal: Principal, { exp, nbf }: JWTPayload): void {
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size >= REMEMBERED_TOKENS && oldest !== undefined) this.#remembered.delete(oldest);
    this.#remembered.set(token, {
      principal,
      notBeforeMs: ((nbf ?? 0) - CLOCK_TOLERANCE_SECONDS) * 1000,
      expiresAtMs: ((exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000,
    });
  }
}

/** base64url leaves spare bits at the end of a part: only one spelling of a token is the one that was signed. */
function isCanonical(token: string): boolean {
  return token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
}

function keyOf({ jwksUrl, publicKey, secret }: JwtSettings): JWTVerifyGetKey {
  if (jwksUrl !== undefined) return createRemoteJWKSet(new URL(jwksUrl));
  const key = publicKey === undefined ? new TextEncoder().encode(secret) : readPublicKey(publicKey);
  return () => Promise.resolve(key);
}

/** A PEM key; `\n` may be written literally, as many environments demand. */
function readPublicKey(text: string): KeyObject {
  try {
    return createPublicKey(text.replaceAll('\\n', '\n'));
  } catch (cause) {
    throw new ConfigError('JWT_PUBLIC_KEY is not a public key in PEM form.', { cause });
  }
}

/** A name that Postgres can store and a log line can hold. */
const NAME = /^[^\p{Cc}\p{Cs}]{1,255}$/u;

function principalOf(payload: JWTPayload, tenantClaim: string): Principal | undefined {
  const { sub: subject } = payload;
  const tenant = payload[tenantClaim];
  if (typeof subject !== 'string' || typeof tenant !== 'string') return undefined;
  return NAME.test(subject) && NAME.test(tenant) ? { subject, tenant } : undefined;
}
