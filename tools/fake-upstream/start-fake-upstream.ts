import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MessagesBody } from './anthropic/messages-body.ts';
import { serveMessages } from './anthropic/serve-messages.ts';
import { behaviourOf } from './behaviour-of.ts';
import { checkRequest, type ChatBody } from './check-request.ts';
import { MODEL_LIST } from './model-list.ts';
import { sendError, sendJson } from './send.ts';
import { vendorOf } from './vendors/tool-loop.ts';
import { serveTask, taskOf } from './tasks/serve-task.ts';
import { readForm } from './tasks/transcription.ts';

/** A request as it arrived. */
export interface RecordedRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: ChatBody;
  /** Resolves when the reply is over: `complete`, or `aborted` when the caller hung up before its end. */
  ended: Promise<'complete' | 'aborted'>;
  /** Bytes handed to the operating system for this connection so far. */
  sentBytes(): number;
}

/** A reply to play back instead of a behaviour, chosen by the request's model. */
export interface Recording {
  contentType: string;
  body: string | Uint8Array;
}

export interface FakeUpstreamOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  recordings?: Readonly<Record<string, Recording>>;
}

export interface FakeUpstream {
  /** The base URL, `/v1` included. */
  url: string;
  /** Every request so far, oldest first. */
  requests: RecordedRequest[];
  /** Connections that are open now. */
  countConnections(): Promise<number>;
  /** Cuts every connection. */
  close(): Promise<void>;
}

/** A loopback server that speaks OpenAI's, Anthropic's and some others' wires; the model decides how (README.md). */
export async function startFakeUpstream(options: FakeUpstreamOptions = {}): Promise<FakeUpstream> {
  const { port = 0, recordings = {} } = options;
  const requests: RecordedRequest[] = [];

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const recorded = await record(request, response);
    requests.push(recorded);
    const { method, path, body } = recorded;
    if (method === 'GET' && path.endsWith('/models')) {
      sendJson(response, MODEL_LIST);
      return;
    }
    const attempt = requests.filter((earlier) => earlier.body.model === body.model).length;
    const task = taskOf(path, body);
    if (task !== undefined) return serveTask(task, { path, body, response, attempt });
    const isMessages = path.endsWith('/messages');
    if (!isMessages && !path.endsWith('/chat/completions')) {
      sendError(response, 404, 'Unknown request URL.');
      return;
    }
    const recording = Object.hasOwn(recordings, body.model) ? recordings[body.model] : undefined;
    if (recording !== undefined) {
      play(response, recording);
      return;
    }
    if (isMessages) return serveMessages(recorded.headers, body as unknown as MessagesBody, response, attempt);
    const vendor = vendorOf(body.model);
    if (vendor !== undefined) {
      vendor(body, response);
      return;
    }
    const fault = checkRequest(body);
    if (fault !== undefined) {
      sendError(response, 400, fault.message, { param: fault.param });
      return;
    }
    return behaviourOf(body.model)({ body, response, attempt });
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    countConnections: () => countConnections(server),
    close: () => close(server),
  };
}

async function record(request: IncomingMessage, response: ServerResponse): Promise<RecordedRequest> {
  const ended = new Promise<'complete' | 'aborted'>((resolve) => {
    response.once('close', () => resolve(response.writableFinished ? 'complete' : 'aborted'));
  });
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = readBody(Buffer.concat(chunks), request.headers['content-type']) as ChatBody;
  const { method = '', url: path = '', headers, socket } = request;
  return { method, path, headers, body, ended, sentBytes: () => socket.bytesWritten };
}

function readBody(bytes: Buffer, contentType = ''): unknown {
  if (contentType.startsWith('multipart/form-data')) return readForm(bytes, contentType);
  return bytes.length === 0 ? {} : JSON.parse(bytes.toString());
}

function play(response: ServerResponse, { contentType, body }: Recording): void {
  response.writeHead(200, { 'content-type': contentType }).end(body);
}

function countConnections(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
  });
}

function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return closed;
}
