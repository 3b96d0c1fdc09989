import { describe, expect, it } from '@jest/globals';
import { elementsInTurn, elementsNamed, parseXml } from './parse-xml.ts';

describe('elementsInTurn', () => {
  const names = 'abcdefgh'.repeat(100);
  const rows = Array.from({ length: 5_000 }, (_, at) =>
    at % 7 === 0
      ? `<x:row r="${at}"/>`
      : `<x:row r="${at}" s='1'><c>${names.slice(0, at % 800)} &amp; ${at}</c><c/></x:row>`,
  );
  const sheet = `<?xml version="1.0"?><x:worksheet><x:rowBreaks count="1"/>${rows.join('\n ')}</x:worksheet>`;

  it('finds what is found in the whole document, over many slices', () => {
    const expected = [...elementsNamed(parseXml(sheet), 'row')];
    expect(expected.length).toBe(5_000);
    expect([...elementsInTurn(sheet, 'row')]).toEqual(expected);
  });

  it('finds nothing where there is nothing', () => {
    expect([...elementsInTurn('', 'row')]).toEqual([]);
    expect([...elementsInTurn('<rows><rowBreaks/></rows>', 'row')]).toEqual([]);
  });

  it.each([
    '<row>'.repeat(100_000),
    '<row '.repeat(100_000),
    `<row>${'</row>'.repeat(100_000)}`,
    '</row>'.repeat(100_000),
  ])('comes to an end with what is no XML', (text) => {
    try {
      for (const _ of elementsInTurn(text, 'row'));
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
    }
  });
});
