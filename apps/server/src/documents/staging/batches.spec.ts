import { describe, expect, it } from '@jest/globals';
import { batches } from './batches.ts';

describe('batches', () => {
  it('groups all items, and makes no empty group', () => {
    expect([...batches([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
    expect([...batches([1, 2], 2)]).toEqual([[1, 2]]);
    expect([...batches([], 2)]).toEqual([]);
  });

  it('makes smaller groups of heavy items, and one of an item that is too heavy by itself', () => {
    const scales = { weightOf: (item: number) => item, maxWeight: 5 };
    expect([...batches([1, 2, 2, 1, 9, 5, 1, 1, 1, 1], 3, scales)]).toEqual([[1, 2, 2], [1], [9], [5], [1, 1, 1], [1]]);
  });

  it('takes no item before its group is asked for', () => {
    const items = [1, 2, 3, 4];
    const taken: number[] = [];
    const noticed = (function* () {
      for (const item of items) {
        taken.push(item);
        yield item;
      }
    })();
    batches(noticed, 2).next();
    expect(taken).toEqual([1, 2]);
  });
});
