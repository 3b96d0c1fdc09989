import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { startEvents, write } from '../../send.ts';
import type { Answerer } from './answerer.ts';
import type { MessagesBody } from '../messages-body.ts';
import { toolLoop } from '../tool-loop.ts';
import { messageEvents, type Speech, textBlock, thinkingBlock, toolUseBlock } from '../message-events.ts';

const THOUGHTS = ['Let me ', 'think.'];
const SLOW_PIECES = Array.from({ length: 10 }, (_, index) => `slow${index} `);

/** What a model says that nothing goes wrong with. */
export const answers: Readonly<Record<string, Answerer>> = {
  mirror: (body, response) => send(body, response, says([JSON.stringify(body)])),
  'tool-call': (body, response) => send(body, response, calls(body)),
  agent: (body, response) => {
    const { content } = body.messages.at(-1) ?? {};
    const result = Array.isArray(content) ? content.find(({ type }) => type === 'tool_result') : undefined;
    if (result === undefined) return send(body, response, calls(body));
    return send(body, response, says(['The tool said: ', JSON.stringify(result['content'])]));
  },
  json: (body, response) => send(body, response, says(['{"city":', '"Paris"}'])),
  thinking: (body, response) =>
    send(body, response, {
      blocks: [thinkingBlock(THOUGHTS, 'c2lnbmVk'), textBlock(['Thought through.'])],
      stopReason: 'end_turn',
    }),
};

/** Says back the last text of the last user message, word by word. */
export const echo: Answerer = (body, response) => {
  const content = body.messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const last = typeof content === 'string' ? content : content.findLast(({ type }) => type === 'text')?.['text'];
  return send(body, response, says(`You said: ${typeof last === 'string' ? last : ''}`.match(/\S+\s*/g) ?? []));
};

/** A given number of pieces. */
export function answerPieces(count: number): Answerer {
  const pieces = Array.from({ length: count }, (_, index) => `token${index} `);
  return (body, response) => send(body, response, says(pieces));
}

/** Ten pieces, with a pause before each event. */
export function answerSlowly(gapMs: number): Answerer {
  return (body, response) => send(body, response, says(SLOW_PIECES), gapMs);
}

/** Two calls at once, then what came of them. */
export const answerToolLoop: Answerer = (body, response) => send(body, response, toolLoop(body));

const says = (pieces: readonly string[]): Speech => ({ blocks: [textBlock(pieces)], stopReason: 'end_turn' });

function calls({ tools }: MessagesBody): Speech {
  const call = toolUseBlock('toolu_fake1', tools?.[0]?.name ?? 'get_weather', ['{"city"', ':"Par', 'is"}']);
  return { blocks: [call], stopReason: 'tool_use' };
}

async function send({ model }: MessagesBody, response: ServerResponse, speech: Speech, gapMs = 0): Promise<void> {
  startEvents(response);
  for (const event of messageEvents(model, speech)) {
    if (gapMs > 0) await sleep(gapMs);
    if (response.closed) return;
    await write(response, event);
  }
  response.end();
}
