import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { ConfigError, type JwtAlgorithm, type JwtSettings } from '../../config.ts';
import { TokenVerifier } from './token-verifier.ts';

const settings = (extra: Partial<JwtSettings>): JwtSettings => ({
  algorithm: 'HS256',
  secret: undefined,
  publicKey: undefined,
  jwksUrl: undefined,
  issuer: undefined,
  audience: undefined,
  tenantClaim: 'sub',
  ...extra,
});

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
const sign = (alg: string, key: Keys['privateKey'], header: object = {}): Promise<string> =>
  new SignJWT({ sub: 'alice' })
    .setProtectedHeader({ alg, ...header })
    .setExpirationTime('1h')
    .sign(key);

describe.each<JwtAlgorithm>(['RS256', 'ES256', 'EdDSA'])('%s by public key', (algorithm) => {
  let keys: Keys;
  let verifier: TokenVerifier;
  beforeAll(async () => {
    keys = await generateKeyPair(algorithm, { extractable: true });
    verifier = new TokenVerifier(settings({ algorithm, publicKey: await exportSPKI(keys.publicKey) }));
  });

  it('believes its own key', async () => {
    expect(await verifier.verify(await sign(algorithm, keys.privateKey))).toEqual({
      subject: 'alice',
      tenant: 'alice',
    });
  });
  it('does not believe another key', async () => {
    const other = await generateKeyPair(algorithm);
    expect(await verifier.verify(await sign(algorithm, other.privateKey))).toBeUndefined();
  });
  it('does not believe HS256 with the public key as its secret', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(keys.publicKey));
    const token = await new SignJWT({ sub: 'alice' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(secret);
    expect(await verifier.verify(token)).toBeUndefined();
  });
  it('does not believe a key that the token brings along', async () => {
    const other = await generateKeyPair(algorithm, { extractable: true });
    const token = await sign(algorithm, other.privateKey, {
      jwk: await exportJWK(other.publicKey),
      jku: 'http://127.0.0.1:9/',
      kid: '../x',
    });
    expect(await verifier.verify(token)).toBeUndefined();
  });
});

describe('keys by URL', () => {
  let server: Server;
  let keys: Keys;
  let verifier: TokenVerifier;
  beforeAll(async () => {
    keys = await generateKeyPair('ES256', { extractable: true });
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256' }] });
    server = createServer((_request, response) => response.end(jwks)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    verifier = new TokenVerifier(settings({ algorithm: 'ES256', jwksUrl }));
  });
  afterAll(() => void server.close());

  it('believes a key that is published there', async () => {
    expect(await verifier.verify(await sign('ES256', keys.privateKey, { kid: 'one' }))).toEqual({
      subject: 'alice',
      tenant: 'alice',
    });
  });
  it('does not believe a name that is not', async () => {
    expect(await verifier.verify(await sign('ES256', keys.privateKey, { kid: 'two' }))).toBeUndefined();
  });
});

describe('crit', () => {
  it('an extension that nobody here understands is refused', async () => {
    const verifier = new TokenVerifier(settings({ secret: 's'.repeat(32) }));
    const token = await new SignJWT({ sub: 'alice' })
      .setProtectedHeader({ alg: 'HS256', crit: ['urn:x'], 'urn:x': true })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode('s'.repeat(32)), { crit: { 'urn:x': true } });
    expect(await verifier.verify(token)).toBeUndefined();
  });
});

describe('a key that is none', () => {
  it('stops the start with a plain sentence', () => {
    expect(() => new TokenVerifier(settings({ algorithm: 'RS256', publicKey: 'nonsense' }))).toThrow(ConfigError);
  });
});
