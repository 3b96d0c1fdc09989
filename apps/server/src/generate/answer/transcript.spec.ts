import { describe, expect, it } from '@jest/globals';
import type { ChatCompletionChunk, Choice, Delta } from '@groundwire/client';
import { Transcript } from './transcript.ts';

function written(deltas: Delta[], finish: 'stop' | null = null, index = 0): Transcript {
  const transcript = new Transcript();
  deltas.forEach((delta, position) => {
    const reason = position === deltas.length - 1 ? finish : null;
    const choices = [{ index, delta, finish_reason: reason }];
    const chunk: ChatCompletionChunk = { id: 'x', object: 'chat.completion.chunk', created: 1, model: 'm', choices };
    transcript.addChunk(chunk);
  });
  return transcript;
}

describe('Transcript', () => {
  it('joins the pieces of a stream', () => {
    const annotation = {
      type: 'url_citation' as const,
      url_citation: { start_index: 0, end_index: 2, url: 'https://x.test', title: 't' },
    };
    const transcript = written([
      { role: 'assistant', reasoning_content: 'h' },
      { reasoning_content: 'm', thinking_blocks: [{ type: 'thinking', thinking: 'hm', signature: 's' }] },
      { content: 'Go' },
      { content: 'od', annotations: [annotation] },
    ]);
    expect(transcript.message).toEqual({
      role: 'assistant',
      content: 'Good',
      reasoning_content: 'hm',
      thinking_blocks: [{ type: 'thinking', thinking: 'hm', signature: 's' }],
    });
    expect([transcript.annotations, transcript.model]).toEqual([[annotation], 'm']);
  });

  it('makes calls whole that come in pieces, mixed', () => {
    const { message } = written([
      { tool_calls: [{ index: 0, id: 'a', type: 'function', function: { name: 'f', arguments: '' } }] },
      { tool_calls: [{ index: 1, id: 'b', type: 'function', function: { name: 'g', arguments: '{"y"' } }] },
      { tool_calls: [{ index: 0, function: { arguments: '{"x":1}' } }] },
      { tool_calls: [{ index: 1, function: { arguments: ':2}' } }] },
    ]);
    expect(message.tool_calls).toEqual([
      { id: 'a', type: 'function', function: { name: 'f', arguments: '{"x":1}' } },
      { id: 'b', type: 'function', function: { name: 'g', arguments: '{"y":2}' } },
    ]);
    expect(message.content).toBeNull();
  });

  it('knows whether the model came to its end', () => {
    expect(written([{ content: 'a' }]).isFinished).toBe(false);
    expect(written([{ content: 'a' }, {}], 'stop').isFinished).toBe(true);
  });

  it('keeps the first of several choices', () => {
    expect(written([{ content: 'other' }], 'stop', 1).message.content).toBeNull();
    const transcript = new Transcript();
    const choice = (index: number, content: string): Choice => ({
      index,
      finish_reason: 'stop',
      logprobs: null,
      message: { role: 'assistant', content, refusal: null },
    });
    transcript.addCompletion('m', [choice(0, 'first'), choice(1, 'second')]);
    expect([transcript.message, transcript.isFinished]).toEqual([{ role: 'assistant', content: 'first' }, true]);
  });
});
