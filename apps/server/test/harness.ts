import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FakeUpstream, startFakeUpstream } from '../../../tools/fake-upstream/start-fake-upstream.ts';
import { type Config, loadConfig } from '../src/config.ts';
import { createApp } from '../src/create-app.ts';
import type { Database } from '../src/database/database.ts';
import { openTestDatabase } from '../src/database/testing/open-test-database.ts';
import { TokenVerifier } from '../src/http/auth/token-verifier.ts';
import { Drain } from '../src/http/shutdown/drain.ts';
import { createLogger } from '../src/logging.ts';

const SECRET = randomBytes(32).toString('hex');

/** The whole server on a loopback port, with a database of its own and a fake vendor behind `openai/…`, and `anthropic/…` when it has a key. */
export interface TestServer {
  url: string;
  app: NestFastifyApplication;
  upstream: FakeUpstream;
  database: Database;
  drain: Drain;
  /** A request as `tenant`; a body is sent as JSON. */
  request(
    tenant: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<Response>;
  /** A new project of `tenant` that holds `texts`. */
  createProject(tenant: string, texts?: string[], metadata?: Record<string, unknown>[]): Promise<string>;
  close(): Promise<void>;
}

/** Settings besides the usual ones; some need the fake vendor's address. */
type Environment = Record<string, string> | ((upstreamUrl: string) => Record<string, string>);

/** `shared` is the database of another server, for a second one beside it: whoever opened it closes it. */
export async function startTestServer(
  environment: Environment = {},
  logger = createLogger('silent'),
  shared?: Database,
): Promise<TestServer> {
  const upstream = await startFakeUpstream();
  const settings = typeof environment === 'function' ? environment(upstream.url) : environment;
  const config = testConfig(upstream, settings);
  const database = shared ?? (await openTestDatabase());
  const drain = new Drain();
  const verifier = new TokenVerifier(config.jwt);
  const app = await createApp({ config, database, verifier, drain, logger });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const request: TestServer['request'] = async (tenant, method, path, body, headers = {}, signal) =>
    fetch(url + path, {
      method: method.toUpperCase(),
      headers: {
        authorization: `Bearer ${await signToken({ sub: tenant })}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  return {
    url,
    app,
    upstream,
    database,
    drain,
    request,
    createProject: (tenant, texts, metadata) => createProject(request, tenant, texts, metadata),
    close: async () => {
      await app.close();
      await upstream.close();
    },
  };
}

function testConfig(upstream: FakeUpstream, environment: Record<string, string>): Config {
  return loadConfig({
    JWT_SECRET: SECRET,
    OPENAI_BASE_URL: upstream.url,
    OPENAI_API_KEY: 'sk-test-0123456789',
    ANTHROPIC_BASE_URL: upstream.url,
    UPSTREAM_HEADERS_TIMEOUT_MS: '2000',
    UPSTREAM_IDLE_TIMEOUT_MS: '1000',
    UPSTREAM_TOTAL_TIMEOUT_MS: '10000',
    UPSTREAM_MAX_RETRIES: '0',
    // Specs that are about embeddings name a model.
    EMBEDDINGS_MODEL: 'none',
    ...environment,
  });
}

/** A token that the test server believes, unless the options spoil it; `expiresAt: null` makes one without expiry. */
export function signToken(
  claims: Record<string, unknown>,
  {
    secret = SECRET,
    alg = 'HS256',
    expiresAt = '1h',
  }: { secret?: string; alg?: string; expiresAt?: string | number | null } = {},
): Promise<string> {
  const token = new SignJWT(claims).setProtectedHeader({ alg });
  if (expiresAt !== null) token.setExpirationTime(expiresAt);
  return token.sign(new TextEncoder().encode(secret));
}

export const ASK_YODA = '/v2/aiproducts/askyoda/v2';

async function createProject(
  request: TestServer['request'],
  tenant: string,
  texts: string[] = [],
  metadata: Record<string, unknown>[] = [],
): Promise<string> {
  const project = { project_name: 'Test', collection_name: 'test', embeddings_provider: 'openai' };
  const created = (await (await request(tenant, 'POST', `${ASK_YODA}/`, project)).json()) as { project_id: string };
  if (texts.length > 0) {
    const added = await request(tenant, 'POST', `${ASK_YODA}/${created.project_id}/add_text/`, { texts, metadata });
    if (added.status !== 201) throw new Error(`add_text answered ${added.status}: ${await added.text()}`);
  }
  return created.project_id;
}

/** The JSON of every `data:` line of a stream; `[DONE]` as that text. */
export async function readEvents(response: Response): Promise<unknown[]> {
  const lines = (await response.text()).split('\n').filter((line) => line.startsWith('data: '));
  return lines.map((line) => (line === 'data: [DONE]' ? '[DONE]' : (JSON.parse(line.slice(6)) as unknown)));
}
