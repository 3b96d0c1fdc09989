import { describe, expect, it } from '@jest/globals';
import type { CompletionChunk, StreamPart } from '../../types.ts';
import { cutStream } from './cut-stream.ts';

type Chunk = CompletionChunk;
type ChunkPart = Extract<StreamPart, { type: 'chunk' }>;
type Delta = Chunk['choices'][0]['delta'];

const HEAD = { id: 'c1', object: 'chat.completion.chunk', created: 1, model: 'm' } as const;
const FRAME = new Uint8Array([1]);

const piece = (delta: Delta, index = 0, rest: object = {}): ChunkPart => ({
  type: 'chunk',
  chunk: { ...HEAD, choices: [{ index, delta, finish_reason: null, ...rest }] },
  frame: FRAME,
});
const text = (content: string, index = 0): ChunkPart => piece({ content }, index);
const finish = (index = 0, reason = 'stop'): ChunkPart => piece({}, index, { finish_reason: reason });
const usage: ChunkPart = {
  type: 'chunk',
  chunk: { ...HEAD, choices: [], usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } },
  frame: FRAME,
};

/** What comes out, and how many parts were taken in. */
async function cut(
  parts: readonly ChunkPart[],
  stops: string[],
  choices = 1,
): Promise<{ out: ChunkPart[]; taken: number }> {
  let taken = 0;
  async function* source(): AsyncGenerator<StreamPart, void> {
    for (const part of parts) {
      taken += 1;
      yield await Promise.resolve(part);
    }
  }
  const out: ChunkPart[] = [];
  for await (const part of cutStream(source(), stops, choices)) out.push(part as ChunkPart);
  return { out, taken };
}
const say = (parts: readonly ChunkPart[], index = 0): string =>
  parts
    .flatMap(({ chunk }) => chunk.choices)
    .filter((choice) => choice.index === index)
    .map(({ delta }) => delta.content ?? '')
    .join('');
const reasons = (parts: readonly ChunkPart[]): unknown[] =>
  parts.flatMap(({ chunk }) => chunk.choices.flatMap(({ finish_reason: reason }) => reason ?? []));

describe('a stream without a stop text in it', () => {
  it('goes on as it came, byte for byte', async () => {
    const parts = [piece({ role: 'assistant', content: '' }), text('one '), text('two'), finish(), usage];
    const { out } = await cut(parts, ['three', 'END']);
    expect(out).toHaveLength(parts.length);
    // Identity: neither the chunk nor its bytes were made anew.
    expect(out.every((part, index) => part === parts[index])).toBe(true);
  });

  it('is late only by what could have been the beginning of one', async () => {
    const parts = [text('one EN'), text('EMY'), finish(), usage];
    const { out } = await cut(parts, ['END']);
    expect(out.map(({ chunk }) => chunk.choices[0]?.delta.content)).toEqual(['one ', 'ENEMY', undefined, undefined]);
    expect(out.slice(0, 2).map(({ frame }) => frame)).toEqual([undefined, undefined]);
    expect(out.slice(2)).toEqual(parts.slice(2));
  });

  it('says what was held back before it ends', async () => {
    const last = piece({ content: '\n' }, 0, { finish_reason: 'length' });
    expect(say((await cut([text('one\n'), finish(), usage], ['\n\n'])).out)).toBe('one\n');
    const { out } = await cut([text('one'), last, usage], ['\n\n']);
    expect(out).toEqual([text('one'), last, usage]);
    expect(out[1]).toBe(last);
  });
});

describe('a stream with a stop text in it', () => {
  it('ends with `stop` before it, and leaves the vendor', async () => {
    const { out, taken } = await cut(
      [text('one E'), text('ND two'), text('three'), finish(0, 'length'), usage],
      ['END'],
    );
    expect(say(out)).toBe('one ');
    expect(reasons(out)).toEqual(['stop']);
    expect(out.at(-1)?.chunk.choices).toEqual([{ index: 0, delta: {}, finish_reason: 'stop' }]);
    expect(taken).toBe(2);
  });

  it('is counted when the vendor had come to its end', async () => {
    const last = piece({ content: 'one END two' }, 0, { finish_reason: 'length' });
    const { out } = await cut([last, usage], ['END']);
    expect(say(out)).toBe('one ');
    expect(reasons(out)).toEqual(['stop']);
    expect(out.at(-1)).toBe(usage);
  });

  it('is cut in each choice for itself', async () => {
    const parts = [text('one E'), text('ENDLESS', 1), text('ND two'), text('more', 1), text('late'), finish(1), usage];
    const { out, taken } = await cut(parts, ['END', 'ND!'], 2);
    expect([say(out, 0), say(out, 1)]).toEqual(['one ', '']);
    expect(taken).toBe(3);
  });

  it('goes on for the choices that were not cut, and is left when the last of them ends', async () => {
    const parts = [text('x END'), text('y', 1), text('lost'), text('z', 1), finish(1, 'length'), finish(0), usage];
    const { out, taken } = await cut(parts, ['END'], 2);
    expect([say(out, 0), say(out, 1)]).toEqual(['x ', 'yz']);
    expect(reasons(out)).toEqual(['stop', 'length']);
    expect(taken).toBe(5);
  });

  it('cuts no thoughts and no arguments of tools', async () => {
    const thought = piece({ role: 'assistant', reasoning_content: 'the END?' });
    const call = piece({ tool_calls: [{ index: 0, function: { arguments: '"END"' } }] });
    const { out } = await cut([thought, call, finish(0, 'tool_calls'), usage], ['END']);
    expect(out).toEqual([thought, call, finish(0, 'tool_calls'), usage]);
  });

  it('keeps the role of a message that is empty', async () => {
    const { out } = await cut([piece({ role: 'assistant', content: 'END' })], ['END']);
    expect(out.map(({ chunk }) => chunk.choices[0]?.delta)).toEqual([{ role: 'assistant', content: '' }, {}]);
  });

  it('tells no probabilities of what it does not say', async () => {
    const token = (word: string): ChunkPart =>
      piece({ content: word }, 0, { logprobs: { content: [{ token: word, logprob: -1 }] } });
    const { out } = await cut(['one', ' E', 'N', 'EMY', ' END'].map(token), ['END']);
    const told = out.flatMap(({ chunk }) => chunk.choices.flatMap(({ logprobs }) => logprobs?.['content'] ?? []));
    expect(told.map((entry) => (entry as { token: string }).token).join('')).toBe('one ENEMY END'.slice(0, 13));
    expect(say(out)).toBe('one ENEMY ');
  });
});
