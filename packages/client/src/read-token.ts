import { AuthenticationError } from './errors/groundwire-error.ts';

/** A token, or what fetches one. */
export type TokenSource = string | (() => string | Promise<string>);

/**
 * The token to send. It is checked here because `fetch` quotes a header value that it refuses, and a token must not
 * stand in an error message.
 * @throws {AuthenticationError} when the function fails, or what it returns cannot be a bearer token (RFC 6750, 2.1).
 */
export async function readToken(source: TokenSource): Promise<string> {
  const token = typeof source === 'string' ? source : await callSource(source);
  if (typeof token === 'string' && /^[\w.~+/-]+=*$/.test(token)) return token;
  throw new AuthenticationError('The token is empty or holds characters that a bearer token cannot hold.');
}

async function callSource(source: () => string | Promise<string>): Promise<string> {
  try {
    return await source();
  } catch (error) {
    throw new AuthenticationError('The token function failed.', { cause: error });
  }
}
