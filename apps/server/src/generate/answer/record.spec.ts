import { describe, expect, it } from '@jest/globals';
import type { StreamPart } from '@groundwire/llm';
import type { BegunAnswer } from '../candidates/first-to-answer.ts';
import { type AnswerRecord, record } from './record.ts';

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
const envelope = { id: 'x', created: 1, model: 'm' };
const whole: StreamPart = {
  type: 'completion',
  completion: { ...envelope, object: 'chat.completion', choices: [], usage },
};
const piece: StreamPart = {
  type: 'chunk',
  chunk: { ...envelope, object: 'chat.completion.chunk', choices: [], usage },
};

/** What is kept of an answer whose reader takes `count` parts and then leaves. */
async function kept(parts: StreamPart[], count: number): Promise<AnswerRecord[]> {
  const records: AnswerRecord[] = [];
  const begun: BegunAnswer = {
    candidate: {
      name: 'm',
      answer: { provider: 'openai', model: 'm', request: undefined, calls: 0, adjustments: [], parts: from(parts) },
      messages: [],
      passages: [],
      adjustments: [],
    },
    parts: from(parts),
    attempts: [],
  };
  const passing = record(
    begun,
    0,
    () => null,
    (one) => records.push(one),
  );
  for (let taken = 0; taken < count; taken++) await passing.next();
  await passing.return(undefined);
  return records;
}

async function* from(parts: StreamPart[]): AsyncGenerator<StreamPart> {
  yield* parts;
}

describe('record', () => {
  it('counts an answer that comes whole as complete, although nobody asks for what follows it', async () => {
    expect(await kept([whole], 1)).toMatchObject([{ complete: true, model: 'm', usage }]);
  });
  it('counts a stream as complete when its end was reached, and only then', async () => {
    expect(await kept([piece, piece], 3)).toMatchObject([{ complete: true }]);
    expect(await kept([piece, piece], 1)).toMatchObject([{ complete: false }]);
  });
});
