import type { Usage } from '@groundwire/client';
import type { CompletionChunk, StreamPart } from '../../types.ts';
import { addUsage } from '../../usage/add-usage.ts';
import { merge } from './merge.ts';

type Head = Pick<CompletionChunk, 'id' | 'object' | 'created' | 'model'>;
type ChunkPart = Extract<StreamPart, { type: 'chunk' }>;
type Open = (index: number, signal: AbortSignal) => AsyncGenerator<StreamPart, void>;

/**
 * Several calls as one stream with a choice for each: one head, the first call's, and one usage at its end. It is over only
 * when the last connection is: the first failure, or a reader who leaves, cancels the other calls.
 */
export async function* streamSeveral(calls: number, open: Open, caller: AbortSignal): AsyncGenerator<StreamPart, void> {
  const others = new AbortController();
  const signal = AbortSignal.any([caller, others.signal]);
  const streams = Array.from({ length: calls }, (_, index) => open(index, signal));
  const counted = new Map<number, Usage>();
  const ended = new Set<number>();
  let head: Head | undefined;
  try {
    for await (const { source, item } of merge(streams)) {
      if (item.type !== 'chunk') continue;
      const { chunk, usageSoFar } = item;
      const counts = chunk.usage ?? usageSoFar;
      if (counts !== undefined) counted.set(source, counts);
      head ??= headOf(chunk);
      if (chunk.usage != null) ended.add(source);
      else yield { ...asChoice(source, item, head), ...(usageSoFar && { usageSoFar: sumOf(counted) }) };
    }
    // A sum that lacks a part would be a wrong number.
    if (head !== undefined && ended.size === calls) {
      yield { type: 'chunk', chunk: { ...head, choices: [], usage: sumOf(counted) } };
    }
  } finally {
    others.abort();
    await Promise.allSettled(streams.map((stream) => stream.return()));
  }
}

function headOf({ id, object, created, model }: CompletionChunk): Head {
  return { id, object, created, model };
}

function sumOf(counted: ReadonlyMap<number, Usage>): Usage {
  return [...counted.values()].reduce(addUsage);
}

/** The first call's part is the choice 0 of its own head already, and keeps its bytes. */
function asChoice(index: number, part: ChunkPart, head: Head): ChunkPart {
  if (index === 0) return part;
  const { chunk } = part;
  const choices = chunk.choices.map((choice) => ({ ...choice, index }));
  return { type: 'chunk', chunk: { ...chunk, ...head, choices } };
}
