import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MarkerScanner, type Piece } from './markers.ts';

const scan = (...texts: string[]): Piece[] => {
  const scanner = new MarkerScanner();
  return [...texts.flatMap((text) => scanner.push(text)), ...scanner.end()];
};
/** Neighbouring texts joined: how a text was cut does not matter. */
const joined = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((sum, piece) => {
    const last = sum.at(-1);
    if (last !== undefined && 'text' in last && 'text' in piece) {
      return [...sum.slice(0, -1), { text: last.text + piece.text }];
    }
    return [...sum, piece];
  }, []);

describe('MarkerScanner', () => {
  it('finds markers and the passages that they name', () => {
    expect(scan('One [p1]. Two[p2][p12], three [p3, 4] and [P5,p6].')).toEqual([
      { text: 'One' },
      { length: 5, space: ' ', passages: [1] },
      { text: '. Two' },
      { length: 4, space: '', passages: [2] },
      { length: 5, space: '', passages: [12] },
      { text: ', three' },
      { length: 8, space: ' ', passages: [3, 4] },
      { text: ' and' },
      { length: 8, space: ' ', passages: [5, 6] },
      { text: '.' },
    ]);
  });

  it('leaves everything else alone', () => {
    const text = 'a[1] = b[p]; [page 3], [[p]], [p1 , x] [p1234] and [p';
    expect(joined(scan(text))).toEqual([{ text }]);
  });

  it('holds back no text that cannot become a marker', () => {
    const scanner = new MarkerScanner();
    expect(scanner.push('The museum')).toEqual([{ text: 'The museum' }]);
    expect(scanner.push(' [')).toEqual([]);
    expect(scanner.push('page')).toEqual([{ text: ' [page' }]);
    expect(scanner.isHolding).toBe(false);
  });

  it('finds the same, however the text is cut', () => {
    const token = fc.constantFrom(
      '[p1]',
      ' [p2, p3]',
      '[',
      'p',
      '1',
      ']',
      ',',
      ' ',
      '\n',
      'word',
      '🎈',
      '博物館',
      '[p',
      '[[p4]]',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), fc.array(fc.nat(60), { maxLength: 8 }), (tokens, places) => {
        const text = tokens.join('');
        const cuts = [0, ...places.map((place) => Math.min(place, text.length)).sort((a, b) => a - b), text.length];
        const parts = cuts.slice(1).map((cut, index) => text.slice(cuts[index], cut));
        expect(joined(scan(...parts))).toEqual(joined(scan(text)));
      }),
    );
  });

  it('takes no longer for hostile white space', () => {
    const text = `${' '.repeat(50_000)}x`.repeat(4);
    expect(joined(scan(text))).toEqual([{ text }]);
  });
});
