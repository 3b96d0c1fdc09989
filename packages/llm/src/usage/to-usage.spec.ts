import { describe, expect, it } from '@jest/globals';
import { addUsage } from './add-usage.ts';
import { toUsage } from './to-usage.ts';

const COUNTS = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };

describe("a vendor's counts", () => {
  it.each<[string, object, object]>([
    [
      "OpenAI's, which stay as they are",
      { ...COUNTS, prompt_tokens_details: { cached_tokens: 4, audio_tokens: 0 } },
      {
        ...COUNTS,
        prompt_tokens_details: { cached_tokens: 4, audio_tokens: 0 },
      },
    ],
    ["Groq's, with its times", { ...COUNTS, queue_time: 0.1 }, { ...COUNTS, queue_time: 0.1 }],
    [
      "DeepSeek's cache",
      { ...COUNTS, prompt_cache_hit_tokens: 8, prompt_cache_miss_tokens: 2 },
      {
        ...COUNTS,
        prompt_cache_hit_tokens: 8,
        prompt_cache_miss_tokens: 2,
        prompt_tokens_details: { cached_tokens: 8 },
      },
    ],
    [
      "xAI's thoughts, which only its total holds",
      { ...COUNTS, total_tokens: 45, completion_tokens_details: { reasoning_tokens: 30 } },
      {
        prompt_tokens: 10,
        completion_tokens: 35,
        total_tokens: 45,
        completion_tokens_details: { reasoning_tokens: 30 },
      },
    ],
    [
      "Gemini's thoughts, which it does not name",
      { ...COUNTS, total_tokens: 45 },
      {
        prompt_tokens: 10,
        completion_tokens: 35,
        total_tokens: 45,
        completion_tokens_details: { reasoning_tokens: 30 },
      },
    ],
    [
      "Perplexity's thoughts",
      { ...COUNTS, reasoning_tokens: 3 },
      {
        ...COUNTS,
        reasoning_tokens: 3,
        completion_tokens_details: { reasoning_tokens: 3 },
      },
    ],
    ["vLLM's empty details", { ...COUNTS, prompt_tokens_details: null, completion_tokens_details: null }, COUNTS],
    ['no total', { prompt_tokens: 10, completion_tokens: 5 }, COUNTS],
    ['a total below its parts', { ...COUNTS, total_tokens: 0 }, COUNTS],
    ['nothing written', { prompt_tokens: 10 }, { prompt_tokens: 10, completion_tokens: 0, total_tokens: 10 }],
  ])('%s', (_whose, given, expected) => {
    expect(toUsage(given)).toEqual(expected);
  });

  it.each([[null], [undefined], ['many'], [{}], [{ prompt_tokens: null }], [[1]]])('%j counts nothing', (given) => {
    expect(toUsage(given)).toBeUndefined();
  });
});

it('adds counts up with their details, and keeps what only one has', () => {
  const one = { ...COUNTS, prompt_tokens_details: { cached_tokens: 4 }, queue_time: 0.5 };
  const other = {
    ...COUNTS,
    prompt_tokens_details: { cached_tokens: 1 },
    completion_tokens_details: { reasoning_tokens: 2 },
  };
  expect(addUsage(one, other)).toEqual({
    prompt_tokens: 20,
    completion_tokens: 10,
    total_tokens: 30,
    prompt_tokens_details: { cached_tokens: 5 },
    completion_tokens_details: { reasoning_tokens: 2 },
    queue_time: 0.5,
  });
});
