import { expect, it } from '@jest/globals';
import type { Completion } from '../../types.ts';
import { cutCompletion } from './cut-completion.ts';

const answer = (...contents: (string | null)[]): Completion => ({
  id: 'c1',
  object: 'chat.completion',
  created: 1,
  model: 'm',
  choices: contents.map((content, index) => ({
    index,
    finish_reason: 'length',
    logprobs: null,
    message: { role: 'assistant', content, refusal: null },
  })),
  usage: { prompt_tokens: 1, completion_tokens: 9, total_tokens: 10 },
});

it('cuts each choice before the first stop text, and leaves the others as they are', () => {
  const whole = answer('one END two', 'three', null);
  const { choices, usage } = cutCompletion(whole, ['END', 'two']);
  expect(choices.map(({ message, finish_reason: reason }) => [message.content, reason])).toEqual([
    ['one ', 'stop'],
    ['three', 'length'],
    [null, 'length'],
  ]);
  expect(choices[1]).toBe(whole.choices[1]);
  expect(usage).toEqual(whole.usage);
});

it('keeps nothing that came after the stop text', () => {
  const whole = answer('one END');
  const [choice] = whole.choices as [Completion['choices'][0]];
  const citation = (start: number, end: number) => ({
    type: 'url_citation' as const,
    url_citation: { start_index: start, end_index: end, url: 'u', title: 't' },
  });
  choice.logprobs = { content: [{ token: 'one' }, { token: ' ' }, { token: 'END' }], refusal: null };
  choice.message.annotations = [citation(0, 3), citation(4, 7)];
  choice.message.tool_calls = [{ id: 'a', type: 'function', function: { name: 'f', arguments: '{}' } }];
  expect(cutCompletion(whole, ['END']).choices).toEqual([
    {
      index: 0,
      finish_reason: 'stop',
      logprobs: { content: [{ token: 'one' }, { token: ' ' }], refusal: null },
      message: { role: 'assistant', content: 'one ', refusal: null, annotations: [citation(0, 3)] },
    },
  ]);
});
