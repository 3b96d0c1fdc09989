import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const text = async (path: string): Promise<string> => {
  const response = await fetch(server.url + path);
  expect(response.status).toBe(200);
  return response.text();
};

describe('/docs, without a token', () => {
  it.each(['/docs', '/docs/'])('%s is Swagger UI, all of it from this server', async (path) => {
    const page = await text(path);
    const loaded = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url!);
    expect(loaded.length).toBeGreaterThan(3);
    for (const url of loaded) {
      expect(url).not.toMatch(/^(https?:)?\/\//);
      await text(new URL(url, `${server.url}/docs/`).pathname.replace('/docs/docs', '/docs'));
    }
  });
  it('/openapi.json is openapi.yaml', async () => {
    const contract: unknown = parse(readFileSync(new URL('../../../openapi.yaml', import.meta.url), 'utf8'));
    expect(JSON.parse(await text('/openapi.json'))).toMatchObject({ paths: (contract as { paths: object }).paths });
  });
});
