import type { Server } from '../server-process/start-server.ts';

/** Calls an operation of the server; a form is sent as one, anything else as JSON. Throws for every answer but a good one. */
export type CallApi = <Answer>(method: string, path: string, body?: object) => Promise<Answer>;

export function apiOf({ origin, headers }: Server): CallApi {
  const { authorization } = headers;
  return async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${origin}/v2/aiproducts/askyoda/v2/${path}`, {
      method,
      headers: isForm || body === undefined ? { authorization: authorization! } : headers,
      body: isForm ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  };
}
