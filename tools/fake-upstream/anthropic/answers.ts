import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { startEvents, write } from '../send.ts';
import type { MessagesBody } from './messages-body.ts';
import {
  messageEvents,
  type Speech,
  textBlock,
  thinkingBlock,
  toMessageEvent,
  toolUseBlock,
} from './message-events.ts';
import { anthropicError } from './send-error.ts';
import { toolLoop } from './tool-loop.ts';

/** Streams an answer to a request. */
export type Answerer = (body: MessagesBody, response: ServerResponse) => Promise<void> | void;

const THOUGHTS = ['Let me ', 'think.'];
const ANSWER: Speech = { blocks: [textBlock(['one ', 'two ', 'three'])], stopReason: 'end_turn' };

const NAMED: Readonly<Record<string, Answerer>> = {
  mirror: (body, response) => send(body, response, says([JSON.stringify(body)])),
  'tool-call': (body, response) => {
    const name = body.tools?.[0]?.name ?? 'get_weather';
    const call = toolUseBlock('toolu_fake1', name, ['{"city"', ':"Par', 'is"}']);
    return send(body, response, { blocks: [call], stopReason: 'tool_use' });
  },
  thinking: (body, response) =>
    send(body, response, {
      blocks: [thinkingBlock(THOUGHTS, 'c2lnbmVk'), textBlock(['Thought through.'])],
      stopReason: 'end_turn',
    }),
  'overloaded-mid-stream': (body, response) =>
    cut(body, response, toMessageEvent(anthropicError('overloaded_error', 'Overloaded'))),
  'cut-mid-stream': (body, response) => cut(body, response, ''),
  'cut-before-stop': async (body, response) => {
    startEvents(response);
    await write(response, messageEvents(body.model, ANSWER).slice(0, -1).join(''));
    response.end();
  },
};

/** What a model does; a name that says nothing, such as `claude-opus-5`, echoes. */
export function answererOf(model: string): Answerer {
  const [, count] = /^stream-(\d+)$/.exec(model) ?? [];
  if (count !== undefined) {
    const pieces = Array.from({ length: Number(count) }, (_, index) => `token${index} `);
    return (body, response) => send(body, response, says(pieces));
  }
  const [, gapMs] = /^slow-(\d+)$/.exec(model) ?? [];
  if (gapMs !== undefined) return (body, response) => send(body, response, ANSWER, Number(gapMs));
  if (model.endsWith('-tool-loop')) return (body, response) => send(body, response, toolLoop(body));
  return (Object.hasOwn(NAMED, model) ? NAMED[model] : undefined) ?? echo;
}

const says = (pieces: readonly string[]): Speech => ({ blocks: [textBlock(pieces)], stopReason: 'end_turn' });

const echo: Answerer = (body, response) => {
  const content = body.messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const texts =
    typeof content === 'string' ? [content] : content.map(({ text }) => (typeof text === 'string' ? text : ''));
  return send(body, response, says(`You said: ${texts.join('')}`.match(/\S+\s*/g) ?? []));
};

async function send({ model }: MessagesBody, response: ServerResponse, speech: Speech, gapMs = 0): Promise<void> {
  startEvents(response);
  for (const event of messageEvents(model, speech)) {
    if (gapMs > 0) await sleep(gapMs);
    if (response.closed) return;
    await write(response, event);
  }
  response.end();
}

/** The start, the ping and two pieces of text, then `bytes`, and the end. */
async function cut({ model }: MessagesBody, response: ServerResponse, bytes: string): Promise<void> {
  startEvents(response);
  await write(response, messageEvents(model, ANSWER).slice(0, 5).join(''));
  response.end(bytes);
}
