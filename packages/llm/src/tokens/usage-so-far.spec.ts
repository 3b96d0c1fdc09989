import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fromStream as fromAnthropic } from '../dialects/anthropic-messages/from-stream.ts';
import { fromStream as fromOpenAi } from '../dialects/openai-chat/from-stream.ts';
import { EventScanner } from '../transport/event-scanner.ts';
import type { StreamDecoder, StreamPart } from '../types.ts';
import { UsageSoFar } from './usage-so-far.ts';

const CONTEXT = { provider: 'p', model: 'm', usesFunctions: false };
const never = (): number => {
  throw new Error('The prompt was counted although the provider had said it.');
};

function partsOf(fixture: string, decoder: StreamDecoder): StreamPart[] {
  const bytes = readFileSync(new URL(`../dialects/${fixture}.sse`, import.meta.url));
  const parts = new EventScanner(1_000_000, 'p').push(bytes).flatMap((event) => decoder.decode(event));
  return [...parts, ...decoder.end()];
}
const anthropic = (): StreamPart[] => partsOf('anthropic-messages/__fixtures__/text', fromAnthropic(CONTEXT));
const openAi = (): StreamPart[] => partsOf('openai-chat/__fixtures__/openai', fromOpenAi(CONTEXT));

function after(parts: readonly StreamPart[], promptTokens: () => number): UsageSoFar {
  const usage = new UsageSoFar(promptTokens);
  for (const part of parts) usage.add(part);
  return usage;
}

describe('a call that came to its end', () => {
  it.each([
    ['Anthropic', anthropic],
    ['OpenAI', openAi],
  ])('has what %s counted', async (_, parts) => {
    const last = parts().at(-1);
    const expected = last?.type === 'chunk' ? last.chunk.usage : undefined;
    expect(expected).toBeDefined();
    expect(await after(parts(), never).result()).toEqual({ usage: expected, estimated: false });
  });

  it('has what a whole answer counted', async () => {
    const usage = { prompt_tokens: 3, completion_tokens: 4, total_tokens: 7 };
    const completion = { id: 'a', object: 'chat.completion', created: 1, model: 'm', usage } as const;
    expect(await after([{ type: 'completion', completion: { ...completion, choices: [] } }], never).result()).toEqual({
      usage,
      estimated: false,
    });
  });
});

describe('a call that ended early', () => {
  it('has the prompt that Anthropic counted at the start, and an estimate of the rest', async () => {
    const cut = anthropic().slice(0, -1);
    expect(await after(cut, never).result()).toMatchObject({
      estimated: true,
      usage: {
        prompt_tokens: 332,
        prompt_tokens_details: { cached_tokens: 300 },
        completion_tokens: expect.any(Number),
      },
    });
  });

  it('has an estimate of both where nothing was counted', async () => {
    const cut = openAi().slice(0, -1);
    const used = await after(cut, () => 100).result();
    expect(used).toMatchObject({ estimated: true, usage: { prompt_tokens: 100 } });
    expect(used?.usage.completion_tokens).toBeGreaterThan(0);
    expect(used?.usage.total_tokens).toBe(100 + (used?.usage.completion_tokens ?? 0));
  });

  it('counts thinking and calls of tools too', async () => {
    const thinking = [{ index: 0, finish_reason: null, delta: { reasoning_content: 'x'.repeat(40) } }];
    const calling = [
      {
        index: 0,
        finish_reason: null,
        delta: { tool_calls: [{ index: 0, function: { name: 'look', arguments: '{"a":1}' } }] },
      },
    ];
    const chunk = { id: 'a', object: 'chat.completion.chunk', created: 1, model: 'm' } as const;
    const used = await after(
      [
        { type: 'chunk', chunk: { ...chunk, choices: thinking } },
        { type: 'chunk', chunk: { ...chunk, choices: calling } },
      ],
      () => 0,
    ).result();
    expect(used?.usage.completion_tokens).toBe(Math.ceil((40 + 4 + 7) / 4));
  });

  it('believes the higher of what was counted on the way and what was seen', async () => {
    const usageSoFar = { prompt_tokens: 9, completion_tokens: 50, total_tokens: 59 };
    const chunk = { id: 'a', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [] } as const;
    const used = await after([{ type: 'chunk', chunk: { ...chunk, choices: [] }, usageSoFar }], never).result();
    expect(used).toEqual({ usage: usageSoFar, estimated: true });
  });

  it('is unknown before anything came', async () => {
    expect(await after([], () => 100).result()).toBeNull();
  });
});
