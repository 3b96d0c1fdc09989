import { describe, expect, it } from '@jest/globals';
import { makePdf } from '../testing/make-pdf.ts';
import { makeZip } from '../testing/make-zip.ts';
import { read } from '../testing/read-content.ts';

const page = (head: string, body: string, language = ''): string =>
  `<!doctype html><html${language}><head><title>Hours</title>${head}</head><body><article><h1>Hours</h1><p>${'We open at nine. '.repeat(20)}</p>${body}</article></body></html>`;
const published = (time: string): string => `<meta property="article:published_time" content="${time}">`;

describe('a page tells', () => {
  it('its language', async () => {
    expect((await read(page('', '', ' lang="de-AT"'), 'a')).facts).toEqual({ language: 'de-AT' });
    expect((await read(page('', '', ' lang="no language"'), 'a')).facts).toEqual({});
  });

  it.each([
    ['in its head', published('2026-03-04T09:30:00+01:00'), '', '2026-03-04T08:30:00.000Z'],
    ['as a date', published('2026-03-04'), '', '2026-03-04'],
    ['without a zone', published('2026-03-04 09:30'), '', '2026-03-04T09:30:00.000'],
    [
      'as data',
      '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","datePublished":"2026-03-04"}</script>',
      '',
      '2026-03-04',
    ],
    [
      'as a property',
      '',
      '<time itemprop="datePublished" datetime="2026-03-04"></time><time datetime="2025-01-01"></time>',
      '2026-03-04',
    ],
    [
      'as the only time in it',
      '',
      '<p>Posted <time datetime="2026-03-04T08:30:00Z">on Wednesday</time></p>',
      '2026-03-04T08:30:00.000Z',
    ],
    [
      'among others, which may be any',
      '',
      '<time datetime="2026-03-04"></time><time datetime="2025-01-01"></time>',
      undefined,
    ],
    ['not at all', '', '<p>It was founded on 2001-01-01.</p>', undefined],
    ['as a day that is none', published('2026-02-31'), '', undefined],
    ['in words', published('last week'), '', undefined],
  ])('when it was published: %s', async (_how, head, body, time) => {
    expect((await read(page(head, body), 'a')).facts.time).toBe(time);
  });
});

const core =
  '<cp:coreProperties><dcterms:modified xsi:type="dcterms:W3CDTF">2026-03-04T08:30:00Z</dcterms:modified><dc:language>de</dc:language></cp:coreProperties>';
const types = (part: string, kind: string): string =>
  `<Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`;

describe('an office file tells when it was changed last, and its language', () => {
  const facts = { time: '2026-03-04T08:30:00.000Z', language: 'de' };

  it('of Word', async () => {
    const file = makeZip({
      '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document'),
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml':
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Hello.</w:t></w:r></w:p></w:body></w:document>',
      'docProps/core.xml': core,
    });
    expect(await read(file, 'a.docx')).toMatchObject({ type: 'docx', facts, chunks: [['Hello.', {}]] });
  });

  it('of PowerPoint', async () => {
    const slide = '<p:sld><p:sp><p:txBody><a:p><a:r><a:t>Hello.</a:t></a:r></a:p></p:txBody></p:sp></p:sld>';
    const parts = { 'ppt/slides/slide1.xml': slide, 'docProps/core.xml': core };
    const file = makeZip({
      '[Content_Types].xml': types('ppt/presentation.xml', 'presentationml.presentation'),
      ...parts,
    });
    expect(await read(file, 'a.pptx')).toMatchObject({ type: 'pptx', facts });
  });

  it('of Excel', async () => {
    const file = makeZip({
      '[Content_Types].xml': types('xl/workbook.xml', 'spreadsheetml.sheet'),
      'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="s.xml"/></Relationships>',
      'xl/s.xml': '<worksheet><row r="1"><c t="str"><v>Hello.</v></c></row></worksheet>',
      'docProps/core.xml': core,
    });
    expect(await read(file, 'a.xlsx')).toMatchObject({ type: 'xlsx', facts });
  });

  it('unless it says no such thing', async () => {
    const slide = '<p:sld><p:sp><p:txBody><a:p><a:r><a:t>Hello.</a:t></a:r></a:p></p:txBody></p:sp></p:sld>';
    const strange = `<cp:coreProperties><dc:language>${'x'.repeat(100_000)}</dc:language></cp:coreProperties>`;
    const parts = { 'ppt/slides/slide1.xml': slide, 'docProps/core.xml': strange };
    const file = makeZip({
      '[Content_Types].xml': types('ppt/presentation.xml', 'presentationml.presentation'),
      ...parts,
    });
    expect((await read(file, 'a.pptx')).facts).toEqual({});
  });
});

it('a book tells its date and language', async () => {
  const file = makeZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    'book.opf':
      '<package><metadata><dc:date>2026-03-04</dc:date><dc:language>fr</dc:language></metadata><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
    'a.xhtml': '<html><body><p>Hello.</p></body></html>',
  });
  expect(await read(file, 'a.epub')).toMatchObject({ type: 'epub', facts: { time: '2026-03-04', language: 'fr' } });
});

it.each([
  ["D:20260304093000+01'00'", '2026-03-04T08:30:00.000Z'],
  ['D:20260304083000Z', '2026-03-04T08:30:00.000Z'],
  ['D:20260304', '2026-03-04'],
  ['D:2026', undefined],
  ['yesterday', undefined],
])('a PDF of %s tells when it was changed', async (date, time) => {
  const pdf = makePdf([['One line of text.']], `T)/ModDate(${date}`);
  expect((await read(pdf, 'a.pdf')).facts).toEqual(time === undefined ? {} : { time });
});

it('a mail tells when it was sent, and which attachments were not read', async () => {
  const part = (name: string): string =>
    `--x\r\nContent-Type: application/zip\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\nAAECAw==\r\n`;
  const names = Array.from({ length: 60 }, (_, index) => `${index}.zip`);
  const mail = `From: a@b.c\r\nDate: Wed, 4 Mar 2026 09:30:00 +0100\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nHello.\r\n${names.map(part).join('')}--x--`;
  const { facts } = await read(mail, 'a.eml');
  expect(facts).toEqual({ time: '2026-03-04T08:30:00.000Z', attachments_not_read: [...names.slice(0, 50), '…'] });
});
