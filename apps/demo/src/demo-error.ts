/** The demo cannot go on; the message is one plain sentence for whoever started it. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}
