import { describe, expect, it } from '@jest/globals';
import { addDollars } from './add-dollars.ts';

describe('addDollars', () => {
  it('adds exactly, where floats would not', () => {
    expect(addDollars(['0.1', '0.2'])).toBe('0.3');
    expect(addDollars(['12', '0.000000000001'])).toBe('12.000000000001');
    expect(addDollars([])).toBe('0');
  });
  it('knows nothing when one amount is unknown', () => expect(addDollars(['1', null])).toBeNull());
});
