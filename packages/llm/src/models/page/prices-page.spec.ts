import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { pricesPage } from './prices-page.ts';

const written = readFileSync(new URL('../../../../../docs/prices.md', import.meta.url), 'utf8');

describe('docs/prices.md', () => {
  // Out of date? node packages/llm/src/models/page/prices-page.ts > docs/prices.md
  it('is what the table says', () => {
    expect(written).toBe(pricesPage());
  });

  it('shows prices, their periods, their source and its date', () => {
    const page = pricesPage({
      one: [
        {
          names: ['a', 'b'],
          dated: true,
          contextTokens: 1_000_000,
          maxOutputTokens: 4_096,
          prices: [
            {
              until: '2026-12-31',
              input: '1',
              output: '2',
              webSearch: '10',
              above: { promptTokens: 200_000, input: '3', output: '4' },
            },
            { from: '2027-01-01', input: '5', cachedInput: '0.5', cacheWrite: '6', output: '7', atMost: true },
          ],
          source: 'example.org/prices',
          read: '2026-11-26',
        },
        { names: ['c'], contextTokens: 1, prices: [], source: 'example.org/models', read: '2026-11-25' },
      ],
    });
    expect(page).toContain(
      '| `a` \\*, `b` \\* | 1,000,000 | 4,096 | 1 |  |  | 2 | 10 | until 2026-12-31 | 2026-11-26, 1 |',
    );
    expect(page).toContain('| … above 200,000 |  |  | 3 |  |  | 4 |  | until 2026-12-31 | 2026-11-26, 1 |');
    expect(page).toContain('| ≤ 5 | ≤ 0.5 | ≤ 6 | ≤ 7 |  | from 2027-01-01 | 2026-11-26, 1 |');
    expect(page).toContain('| `c` | 1 |  | unknown |  |  |  |  |  | 2026-11-25, 2 |');
    expect(page).toContain('1. example.org/prices\n2. example.org/models');
  });
});
