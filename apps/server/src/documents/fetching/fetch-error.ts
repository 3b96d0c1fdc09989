/** What went wrong, for the log and for tests: a caller who could tell them apart could map the network behind us. */
export type FetchFailure =
  | 'not_an_address'
  | 'scheme'
  | 'port'
  | 'credentials'
  | 'forbidden_address'
  | 'unknown_host'
  | 'connection'
  | 'redirects'
  | 'too_large'
  | 'encoding'
  | 'timeout'
  | 'cancelled';

/** The one failure of fetching. Its message is the same for every cause; `failure` and `cause` are for the log alone. */
export class FetchError extends Error {
  override readonly name = 'FetchError';

  constructor(
    readonly failure: FetchFailure,
    cause?: unknown,
  ) {
    super('The address could not be fetched.', { cause });
  }
}
