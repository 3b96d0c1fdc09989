import { describe, expect, it } from '@jest/globals';
import { oneAhead } from './one-ahead.ts';

async function collect<Made>(made: AsyncIterable<Made>): Promise<Made[]> {
  const all: Made[] = [];
  for await (const each of made) all.push(each);
  return all;
}

describe('oneAhead', () => {
  it('yields everything in order, and nothing for nothing', async () => {
    expect(await collect(oneAhead([1, 2, 3], (item) => Promise.resolve(item * 2)))).toEqual([2, 4, 6]);
    expect(await collect(oneAhead([], () => Promise.reject(new Error('never'))))).toEqual([]);
  });

  it('has begun the next one, and no later one, while this one is worked with', async () => {
    const begun: number[] = [];
    const make = (item: number): Promise<number> => {
      begun.push(item);
      return Promise.resolve(item);
    };
    const seen: number[][] = [];
    for await (const _ of oneAhead([1, 2, 3, 4], make)) seen.push([...begun]);
    expect(seen).toEqual([
      [1, 2],
      [1, 2, 3],
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ]);
  });

  it('asks a source for its next item while this one is worked with, and for no later one', async () => {
    const asked: number[] = [];
    const source = (async function* () {
      for (const item of [1, 2, 3]) {
        asked.push(item);
        await Promise.resolve();
        yield item;
      }
    })();
    const seen: number[][] = [];
    for await (const _ of oneAhead(source, (item) => Promise.resolve(item))) {
      await new Promise(setImmediate);
      seen.push([...asked]);
    }
    expect(seen).toEqual([
      [1, 2],
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it('ends its source when the caller stops or fails', async () => {
    const ended: string[] = [];
    const source = async function* (name: string): AsyncGenerator<number> {
      try {
        for (;;) yield await Promise.resolve(1);
      } finally {
        ended.push(name);
      }
    };
    for await (const _ of oneAhead(source('stopped'), (item) => Promise.resolve(item))) break;
    await expect(collect(oneAhead(source('failed'), () => Promise.reject(new Error('on purpose'))))).rejects.toThrow();
    expect(ended).toEqual(['stopped', 'failed']);
  });

  it('throws a failure when its turn comes', async () => {
    const make = (item: number): Promise<number> =>
      item === 2 ? Promise.reject(new Error('on purpose')) : Promise.resolve(item);
    const seen: number[] = [];
    const all = (async () => {
      for await (const each of oneAhead([1, 2, 3], make)) seen.push(each);
    })();
    await expect(all).rejects.toThrow('on purpose');
    expect(seen).toEqual([1]);
  });
});
