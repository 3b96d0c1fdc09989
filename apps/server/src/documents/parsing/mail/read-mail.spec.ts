import { describe, expect, it } from '@jest/globals';
import { read } from '../../testing/read-content.ts';

const HEAD = ['From: Anna <anna@example.com>', 'To: bert@example.com', 'Message-ID: <1@example.com>'];

/** A mail of parts, each with its headers. */
function mailOf(subject: string, parts: readonly string[], boundary = 'outer'): string {
  return [
    ...HEAD,
    `Subject: ${subject}`,
    'Date: Mon, 2 Mar 2026 09:00:00 +0000',
    `Content-Type: multipart/mixed; boundary=${boundary}`,
    '',
    ...parts.map((part) => `--${boundary}\r\n${part}`),
    `--${boundary}--`,
  ].join('\r\n');
}

const textPart = (text: string): string => `Content-Type: text/plain\r\n\r\n${text}`;
const INNER = [...HEAD, 'Subject: Prices', 'Date: Sun, 1 Mar 2026 08:00:00 +0000', '', 'A marble is 7 euros.'].join(
  '\r\n',
);

describe('a mail within a mail', () => {
  it.each([
    ['attached', 'Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename="prices.eml"', INNER],
    ['forwarded', 'Content-Type: message/rfc822', INNER],
    ['shown inline', 'Content-Type: message/rfc822\r\nContent-Disposition: inline', INNER],
    [
      'packed',
      'Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64',
      Buffer.from(INNER).toString('base64'),
    ],
  ])('is read as a chapter of its own: %s', async (_how, header, inner) => {
    const mail = mailOf('Fwd: Prices', [textPart('See below.'), `${header}\r\n\r\n${inner}`]);
    const { title, chunks, found } = await read(mail, 'a.eml');
    const chapter = 'Prices, Anna <anna@example.com>, 2026-03-01T08:00:00.000Z';
    expect(title).toBe('Fwd: Prices');
    expect(chunks).toEqual([
      [expect.stringMatching(/^Subject: Fwd: Prices\n.*See below\.$/s), {}],
      [expect.stringMatching(/^# Prices.*\n\nA marble is 7 euros\.$/s), { chapter }],
    ]);
    expect(chunks[0]![0]).not.toContain('not read');
    expect(found[1]).toContain('Fwd: Prices');
  });

  it('is what each of its chunks is found by', async () => {
    const inner = `${INNER}\r\n${'It rolls very well. '.repeat(100)}`;
    const { chunks, found } = await read(mailOf('Fwd', [`Content-Type: message/rfc822\r\n\r\n${inner}`]), 'a.eml');
    expect(chunks.length).toBeGreaterThan(2);
    for (const text of found.slice(1)) expect(text).toContain('Prices, Anna <anna@example.com>, 2026-03-01T08');
  });

  it('that failed to be delivered is read beside the report', async () => {
    const report = 'Content-Type: message/delivery-status\r\n\r\nStatus: 5.1.1';
    const mail = mailOf('Undeliverable', [
      textPart('Nobody there.'),
      report,
      `Content-Type: message/rfc822\r\n\r\n${INNER}`,
    ]);
    const { chunks } = await read(mail, 'a.eml');
    expect(chunks.map(([text]) => text).join('\n')).toContain('A marble is 7 euros.');
  });

  it('is read as deep as people forward, and named as not read below', async () => {
    const nest = (depth: number): string => {
      if (depth === 13) return INNER;
      return mailOf(
        `Level ${depth}`,
        [textPart(`Said at ${depth}.`), `Content-Type: message/rfc822\r\n\r\n${nest(depth + 1)}`],
        `b${depth}`,
      );
    };
    const { chunks } = await read(nest(0), 'a.eml');
    const text = chunks.map(([chunk]) => chunk).join('\n');
    expect(text.match(/Said at \d+/g)).toHaveLength(11);
    expect(text.match(/not read/g)).toHaveLength(1);
    expect(text).toContain('Subject: Level 10');
    expect(text).toContain('Attachments (not read): (message/rfc822)');
  });
});

it('names each attachment that is not read, also in a mail within', async () => {
  const attachment = (name: string): string =>
    `Content-Type: application/x-thing\r\nContent-Disposition: attachment${name}\r\n\r\nabc`;
  const inner = mailOf('Inner', [textPart('Hi.'), attachment('; filename="b.bin"')], 'inner');
  const mail = mailOf('Outer', [textPart('Ho.'), attachment(''), `Content-Type: message/rfc822\r\n\r\n${inner}`]);
  const { chunks } = await read(mail, 'a.eml');
  expect(chunks[0]![0]).toContain('Attachments (not read): (application/x-thing)');
  expect(chunks[1]![0]).toContain('Attachments (not read): b.bin');
});
