import { describe, expect, it } from '@jest/globals';
import { merge } from './merge.ts';

/** A source that gives its items when told to, and counts how often it was asked. */
class Source implements AsyncIterator<string, void> {
  asked = 0;
  readonly #waiting: PromiseWithResolvers<IteratorResult<string, void>>[] = [];

  next(): Promise<IteratorResult<string, void>> {
    this.asked += 1;
    const waiting = Promise.withResolvers<IteratorResult<string, void>>();
    this.#waiting.push(waiting);
    return waiting.promise;
  }

  say(value: string): void {
    this.#waiting.shift()?.resolve({ done: false, value });
  }

  end(): void {
    this.#waiting.shift()?.resolve({ done: true, value: undefined });
  }

  fail(): void {
    this.#waiting.shift()?.reject(new Error('failed'));
  }
}

const make = (): { one: Source; two: Source; merged: AsyncGenerator<unknown, void> } => {
  const one = new Source();
  const two = new Source();
  return { one, two, merged: merge([one, two]) };
};

describe('merge', () => {
  it('gives nothing before each source began, then what comes first', async () => {
    const { one, two, merged } = make();
    const first = merged.next();
    two.say('c');
    one.say('a');
    expect((await first).value).toEqual({ source: 0, item: 'a' });
    expect((await merged.next()).value).toEqual({ source: 1, item: 'c' });
    const third = merged.next();
    two.say('d');
    expect((await third).value).toEqual({ source: 1, item: 'd' });
    const fourth = merged.next();
    one.end();
    two.say('e');
    expect((await fourth).value).toEqual({ source: 1, item: 'e' });
    const end = merged.next();
    two.end();
    expect((await end).done).toBe(true);
  });

  it('asks no source for more than one item ahead of its reader', async () => {
    const { one, two, merged } = make();
    const first = merged.next();
    one.say('a');
    two.say('b');
    await first;
    expect([one.asked, two.asked]).toEqual([1, 1]);
    await merged.next();
    expect([one.asked, two.asked]).toEqual([2, 1]);
    const third = merged.next();
    one.say('c');
    await third;
    expect([one.asked, two.asked]).toEqual([2, 2]);
  });

  it('throws a failure from before the first item at once', async () => {
    const { one, two, merged } = make();
    const first = merged.next();
    two.fail();
    await expect(first).rejects.toThrow('failed');
    expect([one.asked, two.asked]).toEqual([1, 1]);
  });

  it('throws a later failure in its turn', async () => {
    const { one, two, merged } = make();
    const first = merged.next();
    one.say('a');
    two.say('b');
    await first;
    await merged.next();
    const third = merged.next();
    one.say('c');
    await third;
    const fourth = merged.next();
    two.fail();
    await expect(fourth).rejects.toThrow('failed');
  });
});
