import { elementsNamed, parseXml, textOf, type XmlElement } from '../markup/parse-xml.ts';
import type { Part } from '../part.ts';
import type { Source } from '../source.ts';
import { markdownTable } from '../tables/markdown-table.ts';
import { Archive } from './archive.ts';
import { coreProperties } from './core-properties.ts';

/** PowerPoint: each slide's text, its title as a heading, its tables as Markdown, and the notes below. */
export async function* readPptx(source: Source): AsyncGenerator<Part> {
  const archive = await Archive.open(source);
  yield await coreProperties(archive);
  const slides = archive.names(/^ppt\/slides\/slide\d+\.xml$/);
  yield { kind: 'pages', count: slides.length };
  for (const [index, name] of slides.entries()) {
    const slide = parseXml((await archive.text(name)) ?? '');
    const shapes = [...elementsNamed(slide, 'sp')];
    const tables = [...elementsNamed(slide, 'tbl')].flatMap((table) => markdownTable(rowsOf(table)) ?? []);
    const notes = await archive.text(name.replace('slides/slide', 'notesSlides/notesSlide'));
    const [title = ''] = shapes.filter(isTitle).map(textOfShape);
    const body = shapes.filter((shape) => !isTitle(shape)).map(textOfShape);
    const noted = notes === undefined ? [] : [...elementsNamed(parseXml(notes), 'sp')].filter(isBody).map(textOfShape);
    const blocks = [title && `# ${title.replaceAll('\n', ' ')}`, ...body, ...tables, ...noted].filter(
      (block) => block !== '',
    );
    if (index === 0 && title !== '') yield { kind: 'title', title };
    yield { kind: 'text', text: `${blocks.join('\n\n')}\n\n`, place: { slide: index + 1 } };
    yield { kind: 'progress', done: (index + 1) / slides.length };
  }
}

function typeOf(shape: XmlElement): string | undefined {
  const [placeholder] = elementsNamed(shape.children, 'ph');
  return placeholder?.attributes.type;
}

function isTitle(shape: XmlElement): boolean {
  return ['title', 'ctrTitle'].includes(typeOf(shape) ?? '');
}

function isBody(shape: XmlElement): boolean {
  return typeOf(shape) === 'body';
}

function rowsOf(table: XmlElement): string[][] {
  return Array.from(elementsNamed(table.children, 'tr'), (row) =>
    Array.from(elementsNamed(row.children, 'tc'), textOfShape),
  );
}

/** Paragraphs as lines; a paragraph's runs stand in `t` elements. */
function textOfShape(shape: XmlElement): string {
  return [...elementsNamed(shape.children, 'p')]
    .map((paragraph) => [...elementsNamed(paragraph.children, 't')].map((run) => textOf(run.children)).join(''))
    .filter((line) => line.trim() !== '')
    .join('\n');
}
