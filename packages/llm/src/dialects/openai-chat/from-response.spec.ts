import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { AnswerContext } from '../../types.ts';
import { fromResponse } from './from-response.ts';

const CONTEXT: AnswerContext = { provider: 'test', model: 'asked', usesFunctions: false };
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./__fixtures__/${name}.json`, import.meta.url), 'utf8'));
const answer = (choice: object): object => ({
  choices: [{ message: { content: 'a' }, finish_reason: 'stop', ...choice }],
});

describe('a whole answer', () => {
  it("that is OpenAI's stays as it is", () => {
    expect(fromResponse(read('openai-tools'), CONTEXT)).toEqual(read('openai-tools'));
  });

  it('in the older form, for callers who wrote functions', () => {
    const [choice] = fromResponse(read('openai-tools'), { ...CONTEXT, usesFunctions: true }).choices;
    expect(choice?.message).toMatchObject({ function_call: { name: 'get_weather', arguments: '{"city":"Paris"}' } });
    expect(choice?.message.tool_calls).toBeUndefined();
    expect(choice?.finish_reason).toBe('function_call');
  });

  it('in parts is flattened, thinking apart', () => {
    const [choice] = fromResponse(read('mistral-thinking'), CONTEXT).choices;
    expect(choice?.message).toEqual({
      role: 'assistant',
      content: 'Grüße 🙂\n',
      reasoning_content: 'A greeting',
      refusal: null,
    });
  });

  it("has its thoughts under one name: `reasoning` is Groq's and OpenRouter's", () => {
    const thoughtsOf = (message: object): unknown =>
      fromResponse(answer({ message: { content: 'a', ...message } }), CONTEXT).choices[0]?.message;
    expect(thoughtsOf({ reasoning: 'r' })).toMatchObject({ reasoning_content: 'r' });
    expect(thoughtsOf({ reasoning: 'r' })).not.toHaveProperty('reasoning');
    expect(thoughtsOf({ reasoning: null })).not.toHaveProperty('reasoning_content');
    expect(thoughtsOf({ reasoning: 'r', reasoning_content: 'own' })).toMatchObject({ reasoning_content: 'own' });
  });

  it('gets what the contract requires, and no error key', () => {
    expect(fromResponse({ ...answer({}), created: 1.7, error: null, extra: 1 }, CONTEXT)).toEqual({
      id: expect.stringMatching(/^chatcmpl-/),
      object: 'chat.completion',
      created: 1,
      model: 'asked',
      extra: 1,
      choices: [
        {
          index: 0,
          finish_reason: 'stop',
          logprobs: null,
          message: { role: 'assistant', content: 'a', refusal: null },
        },
      ],
    });
  });

  it.each([
    ['end_turn', 'stop'],
    ['model_length', 'length'],
    ['tool_use', 'tool_calls'],
    ['SAFETY', 'content_filter'],
  ])('finish reason %s becomes %s', (reason, expected) => {
    expect(fromResponse(answer({ finish_reason: reason }), CONTEXT).choices[0]?.finish_reason).toBe(expected);
  });

  it.each<[string, unknown, string]>([
    ['no object', [], 'malformed'],
    ['no choices', { id: 'x' }, 'malformed'],
    ['empty choices', { choices: [] }, 'malformed'],
    ['no message', { choices: [{ finish_reason: 'stop' }] }, 'malformed'],
    ['no finish reason', answer({ finish_reason: null }), 'malformed'],
    ['a failing finish reason', answer({ finish_reason: 'error' }), 'upstream'],
    ['an error', { error: { message: 'secret', code: 429 } }, 'rate_limit'],
  ])('is refused: %s', (_what, body, kind) => {
    expect(() => fromResponse(body, CONTEXT)).toThrow(expect.objectContaining({ kind, provider: 'test' }));
  });
});
