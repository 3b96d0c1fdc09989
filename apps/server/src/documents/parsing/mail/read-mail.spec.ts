import { describe, expect, it } from '@jest/globals';
import { makePdf } from '../../testing/make-pdf.ts';
import { makeZip } from '../../testing/make-zip.ts';
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

describe('a file in a mail', () => {
  const attached = (name: string, type: string, content: Buffer | string): string =>
    `Content-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}`;
  const slides = makeZip({
    '[Content_Types].xml':
      '<Types><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
    'ppt/slides/slide1.xml':
      '<p:sld><p:sp><p:txBody><a:p><a:r><a:t>Slides of marbles.</a:t></a:r></a:p></p:txBody></p:sp></p:sld>',
  });

  it.each([
    [
      'a PDF',
      'list.pdf',
      'application/pdf',
      makePdf([['Marbles by the dozen.']]),
      'Marbles by the dozen.',
      { chapter: 'list.pdf', page: 1 },
    ],
    [
      'slides',
      'talk.pptx',
      'application/octet-stream',
      slides,
      'Slides of marbles.',
      { chapter: 'talk.pptx', slide: 1 },
    ],
    [
      'a table',
      'prices.csv',
      'text/csv',
      'name,price\nMarble,7\n',
      'name | price\nMarble | 7',
      { sheet: 'prices.csv', first_row: 2, last_row: 2 },
    ],
    ['lines of JSON', 'a.jsonl', 'application/octet-stream', '{"marbles":40}\n', 'marbles: 40', { chapter: 'a.jsonl' }],
    [
      'a page',
      'a.html',
      'text/html',
      '<!doctype html><html><body><p>Marbles roll.</p></body></html>',
      'Marbles roll.',
      { chapter: 'a.html' },
    ],
    ['a text', 'notes.txt', 'text/plain', 'Forty marbles.', 'Forty marbles.', { chapter: 'notes.txt' }],
    [
      'a mail that is called a file',
      'a.eml',
      'application/octet-stream',
      INNER,
      'A marble is 7 euros.',
      { chapter: 'Prices, Anna <anna@example.com>, 2026-03-01T08:00:00.000Z' },
    ],
  ])('is read: %s', async (_what, name, type, content, text, place) => {
    const { title, pages, facts, chunks } = await read(
      mailOf('Files', [textPart('See.'), attached(name, type, content)]),
      'm.eml',
    );
    expect({ title, pages, facts }).toEqual({
      title: 'Files',
      pages: undefined,
      facts: { time: '2026-03-02T09:00:00.000Z' },
    });
    expect(chunks).toHaveLength(2);
    expect(chunks[0]![0]).toMatch(/See\.$/);
    expect(chunks[1]).toEqual([expect.stringContaining(text), place]);
  });

  it('that is damaged is named with what is wrong, and the others are read', async () => {
    const parts = [
      attached('bad.pdf', 'application/pdf', '%PDF-1.7 broken'),
      attached('good.txt', 'text/plain', 'Fine.'),
    ];
    const { facts, chunks } = await read(mailOf('Files', [textPart('See.'), ...parts]), 'm.eml');
    expect(facts.attachments_not_read).toEqual(['bad.pdf: It is damaged.']);
    expect(chunks.map(([text]) => text.split('\n').at(-1))).toEqual(['See.', 'Fine.']);
  });

  it('that is a picture or a signature is named, not read', async () => {
    const signature = attached('s.asc', 'application/pgp-signature', '-----BEGIN PGP SIGNATURE-----');
    const picture = attached(
      'logo.png',
      'image/png',
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    );
    const { facts, chunks } = await read(mailOf('Files', [textPart('See.'), picture, signature]), 'm.eml');
    expect(facts.attachments_not_read).toEqual(['logo.png', 's.asc']);
    expect(chunks).toEqual([[expect.stringContaining('Attachments (not read): logo.png, s.asc'), {}]]);
  });
});

it('names each attachment that is not read, also in a mail within', async () => {
  const attachment = (name: string): string =>
    `Content-Type: application/x-thing\r\nContent-Disposition: attachment${name}\r\n\r\n\u0001\u0002\u0003`;
  const inner = mailOf('Inner', [textPart('Hi.'), attachment('; filename="b.bin"')], 'inner');
  const mail = mailOf('Outer', [textPart('Ho.'), attachment(''), `Content-Type: message/rfc822\r\n\r\n${inner}`]);
  const { chunks } = await read(mail, 'a.eml');
  expect(chunks[0]![0]).toContain('Attachments (not read): (application/x-thing)');
  expect(chunks[1]![0]).toContain('Attachments (not read): b.bin');
});
