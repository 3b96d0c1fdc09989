import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { anthropicMessages } from '../dialects/anthropic-messages/index.ts';
import { openAiChat } from '../dialects/openai-chat/index.ts';
import { EventScanner } from '../transport/event-scanner.ts';
import type { Dialect, StreamPart } from '../types.ts';
import { streamSeveral } from './several-answers/stream-several.ts';
import { cutStream } from './stop-texts/cut-stream.ts';

type ChunkPart = Extract<StreamPart, { type: 'chunk' }>;
type Parts = AsyncGenerator<StreamPart, void>;

const FIXTURES: [string, Dialect][] = [
  ...['openai', 'openai-tools', 'groq', 'mistral-thinking', 'deepseek-reasoner', 'ollama'].map(
    (name): [string, Dialect] => [`openai-chat/__fixtures__/${name}.sse`, openAiChat],
  ),
  ...['text', 'thinking', 'parallel-tools', 'web-search', 'redacted-thinking'].map((name): [string, Dialect] => [
    `anthropic-messages/__fixtures__/${name}.sse`,
    anthropicMessages,
  ]),
];

/** The parts of a body that comes in two pieces. */
async function* arriving(dialect: Dialect, bytes: Buffer, cutAt: number): Parts {
  const scanner = new EventScanner(1_000_000, 'test');
  const decoder = dialect.fromStream({ provider: 'test', model: 'asked', usesFunctions: false });
  for (const piece of [bytes.subarray(0, cutAt), bytes.subarray(cutAt)]) {
    await Promise.resolve();
    for (const event of scanner.push(piece)) yield* decoder.decode(event);
  }
  yield* decoder.end();
}

async function collect(parts: Parts): Promise<ChunkPart[]> {
  const seen: ChunkPart[] = [];
  for await (const part of parts) seen.push(part as ChunkPart);
  return seen;
}

/** What a choice is told, whatever its number. */
function told(parts: readonly ChunkPart[], index = 0): string {
  const choices = parts.flatMap(({ chunk }) => chunk.choices).filter((choice) => choice.index === index);
  return JSON.stringify(choices.map(({ delta, finish_reason: reason }) => [delta, reason]));
}
const say = (parts: readonly ChunkPart[]): string =>
  parts.map(({ chunk }) => chunk.choices[0]?.delta.content ?? '').join('');
const usagesOf = (parts: readonly ChunkPart[]): unknown[] => parts.flatMap(({ chunk }) => chunk.usage ?? []);

describe.each(FIXTURES)('%s, cut at every byte', (file, dialect) => {
  const bytes = readFileSync(new URL(`../dialects/${file}`, import.meta.url));
  const cuts = Array.from({ length: bytes.length - 1 }, (_, index) => index + 1);
  /** Where a stream says or counts something else than the uncut one. */
  const differences = async (
    make: (cutAt: number) => Parts,
    isSame: (parts: ChunkPart[]) => boolean,
  ): Promise<number[]> => {
    const wrong: number[] = [];
    for (const cutAt of cuts) if (!isSame(await collect(make(cutAt)))) wrong.push(cutAt);
    return wrong;
  };

  it('says the same when it is looked through for a stop text that is not in it', async () => {
    const whole = told(await collect(arriving(dialect, bytes, 0)));
    const make = (cutAt: number): Parts => cutStream(arriving(dialect, bytes, cutAt), ['never said', '\u0000'], 1);
    expect(await differences(make, (parts) => told(parts) === whole)).toEqual([]);
  });

  it('ends before a stop text that is in it', async () => {
    const said = say(await collect(arriving(dialect, bytes, 0)));
    const stop = said.slice(2, 6) || 'x';
    const expected = said.split(stop)[0];
    const make = (cutAt: number): Parts => cutStream(arriving(dialect, bytes, cutAt), [stop], 1);
    expect(await differences(make, (parts) => say(parts) === expected)).toEqual([]);
  });

  it('says the same twice in two calls', async () => {
    const one = await collect(arriving(dialect, bytes, 0));
    const whole = told(one);
    const make = (cutAt: number): Parts =>
      streamSeveral(2, () => arriving(dialect, bytes, cutAt), new AbortController().signal);
    const isSame = (parts: ChunkPart[]): boolean =>
      told(parts, 0) === whole && told(parts, 1) === whole && usagesOf(parts).length === usagesOf(one).length;
    expect(await differences(make, isSame)).toEqual([]);
  });
});
