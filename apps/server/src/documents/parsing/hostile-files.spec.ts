import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { makePdf, pdfOf, pdfStream } from '../testing/make-pdf.ts';
import { makeZip } from '../testing/make-zip.ts';
import { read } from '../testing/read-content.ts';
import { fileTypeOf } from './file-type.ts';

const MB = 1024 * 1024;
/** Entities that make ten billion letters of one. */
const LAUGHS = `<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'.replaceAll(/./g, (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)}]>`;
const NO_PAGES = '<</Type/Pages/Count 0/Kids[]>>';
const lettersOf = async (file: Buffer | string, name: string): Promise<number> =>
  (await read(file, name)).chunks.reduce((sum, [text]) => sum + text.length, 0);

describe('an archive', () => {
  it.each([
    ['unpacks to more than it may', 31 * MB, undefined, 'Unpacked, the file is larger than 200 MB.'],
    ['says that it is small', 9 * MB, 10, 'The file is damaged, or no proper docx file.'],
    ['says that it is huge', 100, 0xfffffff0, 'Unpacked, the file is larger than 200 MB.'],
  ])('that %s is refused', async (_what, byteCount, lie, message) => {
    const name = 'word/document.xml';
    const files = { '[Content_Types].xml': types('word'), [name]: Buffer.alloc(byteCount) };
    await expect(read(makeZip(files, lie === undefined ? {} : { [name]: lie }), 'a.docx')).rejects.toThrow(message);
  });

  it('of too many parts is refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`x${index}`, '']));
    const file = makeZip({ '[Content_Types].xml': types('word'), ...parts });
    await expect(read(file, 'a.docx')).rejects.toThrow('The file holds more than 10000 parts.');
  });

  it('that names one chapter a hundred thousand times is refused', async () => {
    const spine = '<itemref idref="a"/>'.repeat(100_000);
    await expect(read(book(spine, '<html><body>Once.</body></html>'), 'a.epub')).rejects.toThrow(
      'The book has more than 5000 chapters.',
    );
  });
});

describe('entities of XML are not expanded', () => {
  it('in XML', async () => {
    expect(await lettersOf(`<?xml version="1.0"?>${LAUGHS}<b><c>&j;</c></b>`, 'a.xml')).toBeLessThan(200);
  });

  it('in Word', async () => {
    const document = `<?xml version="1.0"?>${LAUGHS}<w:document><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`;
    const file = makeZip({ '[Content_Types].xml': types('word'), 'word/document.xml': document });
    await expect(read(file, 'a.docx')).rejects.toThrow('The file is damaged, or no proper docx file.');
  });

  it('in Excel', async () => {
    const row = (number: number): string => `<row r="${number}"><c t="s"><v>0</v></c></row>`;
    const file = makeZip({
      '[Content_Types].xml': types('xl'),
      'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="s.xml"/></Relationships>',
      'xl/sharedStrings.xml': `${LAUGHS}<sst><si><t>&j;</t></si></sst>`,
      'xl/s.xml': `<worksheet>${row(1)}${row(2)}</worksheet>`,
    });
    expect(await lettersOf(file, 'a.xlsx')).toBeLessThan(200);
  });

  it('in PowerPoint and in books', async () => {
    const slide = `${LAUGHS}<p:sld><p:sp><p:txBody><a:p><a:r><a:t>&j;</a:t></a:r></a:p></p:txBody></p:sp></p:sld>`;
    const talk = makeZip({ '[Content_Types].xml': types('ppt'), 'ppt/slides/slide1.xml': slide });
    expect(await lettersOf(talk, 'a.pptx')).toBeLessThan(200);
    const chapter = `${LAUGHS}<html><body><p>&j; is all.</p></body></html>`;
    expect(await lettersOf(book('<itemref idref="a"/>', chapter), 'a.epub')).toBeLessThan(1_000);
  });
});

describe('what is nested without end is refused', () => {
  const damaged = /nested too deeply|damaged|not valid JSON|too large to be read/;
  it.each([
    ['XML', 'a.xml', `<?xml version="1.0"?>${'<a>'.repeat(100_000)}`],
    ['JSON', 'a.json', `${'['.repeat(4_000_000)}1${']'.repeat(4_000_000)}`],
    ['JSON objects', 'a.json', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['a line of JSON', 'a.jsonl', `${'['.repeat(400_000)}${']'.repeat(400_000)}`],
    ['HTML', 'a.html', `<!doctype html><html><body>${'<div>'.repeat(500_000)}`],
    ['a Word table', 'a.docx', word(`${'<w:tbl><w:tr><w:tc>'.repeat(3_000)}${'</w:tc></w:tr></w:tbl>'.repeat(3_000)}`)],
    [
      'a slide',
      'a.pptx',
      makeZip({ '[Content_Types].xml': types('ppt'), 'ppt/slides/slide1.xml': '<g>'.repeat(200_000) }),
    ],
    ['parts of a mail', 'a.eml', mail('Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n', 1_000)],
    ['lists of a PDF', 'a.pdf', pdfOf([`<</Type/Catalog/Pages 2 0 R/X ${'['.repeat(1_000_000)}>>`, NO_PAGES])],
  ])('%s', async (_what, name, file) => {
    await expect(read(file, name)).rejects.toThrow(damaged);
  });
});

describe('mails in mails', () => {
  const nested = 'Content-Type: message/rfc822\r\n\r\n';

  it('end', async () => {
    const { chunks } = await read(mail(nested, 5_000), 'a.eml');
    expect(chunks).toHaveLength(2);
    expect(chunks[0]![0]).toContain('From: <a@b.c>');
  });

  it('that are too many are refused, however they are packed', async () => {
    const many = mail(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${`--b\r\n${nested}`.repeat(1_001)}`, 1);
    const packed = `Content-Transfer-Encoding: base64\r\n${nested}${Buffer.from(many).toString('base64')}`;
    await expect(read(mail(packed, 1), 'a.eml')).rejects.toThrow('The mail holds more than 1000 others and files.');
  });
});

describe('a PDF', () => {
  const page = (content: Buffer): Buffer =>
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>',
      content,
    ]);
  const packed = deflateSync(Buffer.alloc(300 * MB, ' '));

  it.each([
    ['a stream', '/Filter/FlateDecode', packed],
    ['one packed twice', '/Filter[/FlateDecode/FlateDecode]', deflateSync(packed)],
  ])('with %s that inflates to 300 MB is refused', async (_what, entries, bytes) => {
    await expect(read(page(pdfStream(entries, bytes)), 'a.pdf')).rejects.toThrow('MB of memory');
  });

  it('with many streams that are large together is refused', async () => {
    const file = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[${'4 0 R '.repeat(100)}]>>`,
      pdfStream('/Filter/FlateDecode', deflateSync(Buffer.alloc(50 * MB, ' '))),
    ]);
    await expect(read(file, 'a.pdf')).rejects.toThrow('MB of memory');
  });

  it('whose pages contain themselves is refused', async () => {
    const file = pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 4000/Kids[2 0 R 2 0 R]>>']);
    await expect(read(file, 'a.pdf')).rejects.toThrow('The file is damaged');
  });

  it('of too many pages is refused', async () => {
    const kids = Array.from({ length: 20_000 }, (_, index) => `${index + 3} 0 R`).join(' ');
    const pages = Array<string>(20_000).fill('<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>');
    const file = pdfOf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count 20000/Kids[${kids}]>>`, ...pages]);
    await expect(read(file, 'a.pdf')).rejects.toThrow('The file has more than 5000 pages.');
  });

  it('with pictures of any size and kind says nothing of them', async () => {
    const sizes = '/Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceGray/BitsPerComponent 1';
    const kinds = ['FlateDecode', 'JBIG2Decode', 'DCTDecode', 'JPXDecode', 'CCITTFaxDecode'];
    const names = kinds.map((_, index) => `/P${index}`);
    const file = pdfOf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<<${names.map((name, index) => `${name} ${index + 5} 0 R`).join('')}>>>>>>`,
      pdfStream('', Buffer.from(names.map((name) => `q 9 0 0 9 0 0 cm ${name} Do Q`).join('\n'))),
      ...kinds.map((kind) => pdfStream(`${sizes}/Filter/${kind}`, deflateSync(Buffer.alloc(100_000)))),
    ]);
    expect((await read(file, 'a.pdf')).chunks).toEqual([]);
  });

  it('that was read before does no harm to the next', async () => {
    expect((await read(makePdf([['One line.']]), 'a.pdf')).chunks).toHaveLength(1);
  });
});

describe('a picture', () => {
  const header = (start: string, rest: (bytes: Buffer) => void): Buffer => {
    const bytes = Buffer.alloc(300);
    bytes.write(start, 'latin1');
    rest(bytes);
    return bytes;
  };
  it.each([
    [
      'png',
      header(
        '\x89PNG\r\n\x1a\n\0\0\0\rIHDR',
        (bytes) => bytes.writeUInt32BE(100_000, 16) && bytes.writeUInt32BE(100_000, 20),
      ),
    ],
    ['jpg', header('\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03', () => undefined)],
    ['gif', header('GIF89a\xff\xff\xff\xff', () => undefined)],
    ['bmp', header('BM', (bytes) => bytes.writeInt32LE(30_000, 18) && bytes.writeInt32LE(-30_000, 22))],
  ])('of more pixels than can be read is refused: %s', async (type, file) => {
    await expect(read(file, `a.${type}`)).rejects.toThrow('The picture has more than 40 million pixels.');
  });
});

describe('JSON', () => {
  it.each([
    ['empty objects', `[${'{},'.repeat(3_300_000)}1]`, 'The file holds more than 500000 objects and lists.'],
    [
      'values under a long name',
      JSON.stringify({ ['n'.repeat(300_000)]: Array(300_000).fill(1) }),
      '20000000 characters',
    ],
    [
      'values under many names',
      `${'{"name":'.repeat(499)}[${'1,'.repeat(300_000)}1]${'}'.repeat(499)}`,
      '20000000 charac',
    ],
  ])('of %s without end is refused', async (_what, content, message) => {
    await expect(read(content, 'a.json')).rejects.toThrow(message);
  });

  it('takes brackets in texts for text', async () => {
    const value = { text: `${'['.repeat(600)} "\\` };
    expect((await read(JSON.stringify(value), 'a.json')).chunks).toEqual([[`text: ${value.text}`, {}]]);
  });
});

describe('rows and lines', () => {
  it.each([
    ['in quotation marks that do not end', `a,b\n"${'x,y\n'.repeat(400_000)}`],
    ['of cells', 'a,'.repeat(1_200_000)],
    ['of letters', 'a'.repeat(2_000_000)],
  ])('without end are refused: %s', async (_what, content) => {
    await expect(read(content, 'a.csv')).rejects.toThrow('A row of the table is longer than 1 MB');
  });

  it('without end are refused: of JSON', async () => {
    await expect(read(`"${'a'.repeat(2_000_000)}"`, 'a.jsonl')).rejects.toThrow('Line 1 is longer than 1 MB.');
  });
});

it('a program is no file to read', async () => {
  const type = await fileTypeOf(readFileSync(process.execPath).subarray(0, 65_536), 'a.txt');
  expect(type).toBeUndefined();
});

function mail(header: string, times: number): string {
  return `From: a@b.c\r\nTo: d@e.f\r\nSubject: s\r\nMessage-ID: <1@e>\r\n${header.repeat(times)}\r\nhello\r\n`;
}

function word(body: string): Buffer {
  const relations =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return makeZip({ '[Content_Types].xml': types('word'), '_rels/.rels': relations, 'word/document.xml': document });
}

function book(spine: string, chapter: string): Buffer {
  return makeZip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
    'b.opf': `<package><metadata/><manifest><item id="a" href="a.xhtml"/></manifest><spine>${spine}</spine></package>`,
    'a.xhtml': chapter,
  });
}

function types(folder: 'word' | 'xl' | 'ppt'): string {
  const part = { word: 'document', xl: 'workbook', ppt: 'presentation' }[folder];
  const kind = { word: 'wordprocessingml.document', xl: 'spreadsheetml.sheet', ppt: 'presentationml.presentation' }[
    folder
  ];
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${folder}/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`;
}
