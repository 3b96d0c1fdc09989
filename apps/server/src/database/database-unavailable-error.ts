/** The database cannot be reached or has cut the connection: whether the last statement took effect is unknown. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
  /** What it means to a caller over HTTP. */
  readonly statusCode = 503;

  constructor(cause: unknown) {
    super('The database is unavailable.', { cause });
  }
}

/** Node's system errors, and the SQLSTATEs of a server that is full, starting or going away. */
const CONNECTION_FAILURE_CODES = /^(E[A-Z_]+|08\w{3}|53300|57P0[1-3])$/;
const CONNECTION_FAILURE_MESSAGES = /^(Connection terminated|timeout exceeded when trying|Query read timeout|Client )/;

/** What callers shall see of an error that `pg` threw: lost connections under one name, all else unchanged. */
export function asCallerError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const isConnectionFailure = CONNECTION_FAILURE_CODES.test(code) || CONNECTION_FAILURE_MESSAGES.test(error.message);
  return isConnectionFailure ? new DatabaseUnavailableError(error) : error;
}
