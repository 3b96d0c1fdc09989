/** A file that cannot be read; the message says why to the person who sent it. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}
