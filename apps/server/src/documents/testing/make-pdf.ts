import { deflateSync } from 'node:zlib';

/** A picture for a PDF's page: grey values, row by row. */
export interface Picture {
  width: number;
  height: number;
  grey: Buffer;
}

/** A PDF with these pages, each the lines of its text or a picture. */
export function makePdf(pages: readonly (readonly string[] | Picture)[], title = 'A title'): Buffer {
  const objects: (string | Buffer)[] = ['<</Type/Catalog/Pages 2 0 R>>', ''];
  const add = (object: string | Buffer): number => objects.push(object);
  const font = add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>');
  const info = add(`<</Title(${title})>>`);
  const kids = pages.map((page) => {
    const isText = Array.isArray(page);
    const picture = isText ? undefined : add(pictureObject(page as Picture));
    const content = add(
      pdfStream('', Buffer.from(isText ? textContent(page as string[]) : 'q 500 0 0 700 50 50 cm /P Do Q')),
    );
    const resources = isText ? `/Font<</F ${font} 0 R>>` : `/XObject<</P ${picture} 0 R>>`;
    return add(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${content} 0 R/Resources<<${resources}>>>>`);
  });
  objects[1] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`;
  return pdfOf(objects, `/Info ${info} 0 R`);
}

function textContent(lines: readonly string[]): string {
  return `BT /F 12 Tf 14 TL 50 750 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
}

function pictureObject({ width, height, grey }: Picture): Buffer {
  const entries = `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`;
  return pdfStream(entries, deflateSync(grey));
}

/** An object that holds bytes. */
export function pdfStream(entries: string, bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${entries}/Length ${bytes.length}>>stream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** A PDF of these objects, the first of them its root. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF`;
  return Buffer.concat([...parts, Buffer.from(table)]);
}
