import { fromDollars, toDollars } from './pico-dollars.ts';

/** The sum of amounts such as `'0.0001275'`, exactly; null when one of them is not known. */
export function addDollars(amounts: readonly (string | null)[]): string | null {
  let sum = 0n;
  for (const amount of amounts) {
    if (amount === null) return null;
    sum += fromDollars(amount);
  }
  return toDollars(sum);
}
