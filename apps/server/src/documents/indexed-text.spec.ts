import { describe, expect, it } from '@jest/globals';
import { indexedText } from './indexed-text.ts';

describe('indexedText', () => {
  it('puts the title and the headings before the text', () => {
    expect(indexedText('Guide', ['Install', 'Linux'], 'Run it.')).toBe('Guide\nInstall\nLinux\nRun it.');
  });

  it('takes only a text for a title, and 300 characters of title and headings', () => {
    expect(indexedText({ de: 'Titel' }, [], 'Run it.')).toBe('\nRun it.');
    expect(indexedText('x'.repeat(1_000), [], 'Run it.')).toBe(`${'x'.repeat(300)}\nRun it.`);
  });
});
