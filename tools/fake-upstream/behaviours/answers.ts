import { setTimeout as sleep } from 'node:timers/promises';
import { chunks, completion, type Speech } from '../answer.ts';
import type { Behaviour, Exchange } from '../behaviour.ts';
import { sendJson, startEvents, toEvent, write } from '../send.ts';

/** Says back the last user message, word by word. */
export const answerEcho: Behaviour = (exchange) => {
  const last = exchange.body.messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const text = typeof last === 'string' ? last : JSON.stringify(last);
  return answer(exchange, { pieces: `You said: ${text}`.match(/\S+\s*/g) ?? [] });
};

/** Says the request's body, as JSON. */
export const answerMirror: Behaviour = (exchange) => answer(exchange, { pieces: [JSON.stringify(exchange.body)] });

/** Says an object in JSON, whatever schema it should follow. */
export const answerJson: Behaviour = (exchange) => answer(exchange, { pieces: ['{"city":', '"Paris"}'] });

/** Calls the first tool with `{"city":"Paris"}`. */
export const answerToolCall: Behaviour = (exchange) =>
  answer(exchange, { pieces: [], toolName: exchange.body.tools?.[0]?.function.name ?? 'get_weather' });

/** Calls the first tool, and says what it answered once that is there. */
export const answerAgent: Behaviour = (exchange) => {
  const last = exchange.body.messages.at(-1);
  if (last?.role !== 'tool') return answerToolCall(exchange);
  return answer(exchange, { pieces: ['The tool said: ', JSON.stringify(last.content)] });
};

/** A given number of pieces. */
export function answerPieces(count: number): Behaviour {
  const pieces = Array.from({ length: count }, (_, index) => `token${index} `);
  return (exchange) => answer(exchange, { pieces });
}

/** Ten pieces with a pause before each. */
export function answerSlowly(gapMs: number): Behaviour {
  const pieces = Array.from({ length: 10 }, (_, index) => `slow${index} `);
  return (exchange) => answer(exchange, { pieces }, gapMs);
}

async function answer({ body, response }: Exchange, speech: Speech, gapMs = 0): Promise<void> {
  if (body.stream !== true) {
    if (gapMs > 0) await sleep(gapMs);
    sendJson(response, completion(body, speech));
    return;
  }
  startEvents(response);
  for (const chunk of chunks(body, speech)) {
    if (gapMs > 0) await sleep(gapMs);
    if (response.closed) return;
    await write(response, toEvent(chunk));
  }
  response.end(toEvent('[DONE]'));
}
