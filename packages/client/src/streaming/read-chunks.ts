import type { Deadline } from '../deadline.ts';
import { StreamInterruptedError } from '../errors/groundwire-error.ts';
import type { GroundwireErrorDetails } from '../errors/groundwire-error.ts';
import type { ChatCompletionChunk } from '../gen/types.gen.ts';
import { readEvents } from './read-events.ts';
import { problemToError } from '../errors/to-error.ts';

/**
 * The chunks of a streamed answer. Ends normally only when the answer is complete: each choice that began has had its
 * `finish_reason`, whether or not `[DONE]` followed.
 * @throws {GroundwireError} of the error frame's kind, when the server sends one.
 * @throws {StreamInterruptedError} when the stream breaks off, or holds something that is no chunk.
 */
export async function* readChunks(
  response: Response,
  deadline: Deadline,
): AsyncGenerator<ChatCompletionChunk, void, undefined> {
  const details = { requestId: response.headers.get('x-request-id') ?? undefined };
  const isFinished = new Map<number, boolean>();

  for await (const data of readEvents(response.body, deadline)) {
    if (data === '[DONE]') break;
    const chunk = parseChunk(data, details);
    for (const { index, finish_reason } of chunk.choices) {
      isFinished.set(index, isFinished.get(index) === true || Boolean(finish_reason));
    }
    yield chunk;
    deadline.signal.throwIfAborted();
  }

  const isComplete = isFinished.size > 0 && ![...isFinished.values()].includes(false);
  if (!isComplete) throw new StreamInterruptedError('The stream ended before its answer did.', details);
}

function parseChunk(data: string, details: GroundwireErrorDetails): ChatCompletionChunk {
  const frame = parseJson(data) as (Partial<ChatCompletionChunk> & { error?: unknown }) | null | undefined;
  if (frame?.error) throw problemToError(frame, details);
  if (Array.isArray(frame?.choices)) return frame as ChatCompletionChunk;
  throw new StreamInterruptedError('The stream holds a frame that is no chunk of an answer.', details);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
