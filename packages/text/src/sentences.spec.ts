import { describe, expect, it } from '@jest/globals';
import { sentences } from './sentences.ts';

const texts = (text: string): string[] => Array.from(sentences(text), (sentence) => sentence.text);

describe('sentences', () => {
  it('ends a sentence at its end mark, closing quotes included', () => {
    expect(texts('It rains. “Really?” Yes! (So it is.) Good…')).toEqual([
      'It rains.',
      '“Really?”',
      'Yes!',
      '(So it is.)',
      'Good…',
    ]);
  });

  it('goes on after abbreviations, initials, decimals and small letters', () => {
    const whole = 'Dr. J. Smith paid 3.50 (e.g. Tuesday) to acme.com i.e. nothing. or little';
    expect(texts(whole)).toEqual([whole]);
  });

  it('splits Chinese and Japanese without spaces', () => {
    expect(texts('今日は雨です。明日は？「晴れ。」と言った')).toEqual([
      '今日は雨です。',
      '明日は？',
      '「晴れ。」',
      'と言った',
    ]);
  });

  it('reads over a hard line break but not over a blank line', () => {
    expect(texts('One sentence\nin two lines\n\nAnother')).toEqual(['One sentence\nin two lines', 'Another']);
  });

  it('keeps headings, list items and table rows apart', () => {
    expect(texts('# 4. Title. Part\nText here\n- one\n- two\n1. Open it\n| a | b |')).toEqual([
      '# 4. Title. Part',
      'Text here',
      '- one',
      '- two',
      '1. Open it',
      '| a | b |',
    ]);
  });

  it('gives offsets that cut the sentence out of the text', () => {
    const text = '  First one.  Second 😀 one.\n\n第三。';
    const spans = [...sentences(text)];
    expect(spans).toHaveLength(3);
    for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
  });

  it('finds nothing in white space', () => {
    expect(texts(' \n\t ')).toEqual([]);
  });
});
