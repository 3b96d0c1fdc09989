import { fromDollars } from './pico-dollars.ts';

/** The largest of amounts such as `'0.0001275'`; null when one of them is not known. */
export function mostDollars(amounts: readonly (string | null)[]): string | null {
  let most = '0';
  for (const amount of amounts) {
    if (amount === null) return null;
    if (fromDollars(amount) > fromDollars(most)) most = amount;
  }
  return most;
}
