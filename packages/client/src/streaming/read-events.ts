import { createParser } from 'eventsource-parser';
import type { Deadline } from '../deadline.ts';
import { GroundwireError, StreamInterruptedError } from '../errors/groundwire-error.ts';

/**
 * The data of each server-sent event, in order, until the body ends. Comments and unfinished events are not data.
 * @throws {StreamInterruptedError} when the connection is lost.
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array> | null,
  deadline: Deadline,
): AsyncGenerator<string, void, undefined> {
  if (!body) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const events: string[] = [];
  const parser = createParser({ onEvent: ({ data }) => events.push(data) });

  for (;;) {
    const { done, value } = await deadline.within(() => reader.read()).catch(throwInterrupted);
    if (done) return;
    parser.feed(decoder.decode(value, { stream: true }));
    yield* events.splice(0);
  }
}

function throwInterrupted(error: unknown): never {
  if (error instanceof GroundwireError) throw error;
  throw new StreamInterruptedError('The connection was lost before the answer was complete.', { cause: error });
}
