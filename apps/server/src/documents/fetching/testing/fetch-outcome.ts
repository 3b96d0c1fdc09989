import type { ServerResponse } from 'node:http';
import { FetchError } from '../fetch-error.ts';
import type { FetchOptions } from '../url-fetcher.ts';

export type Answer = (response: ServerResponse) => unknown;

/** The failure that a fetch must end with. */
export async function failureOf(promise: Promise<unknown>): Promise<FetchError> {
  const error = await promise.then(
    () => new Error('it was fetched'),
    (reason: unknown) => reason,
  );
  if (error instanceof FetchError) return error;
  throw error;
}

export function fetchOptions(changes: Partial<FetchOptions> = {}): FetchOptions {
  return { signal: new AbortController().signal, maxBytes: 1024 * 1024, timeoutMs: 10_000, ...changes };
}

export function redirectTo(location: string, status = 302): Answer {
  return (response) => response.writeHead(status, { location }).end();
}
