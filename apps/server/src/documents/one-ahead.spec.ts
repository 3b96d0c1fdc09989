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
