import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { llmProviders } from '../../providers.ts';
import type { Policy } from '../policy.ts';
import { PROBES } from './anthropic/probes.ts';
import { namesIn } from './names-in.ts';
import { parametersPage } from './parameters-page.ts';

const written = readFileSync(new URL('../../../../../docs/parameters.md', import.meta.url), 'utf8');

describe('docs/parameters.md', () => {
  // Out of date? node packages/llm/src/policy/page/parameters-page.ts > docs/parameters.md
  it('is what the policies say', () => {
    expect(written).toBe(parametersPage());
  });

  it('tries every parameter that a policy speaks of on Anthropic', () => {
    const policies = Object.values(llmProviders).map(({ policy = {} }): Policy => policy);
    expect(Object.keys(PROBES)).toEqual(expect.arrayContaining(namesIn(policies)));
  });

  it('says of Anthropic what its dialect does, model by model', () => {
    const rows = written.split('\n').filter((line) => line.startsWith('| `'));
    const rowOf = (name: string, value: string): string =>
      rows.find((row) => row.startsWith(`| \`${name}\` | ${value} |`)) ?? '';
    expect(rowOf('temperature', '0.5')).toMatch(/\| ✂ \|$/);
    expect(rowOf('stop', '[###]')).toContain('⇒ stop_sequences [###]');
    expect(rowOf('reasoning_effort', 'high').split(' | ').slice(2, 5)).toEqual([
      '✂',
      expect.stringContaining('thinking {type:enabled,budget_tokens:24576}'),
      expect.stringContaining('output_config {effort:high}'),
    ]);
    expect(rowOf('tool_choice', 'required')).toMatch(/✗ \|$/);
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
