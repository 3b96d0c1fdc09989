import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe } from '@jest/globals';

/** The browser that specs may start: where CHROMIUM_PATH says. */
export const CHROMIUM_PATH = process.env.CHROMIUM_PATH;

/** Shown as skipped where there is no browser. */
export const describeWithChromium: typeof describe.skip = CHROMIUM_PATH === undefined ? describe.skip : describe;

/** Profiles of this process's browsers, in use or left. */
export async function profiles(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith(`groundwire-chromium-${process.pid}-`));
}
