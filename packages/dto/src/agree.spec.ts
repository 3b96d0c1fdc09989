import { expect, it } from '@jest/globals';
import type { Agree, Expect } from './agree.ts';

interface Named {
  a: string;
  b?: number;
}

/** tsc reads this file: a claim that is wrong, or an error that is not one, does not compile. */
export type Claims = [
  Expect<Agree<Named, { a: string; b?: number }>>,
  Expect<Agree<Named & Record<string, unknown>, { [key: string]: unknown; a: string; b?: number }>>,
  // @ts-expect-error another type
  Expect<Agree<Named, { a: number; b?: number }>>,
  // @ts-expect-error required is not optional
  Expect<Agree<Named, { a: string; b: number }>>,
  // @ts-expect-error one more optional key
  Expect<Agree<Named, { a: string; b?: number; c?: string }>>,
];

it('is checked by tsc, on this file and on gen/agreement.gen.ts', async () => {
  expect(Object.keys(await import('./agree.ts'))).toEqual([]);
});
