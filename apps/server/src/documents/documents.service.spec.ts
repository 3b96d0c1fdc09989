import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Problem } from '../http/problems/problem.ts';
import type { ChunkedProject } from './documents.service.ts';
import { ask, type Library, openLibrary } from './testing/open-library.ts';

const LONG_TEXT = Array.from(
  { length: 400 },
  (_, index) => `Sentence number ${index} of a long text says little.`,
).join(' ');

/** In how many chunks each term occurs: what is counted, and the changes that wait. */
const COUNTS = `
select term, sum(n)::int as n from (
  select term, n from lex_df where project_id = $1
  union all
  select term, n from lex_df_change, unnest(terms, changes) as change(term, n) where project_id = $1
) as counted group by term having sum(n) <> 0`;

describe('DocumentsService', () => {
  let library: Library;
  beforeAll(async () => {
    library = await openLibrary();
  });
  afterAll(() => library.database.close());

  /** What the database holds of a project: its counter, documents by status, chunks, index rows and terms. */
  const stateOf = async ({ id }: ChunkedProject): Promise<unknown> => {
    const [state] = await library.database.query(
      `select chunk_count as "chunkCount",
              (select count(*)::int from document where project_id = $1) as documents,
              (select count(*)::int from chunk where project_id = $1) as chunks,
              (select count(*)::int from chunk_lex where project_id = $1) as rows,
              (select count(*)::int from chunk_word where project_id = $1) as words,
              (select count(*)::int from (${COUNTS}) as counted) as terms
       from project where id = $1`,
      [id],
    );
    return state;
  };

  it('stores each text as a document that can be found at once', async () => {
    const project = await library.addProject();
    const added = await library.documents.addText(project, {
      texts: ['The first text.', 'The second text.'],
      metadata: [{ title: 'First' }],
    });
    expect(added).toEqual({ document_ids: [expect.any(String), expect.any(String)], chunk_count: 2 });
    const passages = await library.retrieval.retrieve(project, ask('second'));
    expect(passages[0]).toMatchObject({ text: 'The second text.', documentId: added.document_ids[1], metadata: {} });
    expect(await stateOf(project)).toMatchObject({ chunkCount: 2, documents: 2, chunks: 2, rows: 2 });
  });

  it('counts in how many chunks each term occurs, over several batches and calls', async () => {
    const project = await library.addProject({ chunkSize: 100 });
    const { chunk_count } = await library.documents.addText(project, { texts: [LONG_TEXT] });
    await library.documents.addText(project, { texts: ['Another sentence.'] });
    expect(chunk_count).toBeGreaterThan(100);
    const counts = await library.database.query<{ n: number }>(`${COUNTS} order by n desc limit 1`, [project.id]);
    expect(counts).toMatchObject([{ n: chunk_count + 1 }]);
    expect(await stateOf(project)).toMatchObject({ chunkCount: chunk_count + 1, chunks: chunk_count + 1 });
  });

  it('cuts by the project’s own size and separators, and keeps the places', async () => {
    const project = await library.addProject({ chunkSize: 12, chunkSeparators: [';'] });
    const text = 'first part; second part';
    await library.documents.addText(project, { texts: [text] });
    const [passage] = await library.retrieval.retrieve(project, ask('second'));
    const chunk = await library.retrieval.getChunk(project.id, passage!.id);
    expect(chunk).toMatchObject({ text: 'second part', position: 1, startOffset: 12, endOffset: 23 });
  });

  it('finds a chunk by its document’s title and headings, which stay out of its text', async () => {
    const project = await library.addProject();
    const body = 'Press the green button. '.repeat(60).trim();
    await library.documents.addText(project, {
      texts: [`# Coffee machine\n\n${body}`, 'Nothing about it.'],
      metadata: [{ title: 'Kitchen manual' }],
    });
    const passages = await library.retrieval.retrieve(project, ask('kitchen coffee', { k: 2, minScore: 0.3 }));
    expect(passages).toHaveLength(2);
    expect(passages.map(({ text }) => text).join()).not.toContain('Kitchen');
  });

  it('stores a text of white space as a document without chunks', async () => {
    const project = await library.addProject();
    expect(await library.documents.addText(project, { texts: [' \n '] })).toMatchObject({ chunk_count: 0 });
  });

  it('keeps metadata and text exactly as they came', async () => {
    const project = await library.addProject();
    const text = `Quotes ' " \\ {1,2} 😀 \u2028 «ß» \t end`;
    const metadata = { title: `It's "quoted"`, deep: { list: [1, null, { a: 'ü' }] }, '': 0.1 };
    await library.documents.addText(project, { texts: [text], metadata: [metadata] });
    const [passage] = await library.retrieval.retrieve(project, ask('quotes'));
    expect(passage).toMatchObject({ text, metadata });
  });

  it('refuses more metadata objects than texts', async () => {
    const project = await library.addProject();
    const refused = library.documents.addText(project, { texts: ['one'], metadata: [{}, {}] });
    await expect(refused).rejects.toThrow(Problem);
    await expect(refused).rejects.toMatchObject({ code: 'invalid_request_error', param: 'metadata' });
    expect(await stateOf(project)).toMatchObject({ documents: 0 });
  });

  it('refuses metadata of more than 16,000 bytes, which each found chunk would bring along', async () => {
    const project = await library.addProject();
    const metadata = (bytes: number): object => ({ note: 'é'.repeat((bytes - '{"note":""}'.length) / 2) });
    const add = (...bytes: number[]) =>
      library.documents.addText(project, { texts: ['one', 'two'], metadata: bytes.map(metadata) as [] });
    await expect(add(16_000, 16_002)).rejects.toMatchObject({ status: 400, param: 'metadata.1' });
    expect(await stateOf(project)).toMatchObject({ documents: 0 });
    await expect(add(16_000, 16_000)).resolves.toMatchObject({ chunk_count: 2 });
  });

  it('leaves nothing behind when storing fails half-way', async () => {
    const project = await library.addProject({ chunkSize: 100 });
    await library.documents.addText(project, { texts: ['A text from before.'] });
    const before = await stateOf(project);
    // Postgres refuses NUL; the contract's check, which does so first, is not part of this spec.
    await expect(library.documents.addText(project, { texts: [LONG_TEXT, 'a\u0000b'] })).rejects.toThrow();
    expect(await stateOf(project)).toEqual(before);
  });

  it('stores nothing for a caller who has gone', async () => {
    const project = await library.addProject();
    const adding = library.documents.addText(project, { texts: [LONG_TEXT] }, AbortSignal.abort());
    await expect(adding).rejects.toMatchObject({ name: 'AbortError' });
    expect(await stateOf(project)).toMatchObject({ documents: 0, chunks: 0, rows: 0, terms: 0 });
  });

  it('goes with its project, the index included', async () => {
    const project = await library.addProject();
    await library.documents.addText(project, { texts: ['A text.'] });
    await library.database.query('delete from project where id = $1', [project.id]);
    for (const table of ['document', 'chunk', 'chunk_lex', 'chunk_word', 'lex_df', 'lex_df_change']) {
      expect(await library.database.query(`select 1 from ${table} where project_id = $1`, [project.id])).toEqual([]);
    }
  });

  it('answers 404 and leaves nothing behind when the project is deleted meanwhile', async () => {
    const project = await library.addProject({ chunkSize: 50 });
    const adding = library.documents.addText(project, { texts: [LONG_TEXT] });
    await library.database.query('delete from project where id = $1', [project.id]);
    await expect(adding).rejects.toMatchObject({ status: 404 });
    const left = await library.database.query('select from document where project_id = $1', [project.id]);
    expect(left).toEqual([]);
  });

  it('refuses a call that would make too many chunks before it stores anything', async () => {
    const project = await library.addProject({ chunkSize: 1 });
    const adding = library.documents.addText(project, { texts: ['x'.repeat(50_001)] });
    await expect(adding).rejects.toMatchObject({ status: 400, param: 'texts' });
    expect(await stateOf(project)).toMatchObject({ documents: 0, chunks: 0 });
  });
});
