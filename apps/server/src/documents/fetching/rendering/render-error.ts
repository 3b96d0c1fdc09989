/** What went wrong, for the log and for tests. */
export type RenderFailure = 'browser' | 'crash' | 'timeout' | 'too_large' | 'navigation';

const MESSAGES: Readonly<Record<RenderFailure, string>> = {
  browser: 'The browser that renders pages here does not work.',
  crash: 'The page could not be rendered: it needs more memory than a page may use.',
  timeout: 'The page could not be rendered: it takes too long.',
  too_large: 'The page could not be rendered: it grows larger than a page may be.',
  // As for every address that is not reached.
  navigation: 'The address could not be fetched.',
};

/** A page that cannot be rendered. Its message is for callers and leads to no address; `cause` is for the log. */
export class RenderError extends Error {
  override readonly name = 'RenderError';

  constructor(
    readonly failure: RenderFailure,
    cause?: unknown,
  ) {
    super(MESSAGES[failure], { cause });
  }
}
