/**
 * What `make` makes of the items, in their order; the next one is asked for and on its way while the caller works with
 * this one. When the caller stops, the source is told.
 */
export async function* oneAhead<Item, Made>(
  items: Iterable<Item> | AsyncIterable<Item>,
  make: (item: Item) => Promise<Made>,
): AsyncGenerator<Made> {
  const source: Iterator<Item, unknown> | AsyncIterator<Item, unknown> =
    Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const begin = async (): Promise<{ made: Made } | undefined> => {
    const result = await source.next();
    return result.done ? undefined : { made: await make(result.value) };
  };
  let next = begin();
  try {
    for (let current = await next; current !== undefined; current = await next) {
      next = begin();
      // Its failure is thrown when its turn comes; when the caller stops before, nobody waits for it.
      next.catch(() => undefined);
      yield current.made;
    }
  } finally {
    await source.return?.();
  }
}
