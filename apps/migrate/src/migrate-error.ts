/** The migration cannot go on; the message is plain sentences for whoever started it. */
export class MigrateError extends Error {
  override readonly name: string = 'MigrateError';
}

/** The source answered with a status that is no success. */
export class SourceAnswerError extends MigrateError {
  override readonly name = 'SourceAnswerError';

  constructor(
    message: string,
    /** Undefined when no answer came. */
    readonly status: number | undefined,
  ) {
    super(message);
  }
}
