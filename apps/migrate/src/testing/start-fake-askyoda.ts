import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One answer that goes wrong. */
export interface PlannedFault {
  /** The beginning of the path behind the project's id. */
  path: string;
  status: number;
  headers?: Record<string, string>;
  /** How many answers to this path come before it. */
  after?: number;
}

/** A project as the published description of AskYoda v2 knows it, and how its server behaves. */
export interface FakeProject {
  token: string;
  id: string;
  chunks: { id: string; page_content: unknown; metadata: unknown }[];
  conversations?: { id: string; name: string | null; messages: unknown[] }[];
  files?: unknown[];
  /** What `collection_size` says; the number of chunks when not given. */
  size?: unknown;
  /** How a list of chunks is wrapped. */
  wrap?: (points: unknown[], ids: string[]) => unknown;
  /** More than this is refused, */
  mostChunks?: number;
  /** or cut to it. */
  cutTo?: number;
  /** Whether `offset`, which is not in the description, is known. */
  knowsOffset?: boolean;
  faults?: PlannedFault[];
}

export interface FakeAskYoda {
  url: string;
  /** Every request, as `METHOD path`. */
  requests: string[];
  bodies: unknown[];
  close(): Promise<void>;
}

const PREFIX = '/v2/aiproducts/askyoda/v2/';

/** A server with one project, which may be changed while it runs. */
export async function startFakeAskYoda(project: FakeProject): Promise<FakeAskYoda> {
  const requests: string[] = [];
  const bodies: unknown[] = [];
  const counts = new Map<PlannedFault, number>();
  const server = createServer((request, response) => {
    void (async () => {
      requests.push(`${request.method} ${request.url}`);
      const body = await text(request);
      if (body !== '') bodies.push(JSON.parse(body));
      answer(project, counts, request, response, body === '' ? {} : (JSON.parse(body) as Record<string, unknown>));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    bodies,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(
  project: FakeProject,
  counts: Map<PlannedFault, number>,
  { url = '', headers, method = '' }: IncomingMessage,
  response: ServerResponse,
  body: Record<string, unknown>,
): void {
  const send = (status: number, value: unknown, more: Record<string, string> = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...more }).end(JSON.stringify(value));
  };
  if (headers.authorization !== `Bearer ${project.token}`) return send(401, { error: { type: 'x', message: 'y' } });
  const path = url.slice(PREFIX.length + project.id.length + 1).split('?')[0]!;
  if (!url.startsWith(`${PREFIX}${project.id}/`)) return send(404, { details: 'Not Found' });
  const fault = (project.faults ?? []).find((each) => path.startsWith(each.path) && isDue(each, counts));
  if (fault) return send(fault.status, { error: { type: 'x', message: 'y' } }, fault.headers);
  const found = answersOf(project, path);
  if (found !== undefined) return send(200, found);
  if (path === 'list_chunks_ids/' && method === 'POST') return sendChunks(project, body, send);
  send(path === '' ? 404 : 405, { details: 'Not Found' });
}

function answersOf({ chunks, size, conversations = [], files = [] }: FakeProject, path: string): unknown {
  const info = { db_provider: 'qdrant', embeddings_provider: 'openai', llm_provider: 'openai', llm_model: 'gpt-4o' };
  const answers: Record<string, unknown> = {
    'info/': { ...info, collection_size: size ?? chunks.length },
    'files/': files,
    'conversations/': conversations.map(({ id, name }) => ({ id, name })),
  };
  for (const conversation of conversations) answers[`conversations/${conversation.id}/`] = conversation;
  return answers[path];
}

/** A fault strikes once. */
function isDue(fault: PlannedFault, counts: Map<PlannedFault, number>): boolean {
  const count = counts.get(fault) ?? 0;
  counts.set(fault, count + 1);
  return count === (fault.after ?? 0);
}

function sendChunks(
  { chunks, mostChunks = Infinity, cutTo = Infinity, knowsOffset = false, wrap }: FakeProject,
  { limit = 10, offset = 0, with_payload: withPayload = false }: Record<string, unknown>,
  send: (status: number, value: unknown) => void,
): void {
  if (Number(limit) > mostChunks) return send(400, { error: { type: 'x', message: { limit: ['too many'] } } });
  const start = knowsOffset ? Number(offset) : 0;
  const found = chunks.slice(start, start + Math.min(Number(limit), cutTo));
  const ids = found.map(({ id }) => id);
  if (!withPayload) return send(200, { chunks_ids: ids });
  const points = found.map(({ id, ...payload }) => ({ id, payload, vector: null }));
  send(200, wrap?.(points, ids) ?? { chunks_ids: points });
}
