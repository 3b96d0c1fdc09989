import type { Config } from '../../config.ts';
import type { Logger } from '../../logging.ts';
import { developmentSecret } from './development-secret.ts';
import { TokenVerifier } from './token-verifier.ts';

/** The secret that signs and checks HS256 tokens, made on first use when the environment names no key at all. */
export function signingSecret({ jwt, dataDir }: Config): string {
  return jwt.secret ?? developmentSecret(dataDir);
}

/** The verifier of a server; warns when tokens are checked with the development secret. */
export function createVerifier(config: Config, logger: Logger): TokenVerifier {
  const { secret, publicKey, jwksUrl } = config.jwt;
  if (publicKey !== undefined || jwksUrl !== undefined) return new TokenVerifier(config.jwt);
  if (secret === undefined) {
    logger.warn(
      `No JWT setting: tokens are checked with the development secret in ${config.dataDir}. Set JWT_SECRET, JWT_PUBLIC_KEY or JWKS_URL.`,
    );
  }
  return new TokenVerifier({ ...config.jwt, secret: signingSecret(config) });
}
