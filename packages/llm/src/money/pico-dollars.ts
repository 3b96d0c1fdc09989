/** Plain decimal notation, at most six digits after the point. */
export const DOLLARS = /^\d{1,9}(?:\.\d{1,6})?$/;

const DIGITS_OF_A_MILLIONTH = 6;
const DIGITS_OF_A_PICO = 12;

/**
 * An amount in units of 1e-12 dollars. A price per million tokens has at most six decimals, so one token's is a whole
 * number of them: nothing is ever rounded.
 */
export type PicoDollars = bigint;

/** What one token costs at a price per million. */
export function picoPerToken(dollarsPerMillion: string): PicoDollars {
  const [whole = '0', fraction = ''] = dollarsPerMillion.split('.');
  return BigInt(whole + fraction.padEnd(DIGITS_OF_A_MILLIONTH, '0'));
}

/** `'0.0125'`: without zeros at the end, and never with an exponent. */
export function toDollars(amount: PicoDollars): string {
  const digits = amount.toString().padStart(DIGITS_OF_A_PICO + 1, '0');
  const fraction = digits.slice(-DIGITS_OF_A_PICO).replace(/0+$/, '');
  const whole = digits.slice(0, -DIGITS_OF_A_PICO);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
