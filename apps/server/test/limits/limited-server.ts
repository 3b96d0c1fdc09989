import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LimitReport, Limits, LimitState } from '@groundwire/client';
import { ASK_YODA, startTestServer, type TestServer } from '../harness.ts';

/** A thousandth of a dollar for each token that a model of these writes, and nothing for what it reads. */
const WRITING = { price: { input: '0', output: '1000' } };
const MODELS = ['stream-10', 'echo', 'stall-mid-stream', 'reset-before-headers', 'error-500'];
const PRICES = {
  ...Object.fromEntries(MODELS.map((model) => [`openai/${model}`, WRITING])),
  'ollama/echo': WRITING,
  // A dollar for a million letters or so: what is embedded is counted in words.
  'openai/embed': { price: { input: '1', output: '0' } },
  'openai/speech': { price: { input: '0', output: '0', minutes: '6' } },
};
const TENANTS = { poor: { budget_usd: 0.02, budget_period: 'total' } };

/** Two servers on one database, and what specs of limits ask of them as alice. `stream-10` costs a cent with these prices. */
export interface LimitedServer {
  server: TestServer;
  replica: TestServer;
  /** A new project with limits. */
  limited(limits: Limits, tenant?: string): Promise<string>;
  report(project: string, tenant?: string): Promise<LimitReport>;
  /** What was used of a project's first limit, once nothing is reserved. */
  settled(project: string): Promise<string>;
  generate(project: string, body?: object, at?: TestServer, signal?: AbortSignal): Promise<Response>;
  chat(project: string, body?: object, at?: TestServer): Promise<Response>;
  /** Begins a project's minute in an hour's time, so that it does not end meanwhile. */
  hold(project: string, kind: LimitState['kind']): Promise<void>;
  /** How many requests have reached the vendor. */
  vendorCalls(): number;
  close(): Promise<void>;
}

export const QUESTION = { model: 'openai/stream-10', messages: [{ role: 'user', content: 'Well?' }], max_tokens: 10 };

export async function startLimitedServer(settings: Record<string, string> = {}): Promise<LimitedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'groundwire-limits-'));
  writeFileSync(join(folder, 'prices.json'), JSON.stringify(PRICES));
  writeFileSync(join(folder, 'tenants.json'), JSON.stringify(TENANTS));
  const environment = {
    MODEL_PRICES_FILE: join(folder, 'prices.json'),
    TENANT_LIMITS_FILE: join(folder, 'tenants.json'),
    // Nobody listens there.
    OLLAMA_BASE_URL: 'http://127.0.0.1:9/v1',
    ...settings,
  };
  const server = await startTestServer(environment);
  const replica = await startTestServer(environment, undefined, server.database);
  const report: LimitedServer['report'] = async (project, tenant = 'alice') =>
    (await (await server.request(tenant, 'GET', `${ASK_YODA}/${project}/limits/`)).json()) as LimitReport;
  return {
    server,
    replica,
    limited: async (limits, tenant = 'alice') => {
      const project = await server.createProject(tenant);
      const set = await server.request(tenant, 'PUT', `${ASK_YODA}/${project}/limits/`, limits);
      if (set.status !== 200) throw new Error(`limits answered ${set.status}: ${await set.text()}`);
      return project;
    },
    report,
    settled: async (project) => {
      for (;;) {
        const { state } = await report(project);
        if (state[0]!.reserved === '0') return state[0]!.used;
      }
    },
    hold: async (project, kind) => {
      await server.database.query(
        `insert into spending values ('project', $1, $2, 'minute', now() + interval '1 hour', 0)`,
        [project, kind],
      );
    },
    generate: (project, body = {}, at = server, signal) =>
      at.request('alice', 'POST', `${ASK_YODA}/${project}/generate/`, { ...QUESTION, ...body }, {}, signal),
    chat: (project, body = {}, at = server) =>
      at.request('alice', 'POST', `/v1/projects/${project}/chat/completions`, { ...QUESTION, ...body }),
    vendorCalls: () => server.upstream.requests.length + replica.upstream.requests.length,
    close: async () => {
      await replica.close();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export async function errorOf(response: Response): Promise<{ type: string; message: unknown }> {
  return ((await response.json()) as { error: { type: string; message: unknown } }).error;
}
