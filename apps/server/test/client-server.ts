import { signToken, startTestServer, type TestServer } from './harness.ts';

/** A sentence that an answer which repeats it is cited for. */
export const FACT =
  'The lighthouse of Kermorvan was built in 1849 from grey granite and stands 20 metres above the harbour.';

/** What a client of OpenAI's API is set to: only these two change. */
export interface ClientServer {
  server: TestServer;
  baseURL: string;
  apiKey: string;
}

/** A server with a project that holds `FACT`, and both wires behind it: `openai/…` and `anthropic/…`. */
export async function openClientServer(): Promise<ClientServer> {
  const server = await startTestServer({
    ANTHROPIC_API_KEY: 'sk-ant-test-0123456789',
    UPSTREAM_IDLE_TIMEOUT_MS: '400',
  });
  const project = await server.createProject('alice', [FACT], [{ title: 'Kermorvan' }]);
  return { server, baseURL: `${server.url}/v1/projects/${project}`, apiKey: await signToken({ sub: 'alice' }) };
}

/** The providers of the two wires. */
export const WIRES = ['openai', 'anthropic'] as const;
