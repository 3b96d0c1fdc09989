import { describe, expect, it } from '@jest/globals';
import type { Source } from '@groundwire/client';
import { excerpt, renderSources } from './render-sources.ts';

const source = (id: string, title: string | null): Source => ({
  id,
  document: 'd',
  title,
  score: 0.8125,
  text: '  A passage\nthat spans   lines and is rather long.',
  place: {},
  metadata: {},
});

describe('renderSources', () => {
  it('shows number, title, score, citation and the beginning of the passage', () => {
    expect(renderSources([source('a', 'Promises'), source('b', null)], new Set(['a']), 30)).toBe(
      [
        '  [1] Promises (score 0.81, cited)',
        '      A passage that spans li…',
        '  [2] Untitled (score 0.81)',
        '      A passage that spans li…',
        '',
      ].join('\n'),
    );
  });

  it('says that there is none', () => {
    expect(renderSources([], new Set(), 80)).toBe('  No passage was found.\n');
  });
});

describe('excerpt', () => {
  it.each([
    ['short', 10, 'short'],
    ['## Limits\n\nIn #1', 20, 'Limits In #1'],
    ['exactly 10', 10, 'exactly 10'],
    ['one longer.', 10, 'one longe…'],
    ['two words here', 5, 'two…'],
    ['😀😀😀', 2, '😀…'],
  ])('of %j in %d columns', (text, width, expected) => {
    expect(excerpt(text, width)).toBe(expected);
  });
});
