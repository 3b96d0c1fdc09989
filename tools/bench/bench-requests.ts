import type { BenchRequest } from './measure-load.ts';
import type { Groundwire } from './start-groundwire.ts';

/** Brings a body with one short question to about 2 KB. */
const PADDING = 'A caller who has much to tell before the question comes writes lines like this one. '.repeat(22);
const QUESTION = { role: 'user', content: 'What does a change cost, and which files does it touch?' };

const JSON_HEADERS = { 'content-type': 'application/json' };

/** The fake upstream echoes, or streams 200 pieces. */
export function fakeModel(stream: boolean): string {
  return stream ? 'stream-200' : 'gpt-4o-mini';
}

function chat(model: string, stream: boolean): string {
  return JSON.stringify({ model, stream, messages: [{ role: 'system', content: PADDING }, QUESTION] });
}

/** A plain chat of about 2 KB, sent to `origin` as to OpenAI. */
export function plainChat(
  origin: string,
  stream: boolean,
  headers: Record<string, string> = JSON_HEADERS,
): BenchRequest {
  return { url: `${origin}/v1/chat/completions`, headers, body: chat(fakeModel(stream), stream) };
}

/** The same question, answered from the project's documents by `model`. */
export function groundedChat({ origin, headers, projectId }: Groundwire, model: string, stream: boolean): BenchRequest {
  return {
    url: `${origin}/v2/aiproducts/askyoda/v2/${projectId}/generate`,
    headers,
    body: chat(model, stream),
  };
}
