// The floor: a proxy that hands every byte on and looks at none.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';

const upstream = new Pool(process.env.UPSTREAM_URL ?? '');

const server = createServer((request, response) => {
  upstream.stream(
    { path: request.url ?? '/', method: 'POST', headers: { 'content-type': 'application/json' }, body: request },
    ({ statusCode, headers }) => response.writeHead(statusCode, { 'content-type': String(headers['content-type']) }),
    (error) => {
      if (error) response.destroy(error);
    },
  );
});

server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
