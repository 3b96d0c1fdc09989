import { describe, expect, it } from '@jest/globals';
import type { Place } from '@groundwire/client';
import { placeWords } from './place-words.ts';

describe('placeWords', () => {
  it.each<[Place, string]>([
    [{}, ''],
    [{ page: 3 }, 'page 3'],
    [{ page: 3, last_page: 4, headings: ['Report', 'Costs'] }, 'Report, Costs · pages 3 to 4'],
    [{ sheet: 'Prices', first_row: 2, last_row: 9 }, 'sheet Prices · rows 2 to 9'],
    [{ chapter: 'One', slide: 7 }, 'One · slide 7'],
    [{ start_seconds: 0, end_seconds: 12.5 }, 'seconds 0 to 12.5'],
  ])('%j is "%s"', (place, words) => expect(placeWords(place)).toBe(words));
});
