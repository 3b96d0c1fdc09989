import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { SignJWT, UnsecuredJWT } from 'jose';
import { OPERATIONS } from '@groundwire/dto';
import { ASK_YODA, signToken, startTestServer, type TestServer } from './harness.ts';

const NOW_SECONDS = Math.floor(Date.now() / 1000);
const LIST = `${ASK_YODA}/`;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    JWT_ISSUER: 'https://issuer.test',
    JWT_AUDIENCE: 'groundwire',
    JWT_TENANT_CLAIM: 'org',
  });
});
afterAll(() => server.close());

const good = { sub: 'alice', org: 'acme', iss: 'https://issuer.test', aud: 'groundwire' };
const get = (authorization: string | undefined, path = LIST): Promise<Response> =>
  fetch(server.url + path, { headers: authorization === undefined ? {} : { authorization } });
const statusOf = async (token: string): Promise<number> => (await get(`Bearer ${token}`)).status;

describe('200', () => {
  it('for a token with the right issuer, audience, subject and tenant', async () => {
    expect(await statusOf(await signToken(good))).toBe(200);
  });
  it('again for the same token, which is remembered', async () => {
    const token = await signToken(good);
    expect([await statusOf(token), await statusOf(token)]).toEqual([200, 200]);
  });
  it('on health without any token', async () => {
    expect((await get(undefined, '/health/live')).status).toBe(200);
    expect((await get(undefined, '/health/ready')).status).toBe(200);
  });
});

describe('401', () => {
  const secured = Object.entries(OPERATIONS).filter(([, { secured }]) => secured);

  it.each(secured)('on %s without a token', async (_id, { method, path }) => {
    const url = server.url + path.replace(/:\w+/g, '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c');
    const response = await fetch(url, { method: method.toUpperCase() });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(response.headers.get('x-request-id')).toBeTruthy();
  });

  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const spoiled: Record<string, () => Promise<string> | string> = {
    'alg none': () => new UnsecuredJWT(good).setExpirationTime('1h').encode(),
    'another algorithm': () =>
      new SignJWT(good).setProtectedHeader({ alg: 'RS256' }).setExpirationTime('1h').sign(privateKey),
    'a longer hash of the same secret': () => signToken(good, { alg: 'HS512' }),
    'a foreign secret': () => signToken(good, { secret: 'x'.repeat(32) }),
    'an expired token': () => signToken(good, { expiresAt: NOW_SECONDS - 60 }),
    'no expiry': () => signToken(good, { expiresAt: null }),
    'not yet valid': () => signToken({ ...good, nbf: NOW_SECONDS + 600 }),
    'another issuer': () => signToken({ ...good, iss: 'https://other.test' }),
    'another audience': () => signToken({ ...good, aud: 'other' }),
    'no subject': () => signToken({ ...good, sub: undefined }),
    'no tenant': () => signToken({ ...good, org: undefined }),
    'a tenant that is no text': () => signToken({ ...good, org: 7 }),
    'a tenant with a NUL': () => signToken({ ...good, org: 'a\0b' }),
    'an altered payload': async () => {
      const [header, , signature] = (await signToken(good)).split('.');
      const payload = Buffer.from(JSON.stringify({ ...good, org: 'victim', exp: NOW_SECONDS + 600 })).toString(
        'base64url',
      );
      return `${header}.${payload}.${signature}`;
    },
    'a cut signature': async () => (await signToken(good)).slice(0, -4),
    'spare bits of the signature changed': async () => {
      const token = await signToken(good);
      const last = ALPHABET.indexOf(token.at(-1)!);
      return `${token.slice(0, -1)}${ALPHABET[last ^ 1]}`;
    },
    'padding at the end': async () => `${await signToken(good)}=`,
    'no token at all': () => 'nonsense',
  };
  it.each(Object.entries(spoiled))('for %s', async (_name, make) => {
    expect(await statusOf(await make())).toBe(401);
  });

  it('does not take a remembered token for a longer one that begins alike', async () => {
    const token = await signToken(good);
    expect([await statusOf(token), await statusOf(`${token}x`), await statusOf(token.slice(0, -1))]).toEqual([
      200, 401, 401,
    ]);
  });

  it('says nothing about the reason, in either family', async () => {
    const askYoda = await (await get('Bearer nonsense')).json();
    const openAi = await (await get('Bearer nonsense', '/v1/models')).json();
    const message = 'A valid bearer token is required.';
    expect(askYoda).toEqual({ error: { type: 'authentication_error', message } });
    expect(openAi).toEqual({
      error: { type: 'authentication_error', message, param: null, code: 'authentication_error' },
    });
  });

  it('for two Authorization headers, of which Node would show only the first', async () => {
    const token = await signToken(good);
    const status = await new Promise((resolve, reject) => {
      const headers = ['Host', 'localhost', 'Authorization', `Bearer ${token}`, 'authorization', `Bearer ${token}`];
      httpRequest(server.url + LIST, { headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(401);
  });

  it('for a token in the query, a cookie or another header', async () => {
    const token = await signToken(good);
    const inQuery = await get(undefined, `${LIST}?access_token=${token}`);
    const elsewhere = await fetch(server.url + LIST, { headers: { cookie: `token=${token}`, 'x-api-key': token } });
    expect([inQuery.status, elsewhere.status]).toEqual([401, 401]);
  });

  it('for odd spellings of a secured path', async () => {
    const spellings = [
      '/v1/%6dodels',
      '/v1//models',
      '/V1/models',
      '/v1/models/',
      '/./v1/models',
      '/health/../v1/models',
    ];
    for (const path of spellings) expect([401, 404]).toContain((await get(undefined, path)).status);
  });
});

describe('431', () => {
  it('for headers over 16 KiB', async () => {
    const response = await get(`Bearer ${'x'.repeat(17 * 1024)}`);
    expect(response.status).toBe(431);
    expect(await response.json()).toMatchObject({ error: { type: 'request_too_large' } });
  });
});
