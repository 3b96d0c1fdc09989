import type { ServerResponse } from 'node:http';

const REQUEST_ID = 'req_fake0000000000000001';

const TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  422: 'invalid_request_error',
  429: 'rate_limit_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};

/** An error in Anthropic's shape. The message holds a key, as careless vendors' do: it must reach nobody. */
export function anthropicError(type: string, message: string): { type: 'error'; error: object; request_id: string } {
  return { type: 'error', error: { type, message: `${message} (key sk-ant-secret)` }, request_id: REQUEST_ID };
}

export function sendAnthropicError(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = anthropicError(TYPES[status] ?? 'api_error', message);
  response
    .writeHead(status, { 'content-type': 'application/json', 'request-id': REQUEST_ID, ...headers })
    .end(JSON.stringify(body));
}
