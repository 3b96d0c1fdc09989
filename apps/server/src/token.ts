import './check-node.ts';
import { parseArgs } from 'node:util';
import { SignJWT } from 'jose';
import { loadConfig } from './config.ts';
import { signingSecret } from './http/auth/create-verifier.ts';

const USAGE = 'Usage: npm run -s token -- --sub <who> [--tenant <tenant>] [--days <number, 30>]';

try {
  console.log(await createToken(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

/** A token for development, signed with the secret that the server checks with. */
async function createToken(argv: string[]): Promise<string> {
  const { sub, tenant, days } = parseArgs({
    args: argv,
    options: { sub: { type: 'string' }, tenant: { type: 'string' }, days: { type: 'string', default: '30' } },
  }).values;
  if (!sub || !(Number(days) > 0)) throw new Error(USAGE);
  const config = loadConfig();
  const { algorithm, tenantClaim, issuer, audience } = config.jwt;
  if (algorithm !== 'HS256') {
    throw new Error(`Tokens signed with ${algorithm} come from whoever holds the private key, not from this server.`);
  }
  if (tenantClaim === 'sub' && tenant !== undefined) {
    throw new Error('JWT_TENANT_CLAIM is sub, so --sub names the tenant: leave --tenant out.');
  }
  if (tenantClaim !== 'sub' && !tenant) {
    throw new Error(`JWT_TENANT_CLAIM is ${tenantClaim}: name a tenant with --tenant.`);
  }
  const token = new SignJWT({ ...(tenantClaim === 'sub' ? {} : { [tenantClaim]: tenant }) })
    .setProtectedHeader({ alg: algorithm })
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000 + Number(days) * 86_400));
  if (issuer !== undefined) token.setIssuer(issuer);
  if (audience !== undefined) token.setAudience(audience);
  return token.sign(new TextEncoder().encode(signingSecret(config)));
}
