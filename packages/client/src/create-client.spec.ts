import { afterEach, describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { sendJson, startLoopbackServer } from './testing/loopback-server.ts';
import type { LoopbackServer } from './testing/loopback-server.ts';
import { AuthenticationError, ConnectionError, createClient, ServerError } from './index.ts';

let server: LoopbackServer | undefined;
afterEach(() => server?.close());

describe('the address', () => {
  it('may end in slashes and hold a path', async () => {
    server = await startLoopbackServer((response) => sendJson(response, 200, []));
    await createClient({ baseUrl: `${server.baseUrl}/gateway//`, token: 'abc' }).listProjects();
    expect(server.requests[0]?.url).toBe('/gateway/v2/aiproducts/askyoda/v2/');
  });

  it('is refused at once when it is no URL', () => {
    expect(() => createClient({ baseUrl: 'localhost', token: 'abc' })).toThrow(TypeError);
  });
});

describe('the token', () => {
  it('is sent as a bearer token, and the headers beside it', async () => {
    server = await startLoopbackServer((response) => sendJson(response, 200, []));
    const client = createClient({ baseUrl: server.baseUrl, token: 'a.b-c_d', headers: { 'x-team': 'one' } });
    await client.listProjects({ headers: { 'x-call': 'two' } });
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: 'Bearer a.b-c_d',
      'x-team': 'one',
      'x-call': 'two',
    });
  });

  it('is asked for once for each request that needs one', async () => {
    server = await startLoopbackServer((response) => sendJson(response, 200, { status: 'ok' }));
    let calls = 0;
    const client = createClient({ baseUrl: server.baseUrl, token: async () => `token${++calls}` });
    await client.getReadiness();
    await client.listModels();
    await client.listModels();
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      undefined,
      'Bearer token1',
      'Bearer token2',
    ]);
  });

  it.each(['', 'line\nbreak', 'two words', 'naïve'])('%j is refused without being quoted or sent', async (token) => {
    server = await startLoopbackServer((response) => sendJson(response, 200, []));
    const error = await createClient({ baseUrl: server.baseUrl, token })
      .listProjects()
      .catch((reason) => reason);
    expect(error).toBeInstanceOf(AuthenticationError);
    if (token !== '') expect(inspect(error, { depth: 9 })).not.toContain(token);
    expect(server.requests).toHaveLength(0);
  });

  it('that cannot be fetched fails the call with the reason as its cause', async () => {
    server = await startLoopbackServer((response) => sendJson(response, 200, []));
    const reason = new Error('vault is sealed');
    const client = createClient({ baseUrl: server.baseUrl, token: () => Promise.reject(reason) });
    await expect(client.listProjects()).rejects.toMatchObject({ name: 'AuthenticationError', cause: reason });
  });

  it('stands in no error and not in the client as it is printed', async () => {
    server = await startLoopbackServer((response) => response.destroy());
    const client = createClient({ baseUrl: server.baseUrl, token: 'sesame' });
    const error = await client.listProjects().catch((reason) => reason);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(inspect([error, client], { depth: 9 })).not.toContain('sesame');
  });
});

describe('what is no answer of Groundwire', () => {
  it('a page with status 200 is an error', async () => {
    server = await startLoopbackServer((response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Please log in</h1>');
    });
    const projects = createClient({ baseUrl: server.baseUrl, token: 'abc' }).listProjects();
    await expect(projects).rejects.toThrow('The answer is text/html where application/json was expected.');
  });

  it('broken JSON with status 200 is an error', async () => {
    server = await startLoopbackServer((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-request-id': 'r1' }).end('[{');
    });
    const error = await createClient({ baseUrl: server.baseUrl, token: 'abc' })
      .listProjects()
      .catch((reason) => reason);
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ status: 200, requestId: 'r1', message: 'The answer is not JSON.' });
  });

  it('a redirect is an error and is not followed', async () => {
    server = await startLoopbackServer((response) => response.writeHead(307, { location: '/elsewhere' }).end());
    await expect(createClient({ baseUrl: server.baseUrl, token: 'abc' }).listProjects()).rejects.toThrow(
      ConnectionError,
    );
    expect(server.requests).toHaveLength(1);
  });

  it('nothing at all is an error with its cause', async () => {
    server = await startLoopbackServer((response) => response.end());
    await server.close();
    const error = await createClient({ baseUrl: server.baseUrl, token: 'abc' })
      .listProjects()
      .catch((reason) => reason);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toHaveProperty('message', 'The server could not be reached (ECONNREFUSED).');
    expect(error).toHaveProperty('cause.name', 'TypeError');
  });
});

it('a fetch of your own is used', async () => {
  const seen: string[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    seen.push(`${request.method} ${request.url} ${request.headers.get('authorization')}`);
    return Response.json([]);
  };
  await createClient({ baseUrl: 'https://groundwire.example', token: 'abc', fetch }).listProjects();
  expect(seen).toEqual(['GET https://groundwire.example/v2/aiproducts/askyoda/v2/ Bearer abc']);
});
