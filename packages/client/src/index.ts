export { createClient } from './create-client.ts';
export type { GroundwireOptions } from './create-client.ts';
export type { CallOptions } from './caller.ts';
export type { ChatCallOptions, GroundwireClient } from './groundwire-client.ts';
export type { TokenSource } from './read-token.ts';
export type { Streamed, Whole } from './streaming/whole-or-streamed.ts';
export {
  AuthenticationError,
  ConnectionError,
  GroundwireError,
  InvalidRequestError,
  NotFoundError,
  RateLimitError,
  RequestAbortedError,
  RequestTimeoutError,
  ServerError,
  StreamInterruptedError,
  UpstreamError,
} from './errors/groundwire-error.ts';
export type { GroundwireErrorDetails } from './errors/groundwire-error.ts';
export type * from './gen/types.gen.ts';
