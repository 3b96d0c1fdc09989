import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { ForwardProxy } from '../proxy/forward-proxy.ts';

export interface ProxyReply {
  /** 0 when the connection ended without a reply. */
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

export interface ProxyRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** In place of the proxy's own; '' for none. */
  password?: string;
}

/** A plain request through the proxy, as a browser sends it. */
export async function askProxy(
  proxy: ForwardProxy,
  url: string,
  { method = 'GET', headers = {}, body, password }: ProxyRequest = {},
): Promise<ProxyReply> {
  const { hostname, port } = new URL(proxy.url);
  const authorization = credentials(proxy, password);
  const sent = request({ hostname, port, path: url, method, headers: { ...authorization, ...headers } });
  sent.end(body);
  try {
    const [reply] = (await once(sent, 'response')) as [NodeJS.ReadableStream & { statusCode: number; headers: object }];
    let text = '';
    for await (const chunk of reply) text += String(chunk);
    return { status: reply.statusCode, headers: { ...reply.headers }, body: text };
  } catch {
    return { status: 0, headers: {}, body: '' };
  }
}

/** A tunnel: the head of the proxy's reply, and the socket behind it. */
export async function openTunnel(
  proxy: ForwardProxy,
  target: string,
  password?: string,
): Promise<{ status: number; socket: Socket }> {
  const { hostname, port } = new URL(proxy.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const [authorization = ''] = Object.values(credentials(proxy, password));
  const lines = [
    `CONNECT ${target} HTTP/1.1`,
    `host: ${target}`,
    ...(authorization === '' ? [] : [`proxy-authorization: ${authorization}`]),
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  const head = await Promise.race([once(socket, 'data'), once(socket, 'close')]);
  return { status: Number(/^HTTP\/1.1 (\d+)/.exec(String(head[0]))?.[1] ?? 0), socket };
}

function credentials({ username, password: own }: ForwardProxy, password = own): Record<string, string> {
  if (password === '') return {};
  return { 'proxy-authorization': `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}
