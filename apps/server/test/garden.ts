import { ASK_YODA, startTestServer, type TestServer } from './harness.ts';

export type Json = Record<string, unknown>;

/** An answer as a client sees it. */
interface Answer {
  status: number;
  json: Json;
}

/** A server, and a project of alice's about three plants. */
export interface Garden {
  server: TestServer;
  project: string;
  /** Takes a new project with the same texts, as if nothing had been done to it. */
  plantAnew(): Promise<void>;
  /** An operation of the project. */
  call(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  /** What the vendor was last asked. */
  lastPrompt(): { role: string; content: string }[];
}

const TEXTS = ['Water a cactus every two weeks.', 'Ferns like shade and wet soil.', 'Roses need six hours of sun.'];
const METADATA = [{ plant: 'cactus' }, { plant: 'fern' }, { plant: 'rose' }];

export async function openGarden(): Promise<Garden> {
  const server = await startTestServer();
  const garden: Garden = {
    server,
    project: '',
    plantAnew: async () => {
      garden.project = await server.createProject('alice', TEXTS, METADATA);
    },
    call: async (method, path, body, headers) => {
      const response = await server.request('alice', method, `${ASK_YODA}/${garden.project}/${path}`, body, headers);
      const text = await response.text();
      return { status: response.status, json: text === '' ? {} : (JSON.parse(text) as Json) };
    },
    lastPrompt: () => server.upstream.requests.at(-1)!.body.messages as { role: string; content: string }[],
  };
  return garden;
}
