import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { makePdf, pdfOf } from '../src/documents/testing/make-pdf.ts';
import { makeZip } from '../src/documents/testing/make-zip.ts';
import { type AddedFiles, addedFiles } from './added-files.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { type Site, startSite } from './web/site.ts';

let server: TestServer;
let site: Site;
let files: AddedFiles;
let project: string;
beforeAll(async () => {
  server = await startTestServer({ FETCH_ALLOW_HOSTS: '127.0.0.1' });
  files = addedFiles(server);
  project = await server.createProject('alice', ['A text that is there already.']);
  site = await startSite({ '/app': ['text/html', '<!doctype html><html><body><div id="app"></div></body></html>'] });
});
afterAll(() => Promise.all([site.close(), server.close()]));

const NO_TEXT = 'No text was found in the file.';
const blank = { width: 200, height: 200, grey: Buffer.alloc(40_000, 255) };
const presentation =
  '<Types><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>';

it.each([
  ['a text of white space', ' \n\t\n ', 'a.txt', NO_TEXT],
  ['a table of empty cells', ',,\n,,\n', 'a.csv', NO_TEXT],
  ['an object without members', '{}', 'a.json', NO_TEXT],
  ['a page that says nothing', '<!doctype html><html><body></body></html>', 'a.html', NO_TEXT],
  ['elements without text', '<?xml version="1.0"?><a><b/></a>', 'a.xml', NO_TEXT],
  [
    'a PDF of blank pages',
    makePdf([[], []]),
    'a.pdf',
    `${NO_TEXT} Its pages are empty, or pictures in which none could be read.`,
  ],
  [
    'a PDF of a blank picture',
    makePdf([blank]),
    'b.pdf',
    `${NO_TEXT} Its pages are empty, or pictures in which none could be read.`,
  ],
  [
    'slides of pictures',
    makeZip({ '[Content_Types].xml': presentation, 'ppt/slides/slide1.xml': '<p:sld><p:pic/></p:sld>' }),
    'a.pptx',
    `${NO_TEXT} Pictures in it are not looked at.`,
  ],
])('%s fails, and says that there was no text', async (_what, content, name, error) => {
  const { file_id } = await files.upload(project, content, name);
  expect(await files.ended(project, file_id)).toMatchObject({ status: 'failed', error, chunk_count: 0 });
});

it('a page that its scripts write says how it can be read', async () => {
  const error = `${NO_TEXT} If its scripts write it, add it with js_render.`;
  expect(await files.read(project, `${site.url}/app`)).toMatchObject({ status: 'failed', error, chunk_count: 0 });
});

it.each(['name,city\n', 'place,year\n\n \n'])('a header without rows is text: %j', async (table) => {
  const { file_id } = await files.upload(project, table, 'header.csv');
  expect(await files.ended(project, file_id)).toMatchObject({ status: 'succeeded', error: null, chunk_count: 1 });
});

it('a PDF that needs a password says so', async () => {
  const key = `<</Filter/Standard/V 1/R 2/P -4/O <${'00'.repeat(32)}>/U <${'11'.repeat(32)}>>>`;
  const locked = pdfOf(
    ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 0/Kids[]>>', key],
    '/ID[<00><00>]/Encrypt 3 0 R',
  );
  const { file_id } = await files.upload(project, locked, 'locked.pdf');
  const error = 'The file is protected by a password.';
  expect(await files.ended(project, file_id)).toMatchObject({ status: 'failed', error });
});

it('a PDF whose list of objects is damaged is read all the same', async () => {
  const sound = makePdf([['The lever is red, and the fuse is blue.']]).toString('latin1');
  const damaged = sound.replaceAll(/\d{10} 00000 n/g, '9999999999 00000 n').replace(/startxref\n\d+/, 'startxref\n7');
  const { file_id } = await files.upload(project, Buffer.from(damaged, 'latin1'), 'damaged.pdf');
  expect(await files.ended(project, file_id)).toMatchObject({ status: 'succeeded', chunk_count: 1, page_count: 1 });
});
