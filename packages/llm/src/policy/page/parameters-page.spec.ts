import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parametersPage } from './parameters-page.ts';

const written = readFileSync(new URL('../../../../../docs/parameters.md', import.meta.url), 'utf8');

describe('docs/parameters.md', () => {
  // Out of date? node packages/llm/src/policy/page/parameters-page.ts > docs/parameters.md
  it('is what the policies say', () => {
    expect(written).toBe(parametersPage());
  });

  it('shows a change of a policy', () => {
    const page = parametersPage({
      one: { dialect: 'openai-chat', policy: { takes: ['seed'], rename: { seed: 'grain' }, bounds: { seed: [0, 9] } } },
      two: { dialect: 'openai-chat', policy: { omit: ['n', 'user'], most: { stop: 3 }, unverified: ['user'] } },
      three: {
        dialect: 'openai-chat',
        policy: { models: [{ pattern: /^x/, omit: ['seed'] }], unverified: 'everything' },
      },
      four: { dialect: 'extractive' },
    });
    expect(page).toContain('| parameter | one | two | three ? |');
    expect(page).toContain('| `seed` | → grain; 0 … 9 | = | = |');
    expect(page).toContain('| `n` | here | here | = |');
    expect(page).toContain('| `user` | ✂ | ✂ ? | = |');
    expect(page).toContain('| `stop` | here | ≤ 3, the rest here | = |');
    expect(page).toContain('- three, `^x`: `seed` ✂');
  });
});
