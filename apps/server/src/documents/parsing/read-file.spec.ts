import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { decode } from 'fast-png';
import { makePdf } from '../testing/make-pdf.ts';
import { makeZip } from '../testing/make-zip.ts';
import { read } from '../testing/read-content.ts';

const SCAN = readFileSync(new URL('__fixtures__/scan.png', import.meta.url));

describe('text', () => {
  it.each([
    ['UTF-8', Buffer.from('Grüße aus Köln.')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFGrüße aus Köln.')],
    ['UTF-16', Buffer.from('\uFEFFGrüße aus Köln.', 'utf16le')],
    ['Latin 1', Buffer.from('Grüße aus Köln.', 'latin1')],
  ])('is read in %s', async (_encoding, bytes) => {
    expect(await read(bytes, 'a.txt')).toMatchObject({ type: 'text', chunks: [['Grüße aus Köln.', {}]] });
  });

  it('of Markdown keeps the headings of each place', async () => {
    const { type, chunks, found } = await read(`# Shop\n\n## Hours\n\n${'We open at nine. '.repeat(20)}`, 'a.md', 100);
    expect(type).toBe('markdown');
    expect(chunks.at(-1)![1]).toEqual({ headings: ['Shop', 'Hours'] });
    expect(found.at(-1)).toContain('Shop\nHours');
  });
});

describe('tables', () => {
  it('of CSV repeat their header, and tell their rows', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => `"Name ${index}";${index}`);
    const { type, chunks } = await read(['name;age', ...rows].join('\r\n'), 'people.csv', 50);
    expect(type).toBe('csv');
    expect(chunks[0]).toEqual(['name | age\nName 0 | 0\nName 1 | 1\nName 2 | 2', { first_row: 2, last_row: 4 }]);
    expect(chunks.every(([text]) => text.startsWith('name | age\n') && text.length <= 50)).toBe(true);
    expect(chunks.map(([text]) => text.split('\n').slice(1)).flat()).toHaveLength(9);
  });

  it('of Excel tell their sheet, and show dates as dates', async () => {
    const workbook = makeZip({
      '[Content_Types].xml':
        '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="Stock" sheetId="1" r:id="r1"/><sheet name="Note" r:id="r2"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="note.xml"/></Relationships>',
      'xl/note.xml': '<worksheet><row r="3"><c t="s"><v>0</v></c></row></worksheet>',
      'xl/sharedStrings.xml':
        '<sst><si><t>item</t></si><si><r><t>blue </t></r><r><t>marbles &amp; co</t></r></si></sst>',
      'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>since</t></is></c></row>
        <row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" s="1"><v>45000</v></c></row></sheetData></worksheet>`,
    });
    expect(await read(workbook, 'stock.xlsx')).toMatchObject({
      type: 'xlsx',
      pages: 2,
      chunks: [
        ['item |  | since\nblue marbles & co |  | 2023-03-15', { sheet: 'Stock', first_row: 2, last_row: 2 }],
        ['item', { sheet: 'Note', first_row: 3, last_row: 3 }],
      ],
    });
  });
});

describe('PDF', () => {
  it('tells the page of each passage, its title and how many pages there are', async () => {
    const page = (number: number): string[] =>
      Array.from({ length: 6 }, (_, line) => `Page ${number} has line ${line}.`);
    const { chunks, ...others } = await read(makePdf([page(1), page(2), page(3)]), 'a', 120);
    expect(others).toMatchObject({ type: 'pdf', title: 'A title', pages: 3 });
    expect(chunks[0]![1]).toEqual({ page: 1 });
    expect(chunks.at(-1)).toEqual([expect.stringContaining('Page 3 has line 5.'), { page: 3 }]);
    expect(chunks.some(([, { page, last_page }]) => page === 1 && last_page === 2)).toBe(true);
  });

  it('that was scanned is read by its pictures', async () => {
    const { width, height, data } = decode(SCAN);
    const { chunks } = await read(makePdf([{ width, height, grey: Buffer.from(data) }]), 'scan.pdf');
    expect(chunks).toEqual([[expect.stringContaining('forty marbles'), { page: 1 }]]);
  });

  it('that is damaged says so', async () => {
    await expect(read('%PDF-1.7\nnothing of it', 'a.pdf')).rejects.toThrow(
      'The file is damaged, or no proper pdf file.',
    );
  });
});

describe('office files', () => {
  it('of Word keep headings and tables', async () => {
    const paragraph = (text: string, style = ''): string =>
      `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
      ${paragraph('The manual', 'Heading1')}${paragraph('Press the green button.')}
      <w:tbl><w:tr>${cell('part')}${cell('price')}</w:tr><w:tr>${cell('lid')}${cell('3 euros')}</w:tr></w:tbl></w:body></w:document>`;
    const file = makeZip({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': document,
      'word/styles.xml':
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>',
    });
    const { type, title, chunks } = await read(file, 'manual.docx');
    expect([type, title]).toEqual(['docx', 'The manual']);
    expect(chunks[0]![0]).toContain('# The manual\n\nPress the green button.');
    expect(chunks[0]![0]).toMatch(/\| lid \| 3 euros \|/);
  });

  it('of PowerPoint tell the slide, and keep its tables', async () => {
    const shape = (text: string, type = ''): string =>
      `<p:sp><p:nvSpPr><p:nvPr>${type && `<p:ph type="${type}"/>`}</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
    const cell = (text: string): string => `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;
    const row = (...cells: string[]): string => `<a:tr>${cells.map(cell).join('')}</a:tr>`;
    const table = `<p:graphicFrame><a:graphic><a:tbl>${row('part', 'a | b')}${row('lid', '3')}</a:tbl></a:graphic></p:graphicFrame>`;
    const slide = (...shapes: string[]): string =>
      `<p:sld><p:cSld><p:spTree>${shapes.join('')}</p:spTree></p:cSld></p:sld>`;
    const file = makeZip({
      '[Content_Types].xml':
        '<Types><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
      'ppt/slides/slide10.xml': slide(shape('The end', 'title'), shape('Thank you all.'), table),
      'ppt/slides/slide2.xml': slide(shape('Plans', 'title'), shape(`We grow ${'and grow '.repeat(20)}.`)),
    });
    expect(await read(file, 'talk.pptx', 200)).toMatchObject({
      type: 'pptx',
      title: 'Plans',
      pages: 2,
      chunks: expect.arrayContaining([
        ['# The end\n\nThank you all.\n\n| part | a \\| b |\n| --- | --- |\n| lid | 3 |', { slide: 2 }],
      ]),
    });
  });

  it('of a book tell the chapter, in reading order', async () => {
    const chapter = (title: string, text: string): string =>
      `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
    const file = makeZip({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': '<container><rootfiles><rootfile full-path="O/book.opf"/></rootfiles></container>',
      'O/book.opf':
        '<package><metadata><dc:title>The Book</dc:title></metadata><manifest><item id="b" href="b.xhtml"/><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
      'O/b.xhtml': chapter('Second', 'Later on.'),
      'O/a.xhtml': chapter('First', `At first ${'it rained '.repeat(20)}.`),
    });
    const { chunks, ...others } = await read(file, 'book.epub', 200);
    expect(others).toMatchObject({ type: 'epub', title: 'The Book', pages: 2 });
    expect(chunks.at(-1)).toEqual(['# Second\n\nLater on.', { chapter: 'Second' }]);
  });
});

describe('markup and data', () => {
  it('of HTML is its article', async () => {
    const html = `<!doctype html><html><head><title>Hours</title></head><body><nav>Home</nav><article><h1>Hours</h1><p>${'We open at nine. '.repeat(20)}</p></article><script>track()</script></body></html>`;
    const { type, title, chunks } = await read(html, 'page');
    expect([type, title]).toEqual(['html', 'Hours']);
    expect(chunks[0]![0]).toContain('We open at nine.');
    expect(chunks[0]![0]).not.toContain('track');
  });

  it('of XML names each value', async () => {
    const xml = '<?xml version="1.0"?><shop><item id="7"><name>Marble &amp; co</name><price>3</price></item></shop>';
    expect(await read(xml, 'a')).toMatchObject({
      type: 'xml',
      chunks: [['item id: 7\nname: Marble & co\nprice: 3', {}]],
    });
  });

  it('of JSON and of JSON lines names each value', async () => {
    const chunks = [['name: Anna\naddress city: Rome', {}]];
    const value = JSON.stringify({ name: 'Anna', address: { city: 'Rome' } });
    expect(await read(`[${value}]`, 'a.json')).toMatchObject({ type: 'json', chunks });
    expect(await read(`${value}\n`, 'a.jsonl')).toMatchObject({ type: 'jsonl', chunks });
    await expect(read('{"a":', 'a.json')).rejects.toThrow('The file is not valid JSON.');
  });

  it('of a mail tells who wrote, and what was attached', async () => {
    const mail = [
      'From: Anna <anna@example.com>',
      'To: bert@example.com',
      'Subject: Marbles',
      'Message-ID: <1@example.com>',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'Forty of them.',
      '--x',
      'Content-Type: application/pdf',
      'Content-Disposition: attachment; filename="list.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'AAECAw==',
      '--x--',
    ].join('\r\n');
    const { type, title, chunks } = await read(mail, 'unnamed');
    expect([type, title]).toEqual(['eml', 'Marbles']);
    expect(chunks[0]![0]).toMatch(
      /From: Anna <anna@example.com>\n.*Attachments \(not read\): list.pdf\n\nForty of them\./s,
    );
  });

  it('of a picture is what is written in it', async () => {
    expect(await read(SCAN, 'scan.png')).toMatchObject({
      type: 'image',
      chunks: [[expect.stringContaining('scanned invoice'), {}]],
    });
  });
});
