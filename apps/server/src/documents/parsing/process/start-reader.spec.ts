import { expect, it } from '@jest/globals';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openUnnamed } from '../../../http/bodies/open-unnamed.ts';
import { startReader } from './start-reader.ts';

const fixture = (name: string): URL => new URL(`__fixtures__/${name}.ts`, import.meta.url);

it('gives the process the file, and neither our environment nor the right to anything else', async () => {
  process.env.OPENAI_API_KEY = 'sk-of-the-operator';
  const handle = await openUnnamed();
  await handle.write('What a stranger sent.');
  const reader = startReader(handle.fd, 256, fixture('tell-rights'));
  const [told] = await once(reader, 'message');
  expect(told).toEqual({
    environment: ['MALLOC_ARENA_MAX'],
    file: 'What a stranger sent.',
    readSecrets: 'ERR_ACCESS_DENIED',
    write: 'ERR_ACCESS_DENIED',
    run: 'ERR_ACCESS_DENIED',
  });
  reader.kill('SIGKILL');
  await handle.close();
  delete process.env.OPENAI_API_KEY;
});

it('ends a process that computes without end when the server is killed', async () => {
  const server = fork(fileURLToPath(fixture('spin-for-parent')), { execArgv: [] });
  const [readerId] = (await once(server, 'message')) as [number];
  expect(isAlive(readerId)).toBe(true);
  server.kill('SIGKILL');
  while (isAlive(readerId)) await new Promise((resolve) => setTimeout(resolve, 10));
});

it('ends a process that needs more memory than it may, be it outside of the heap', async () => {
  const reader = startReader(0, 256, fixture('fill-memory'));
  expect(await once(reader, 'exit')).toEqual([null, 'SIGKILL']);
});

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
