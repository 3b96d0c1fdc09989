import { describe, expect, it } from '@jest/globals';
import { LineWrapper, wrapText } from './line-wrapper.ts';

describe('wrapText', () => {
  it.each([
    ['breaks between words', 'one two three', 8, 'one two\nthree\n'],
    ['fills a line to its last column', 'abc def', 7, 'abc def\n'],
    ['keeps line breaks and empty lines', 'a\n\nb', 10, 'a\n\nb\n'],
    ['lets a long word stand alone', 'a abcdefghij b', 5, 'a\nabcdefghij\nb\n'],
    ['counts characters, not code units', '😀😀 😀', 4, '😀😀 😀\n'],
    ['takes runs of blanks as one', '  a \t b  ', 10, 'a b\n'],
    ['writes nothing for nothing', '', 10, ''],
  ])('%s', (_name, text, width, expected) => {
    expect(wrapText(text, width)).toBe(expected);
  });

  it('counts the indent', () => {
    expect(wrapText('one two three', 9, '  ')).toBe('  one two\n  three\n');
  });
});

describe('LineWrapper', () => {
  const text = 'A stream that was cut\nends with an error — never like a complete one.';

  it('writes the same lines however the text is cut', () => {
    for (let cut = 0; cut <= text.length; cut++) {
      let written = '';
      const wrapper = new LineWrapper((piece) => (written += piece), 20, '  ');
      wrapper.push(text.slice(0, cut));
      wrapper.push(text.slice(cut));
      wrapper.end();
      expect(written).toBe(wrapText(text, 20, '  '));
    }
  });

  it('does not keep a finished word back', () => {
    let written = '';
    new LineWrapper((piece) => (written += piece), 20).push('one two');
    expect(written).toBe('one');
  });
});
