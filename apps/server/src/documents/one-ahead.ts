/** What `make` makes of the items, in their order; the next one is on its way while the caller works with this one. */
export async function* oneAhead<Item, Made>(
  items: Iterable<Item>,
  make: (item: Item) => Promise<Made>,
): AsyncGenerator<Made> {
  let next: Promise<Made> | undefined;
  for (const item of items) {
    const current = next;
    next = make(item);
    // Its failure is thrown when its turn comes; until then, or when the caller stops before, nobody waits for it.
    next.catch(() => undefined);
    if (current !== undefined) yield await current;
  }
  if (next !== undefined) yield await next;
}
