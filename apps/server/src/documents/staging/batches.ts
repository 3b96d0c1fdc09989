/** What the items of a group may weigh together; one that is heavier by itself makes a group of its own. */
export interface Scales<Item> {
  weightOf: (item: Item) => number;
  maxWeight: number;
}

const WEIGHTLESS: Scales<unknown> = { weightOf: () => 0, maxWeight: 0 };

/**
 * The items in groups of `size`, or of fewer when they are heavy; the last one smaller perhaps. Takes no item before its
 * group is asked for, but for the one that did not fit.
 */
export function* batches<Item>(
  items: Iterable<Item>,
  size: number,
  { weightOf, maxWeight }: Scales<Item> = WEIGHTLESS,
): Generator<Item[]> {
  let batch: Item[] = [];
  let weight = 0;
  for (const item of items) {
    const itemWeight = weightOf(item);
    if (batch.length > 0 && weight + itemWeight > maxWeight) {
      yield batch;
      batch = [];
      weight = 0;
    }
    batch.push(item);
    weight += itemWeight;
    if (batch.length < size) continue;
    yield batch;
    batch = [];
    weight = 0;
  }
  if (batch.length > 0) yield batch;
}
