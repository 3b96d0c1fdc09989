import { completion } from '../answer.ts';
import type { Behaviour } from '../behaviour.ts';
import { sendJson } from '../send.ts';

const HUGE_BYTES = 21 * 1024 * 1024;

/** 200, but no chat completion. */
export const wholeFaults: Readonly<Record<string, Behaviour>> = {
  'truncated-json': ({ body, response }) => {
    const json = JSON.stringify(completion(body, { pieces: ['cut'] }));
    response.writeHead(200, { 'content-type': 'application/json' }).end(json.slice(0, -20));
  },
  html: ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Welcome to nginx!</body></html>');
  },
  'wrong-type': ({ body, response }) => {
    response
      .writeHead(200, { 'content-type': 'text/plain' })
      .end(JSON.stringify(completion(body, { pieces: ['fine'] })));
  },
  'empty-choices': ({ body, response }) => sendJson(response, { ...completion(body, { pieces: [] }), choices: [] }),
  'bad-utf8-body': ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.from([0x22, 0xff, 0xfe, 0x22]));
  },
  'huge-body': ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(`"${'x'.repeat(HUGE_BYTES)}"`);
  },
  'error-in-body': ({ response }) => sendJson(response, { error: { message: 'Provider returned error', code: 503 } }),
};
