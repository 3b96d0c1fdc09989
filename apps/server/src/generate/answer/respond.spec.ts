import { describe, expect, it } from '@jest/globals';
import type { CompletionChunk, StreamPart } from '@groundwire/llm';
import type { Passage } from '../../retrieval/passage.ts';
import { NO_PROJECT, reportOf } from '../evidence/evidence.ts';
import { Citing } from './citing/citing.ts';
import { type Additions, framesOf } from './respond.ts';

const passage: Passage = {
  id: 'c',
  documentId: 'd',
  title: 'T',
  score: 1,
  text: 'The museum opens at nine.',
  place: {},
  metadata: {},
};
const additions: Additions = {
  provider: 'p',
  sources: [],
  retrieval: reportOf(NO_PROJECT, { k: 3, minScore: 0, filter: {} }),
  adjustments: [],
  attempts: undefined,
  conversationId: undefined,
  citing: undefined,
  transcript: undefined,
  costOf: () => 0.25,
  includeUsage: false,
};
const chunk = (delta: object, finish: 'stop' | null = null, extra: object = {}): CompletionChunk => ({
  id: 'i',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'm',
  choices: [{ index: 0, delta, finish_reason: finish }],
  ...extra,
});
const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
const part = (value: CompletionChunk, frame?: Uint8Array): StreamPart => ({
  type: 'chunk',
  chunk: value,
  ...(frame ? { frame } : {}),
});

async function framed(parts: StreamPart[], extra: Partial<Additions> = {}): Promise<(string | Uint8Array)[]> {
  async function* source(): AsyncGenerator<StreamPart> {
    yield* parts;
  }
  const frames = [];
  for await (const frame of framesOf(source(), { ...additions, ...extra })) frames.push(frame);
  return frames;
}
const parsed = (frame: string | Uint8Array | undefined): CompletionChunk =>
  JSON.parse(String(frame).slice(6)) as CompletionChunk;

describe('framesOf', () => {
  it('puts what we add on the first chunk and sends every further frame as the very bytes that came', async () => {
    const bytes = Buffer.from('data: as it came\n\n');
    const frames = await framed([
      part(chunk({ role: 'assistant' }), bytes),
      part(chunk({ content: 'a' }), bytes),
      part(chunk({}, 'stop'), bytes),
    ]);
    expect(parsed(frames[0])).toMatchObject({ provider: 'p', sources: [], adjustments: [] });
    expect(frames.slice(1)).toEqual([bytes, bytes]);
  });

  it('frames a chunk that has no bytes of its own', async () => {
    const [, second] = await framed([part(chunk({ role: 'assistant' })), part(chunk({ content: 'a' }))]);
    expect(parsed(second)).toEqual(chunk({ content: 'a' }));
  });

  it('sends the usage chunk only to who asked, with the cost', async () => {
    const last = part({ ...chunk({}), choices: [], usage });
    expect(await framed([part(chunk({})), last])).toHaveLength(1);
    const frames = await framed([part(chunk({})), last], { includeUsage: true });
    expect(parsed(frames[1])).toMatchObject({ usage, cost: 0.25, choices: [] });
  });

  it('sends citations of the whole text before the finish, even when it all comes in one chunk', async () => {
    const citing = (): Citing => new Citing([passage], false, () => 'u');
    const pieces = [
      part(chunk({ role: 'assistant', content: 'The museum ' })),
      part(chunk({ content: 'opens at nine.' })),
      part(chunk({}, 'stop')),
    ];
    const frames = (await framed(pieces, { citing: citing() })).map(parsed);
    expect(frames).toHaveLength(4);
    expect(frames[2]?.choices[0]?.delta.annotations?.[0]?.url_citation).toMatchObject({
      start_index: 0,
      end_index: 25,
    });
    expect(frames[3]).toMatchObject({ citations: { cited: 1, removed: 0 }, choices: [{ finish_reason: 'stop' }] });
    const whole = [part(chunk({ content: 'The museum opens at nine.' }, 'stop'))];
    const single = (await framed(whole, { citing: citing() })).map(parsed);
    expect(single[0]).toMatchObject({ provider: 'p', choices: [{ delta: { content: 'The museum opens at nine.' } }] });
    expect(single[1]).toMatchObject({ choices: [{ delta: { annotations: [{}] }, finish_reason: null }] });
    expect(single[1]).not.toHaveProperty('provider');
    expect(single[2]).toMatchObject({ choices: [{ delta: {}, finish_reason: 'stop' }] });
  });
});
