import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { choosePort } from './choose-port.ts';

const host = '127.0.0.1';
let server: Server;
let taken: number;

beforeEach(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  taken = (server.address() as AddressInfo).port;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

it('refuses a wanted port that is taken', async () => {
  await expect(choosePort(taken, host)).rejects.toThrow(`Port ${taken} of 127.0.0.1 is already in use`);
});

it('takes a wanted port that is free', async () => {
  await new Promise((resolve) => server.close(resolve));
  await expect(choosePort(taken, host)).resolves.toBe(taken);
});

it('finds a free port when any will do', async () => {
  const port = await choosePort(0, host);
  expect(port).toBeGreaterThan(0);
  expect(port).not.toBe(taken);
});

it('refuses an address of another machine', async () => {
  await expect(choosePort(0, '192.0.2.1')).rejects.toThrow('Port 0 of 192.0.2.1 cannot be used (EADDRNOTAVAIL).');
});
