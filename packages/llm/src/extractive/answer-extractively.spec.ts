import { describe, expect, it } from '@jest/globals';
import type { ChatCompletion, ChatCompletionChunk } from '@groundwire/client';
import type { CallParameters, ModelCall, StreamPart } from '../types.ts';
import { answerExtractively } from './answer-extractively.ts';

const FIRST = 'A stream that was cut ends with an error.';
const SECOND = 'A cut stream never carries a finish reason.';
const PASSAGES = [
  { id: 'a', title: null, text: `${FIRST} Unrelated words stand here.` },
  { id: 'b', title: null, text: SECOND },
];

const callWith = (parameters: CallParameters, changes: Partial<ModelCall> = {}): ModelCall => {
  const question: ModelCall['question'] = [{ role: 'user', content: 'What about a stream that is cut?' }];
  return { model: 'local/extractive', messages: question, question, passages: PASSAGES, parameters, ...changes };
};

async function partsOf(call: ModelCall, signal = new AbortController().signal): Promise<StreamPart[]> {
  const parts: StreamPart[] = [];
  for await (const part of answerExtractively(call, signal)) parts.push(part);
  return parts;
}

async function completionOf(parameters: CallParameters, changes?: Partial<ModelCall>): Promise<ChatCompletion> {
  const [part, ...others] = await partsOf(callWith(parameters, changes));
  if (part?.type !== 'completion' || others.length > 0) throw new Error('expected one completion');
  return part.completion as ChatCompletion;
}

async function chunksOf(parameters: CallParameters): Promise<ChatCompletionChunk[]> {
  const parts = await partsOf(callWith({ ...parameters, stream: true }));
  return parts.map((part) => {
    if (part.type !== 'chunk') throw new Error('expected chunks only');
    return part.chunk;
  });
}

const answerOf = async (parameters: CallParameters): Promise<[string | null, string]> => {
  const [choice] = (await completionOf(parameters)).choices;
  return [choice!.message.content, choice!.finish_reason];
};

describe('answerExtractively', () => {
  it('quotes the sentences that answer, those of each passage in a paragraph', async () => {
    const completion = await completionOf({});
    expect(completion).toMatchObject({ object: 'chat.completion', model: 'local/extractive' });
    expect(completion.choices).toEqual([
      {
        index: 0,
        message: { role: 'assistant', content: `${FIRST}\n\n${SECOND}`, refusal: null },
        logprobs: null,
        finish_reason: 'stop',
      },
    ]);
    const { prompt_tokens, completion_tokens, total_tokens } = completion.usage!;
    expect(completion_tokens).toBeGreaterThan(10);
    expect(total_tokens).toBe(prompt_tokens + completion_tokens);
  });

  it('says that it found nothing, and differently that there was nothing to look in', async () => {
    const question: ModelCall['question'] = [{ role: 'user', message: 'Price of a rocket?' }];
    const nothingFound = (await completionOf({}, { question })).choices[0]!.message.content;
    const noPassages = (await completionOf({}, { passages: [] })).choices[0]!.message.content;
    expect(nothingFound).toContain('found nothing');
    expect(noPassages).toContain('no passages');
  });

  it('streams the role, the words, the finish and, when asked, the usage', async () => {
    const chunks = await chunksOf({ stream_options: { include_usage: true } });
    const [role, ...rest] = chunks;
    const [finish, usage] = rest.splice(-2);
    expect(role!.choices[0]!.delta).toEqual({ role: 'assistant', content: '', refusal: null });
    expect(rest.length).toBeGreaterThan(10);
    expect(rest.map(({ choices }) => choices[0]!.delta.content).join('')).toBe(`${FIRST}\n\n${SECOND}`);
    expect(finish!.choices).toEqual([{ index: 0, delta: {}, logprobs: null, finish_reason: 'stop' }]);
    expect(usage).toMatchObject({ choices: [], usage: (await completionOf({})).usage });
    expect(new Set(chunks.map(({ id, created, model, object }) => [id, created, model, object].join())).size).toBe(1);
    expect([role, ...rest, finish].every((chunk) => chunk!.usage === null)).toBe(true);
  });

  it('streams no usage unasked', async () => {
    const chunks = await chunksOf({});
    expect(chunks.at(-1)!.choices[0]!.finish_reason).toBe('stop');
    expect(chunks.some((chunk) => 'usage' in chunk)).toBe(false);
  });

  it('cuts at the last whole sentence within the token limit, or at a token within the first', async () => {
    expect(await answerOf({ max_tokens: 12 })).toEqual([FIRST, 'length']);
    expect(await answerOf({ max_tokens: 3 })).toEqual(['A stream that', 'length']);
    expect(await answerOf({ max_tokens: 1, max_completion_tokens: 12 })).toEqual([FIRST, 'length']);
    expect(await answerOf({ max_tokens: 100 })).toEqual([`${FIRST}\n\n${SECOND}`, 'stop']);
  });

  it('ends before the first stop text', async () => {
    expect(await answerOf({ stop: 'ends' })).toEqual(['A stream that was cut ', 'stop']);
    expect(await answerOf({ stop: ['never', 'error.\n\nA'] })).toEqual(['A stream that was cut ends with an ', 'stop']);
    const streamed = await chunksOf({ stop: 'ends' });
    expect(streamed.map(({ choices }) => choices[0]!.delta.content ?? '').join('')).toBe('A stream that was cut ');
  });

  it('ends with a cancelled error when the signal aborts, before the first part or between two', async () => {
    await expect(partsOf(callWith({}), AbortSignal.abort())).rejects.toMatchObject({ kind: 'cancelled' });
    const controller = new AbortController();
    const parts = answerExtractively(callWith({ stream: true }), controller.signal);
    await parts.next();
    controller.abort();
    await expect(parts.next()).rejects.toMatchObject({ kind: 'cancelled', provider: 'local' });
  });
});
