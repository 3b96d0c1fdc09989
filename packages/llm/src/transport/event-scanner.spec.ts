import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { VendorEvent } from '../types.ts';
import { EventScanner } from './event-scanner.ts';

const FIXTURES = new URL('../dialects/openai-chat/__fixtures__/', import.meta.url);
const STREAMS = readdirSync(FIXTURES).filter((name) => name.endsWith('.sse'));

const scan = (...chunks: (string | Uint8Array)[]): VendorEvent[] => {
  const scanner = new EventScanner(1_000_000, 'test');
  return chunks.flatMap((chunk) => scanner.push(Buffer.from(chunk as string)));
};
const dataOf = (...chunks: (string | Uint8Array)[]): string[] => scan(...chunks).map(({ data }) => data);
/** As text: comparing many buffers with `toEqual` takes minutes. */
const print = (...chunks: Uint8Array[]): string =>
  JSON.stringify(scan(...chunks).map(({ event, data, frame }) => [event, data, textOf(frame)]));
const textOf = (frame: Uint8Array | undefined): string | undefined => frame && Buffer.from(frame).toString();

describe('recorded streams', () => {
  it.each(STREAMS)('%s, cut at every byte, gives the same events and the same bytes', (name) => {
    const bytes = readFileSync(new URL(name, FIXTURES));
    const whole = print(bytes);
    expect(scan(bytes).at(-1)?.data).toBe('[DONE]');
    const cuts = Array.from({ length: bytes.length - 1 }, (_, index) => index + 1);
    expect(cuts.filter((cut) => print(bytes.subarray(0, cut), bytes.subarray(cut)) !== whole)).toEqual([]);
  });

  it.each(STREAMS)('%s in single bytes gives the same events', (name) => {
    const bytes = readFileSync(new URL(name, FIXTURES));
    expect(print(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toBe(print(bytes));
  });

  it('frames, put together, are the stream', () => {
    const bytes = readFileSync(new URL('openai.sse', FIXTURES));
    expect(
      scan(bytes)
        .map(({ frame }) => textOf(frame))
        .join(''),
    ).toBe(bytes.toString());
  });
});

describe('framing', () => {
  it.each<[string, string, string[]]>([
    ['no space after the colon', 'data:a\n\n', ['a']],
    ['only one space is taken', 'data:  a\n\n', [' a']],
    ['several data lines', 'data: a\ndata: b\n\n', ['a\nb']],
    ['CRLF', 'data: a\r\n\r\ndata: b\r\n\r\n', ['a', 'b']],
    ['comments', ': hi\n\ndata: a\n: hi\n\n', ['a']],
    ['ids and retry times', 'id: 1\nretry: 5\ndata: a\n\n', ['a']],
    ['a byte order mark', '\ufeffdata: a\n\n', ['a']],
    ['empty data', 'data:\n\ndata\n\ndata: a\n\n', ['a']],
    ['blank lines', '\n\n\ndata: a\n\n\n', ['a']],
    ['an event cut by the end', 'data: a\n\ndata: b\n', ['a']],
    ['a colon in the data', 'data: a: b\n\n', ['a: b']],
  ])('%s', (_what, text, expected) => {
    expect(dataOf(text)).toEqual(expected);
    const bytes = Buffer.from(text);
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(dataOf(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(expected);
    }
  });

  it('offers the bytes of plain events only', () => {
    const frames = scan(
      'data: a\n\nevent: x\ndata: b\n\n: hi\ndata: c\n\ndata: d\r\n\r\ndata: e\ndata: f\n\ndata:g\n\n',
    );
    expect(frames.map(({ frame }) => textOf(frame))).toEqual([
      'data: a\n\n',
      undefined,
      undefined,
      undefined,
      undefined,
      'data:g\n\n',
    ]);
    expect(frames[1]?.event).toBe('x');
  });

  it('never changes bytes it handed out', () => {
    const scanner = new EventScanner(1_000, 'test');
    const frames = ['data: fi', 'rst\n\ndata: sec', 'ond\n\nda', 'ta: third\n\n'].flatMap((chunk) =>
      scanner.push(Buffer.from(chunk)),
    );
    expect(frames.map(({ frame }) => textOf(frame))).toEqual([
      'data: first\n\n',
      'data: second\n\n',
      'data: third\n\n',
    ]);
  });
});

describe('faults', () => {
  it('refuses text that is not UTF-8', () => {
    expect(() => scan(Buffer.from([0x64, 0x61, 0x74, 0x61, 0x3a, 0xc3, 0x28, 0x0a, 0x0a]))).toThrow('not UTF-8');
  });

  it('refuses an event that grows too large', () => {
    const scanner = new EventScanner(100, 'test');
    const grow = (): void => {
      for (let count = 0; count < 20; count++) scanner.push(Buffer.from('data: 789\n'));
    };
    expect(grow).toThrow('too large');
  });
});
