/** What one of several sources gave. */
export interface Arrival<Item> {
  source: number;
  item: Item;
}

/**
 * The items of several sources as they come. Nothing is given before each source began, so that a failure until then is
 * the failure of the whole; throws the first failure. Each source is at most one item ahead of the reader: who reads
 * slowly holds them all back.
 */
export async function* merge<Item>(sources: readonly AsyncIterator<Item, void>[]): AsyncGenerator<Arrival<Item>, void> {
  const settled: { source: number; result: Promise<IteratorResult<Item, void>> }[] = [];
  let wake: (() => void) | undefined;
  const pull = (source: number): void => {
    const result = (sources[source] as AsyncIterator<Item, void>).next();
    const note = (): void => {
      settled.push({ source, result });
      wake?.();
    };
    result.then(note, note);
  };

  let running = 0;
  const firsts = await Promise.all(sources.map((source) => source.next()));
  for (const [source, first] of firsts.entries()) {
    if (first.done) continue;
    yield { source, item: first.value };
    running += 1;
    pull(source);
  }
  while (running > 0) {
    const next = settled.shift();
    if (next === undefined) {
      await new Promise<void>((resolve) => (wake = resolve));
      continue;
    }
    const { source } = next;
    const result = await next.result;
    if (result.done) {
      running -= 1;
      continue;
    }
    yield { source, item: result.value };
    pull(source);
  }
}
