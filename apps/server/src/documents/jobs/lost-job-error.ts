/** The job is another's by now, or its file was deleted: whatever was under way for it ends without a trace. */
export class LostJobError extends Error {
  override readonly name = 'LostJobError';

  constructor() {
    super('The job is lost.');
  }
}
