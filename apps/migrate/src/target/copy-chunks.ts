import { MigrateError } from '../migrate-error.ts';
import { ratio } from '../printing/progress.ts';
import type { Remark } from '../printing/report.ts';
import type { Run } from '../run.ts';
import type { SourceChunk } from '../source/source.ts';
import { ChunkSender } from './chunk-sender.ts';
import { contentHash } from './content-hash.ts';
import { CAME_FROM, type CopiedChunks, hasChunk, readCopiedChunks } from './copied-chunks.ts';
import { storable } from './storable.ts';

/** What was read at the source: the hash of each chunk as it is to be stored. */
interface ReadChunks {
  hashes: Map<string, string>;
  mended: string[];
  remarked: string[];
}

/** Copies what is not here yet, and compares, chunk by chunk, what is here with what is there. Changes and deletes nothing. */
export async function copyChunks(run: Run): Promise<void> {
  const { target, projectId, project, stateFile, progress } = run;
  const before = await readCopiedChunks(target, projectId, project.id, (count) =>
    progress.show(`Looking at what is here: ${ratio(count, undefined)} chunks`),
  );
  const sender = new ChunkSender(target, projectId, project.id, stateFile);
  const read = await sendMissing(run, before, sender);
  await sender.end();
  progress.show(`Copying chunks: ${ratio(read.hashes.size, undefined)} read, ${ratio(sender.sent, undefined)} sent`);
  progress.end();
  const after = await readCopiedChunks(target, projectId, project.id, (count) =>
    progress.show(`Comparing chunks: ${ratio(count, project.chunkCount)}`),
  );
  progress.end();
  addToReport(run, read, after, sender);
}

async function sendMissing(run: Run, before: CopiedChunks, sender: ChunkSender): Promise<ReadChunks> {
  const read: ReadChunks = { hashes: new Map(), mended: [], remarked: [] };
  for await (const page of run.source.chunks()) {
    if (read.hashes.size === 0 && page[0] !== undefined) await refuseSameProject(run, page[0]);
    for (const chunk of page) {
      const stored = take(chunk, read);
      if (!before.copies.has(chunk.id)) await sender.add(stored);
      run.progress.show(
        `Copying chunks: ${ratio(read.hashes.size, run.project.chunkCount)} read, ${ratio(sender.sent, undefined)} sent`,
      );
    }
  }
  return read;
}

/** Otherwise a project would be copied into itself. */
async function refuseSameProject({ target, projectId, project }: Run, { id }: SourceChunk): Promise<void> {
  if (projectId !== project.id.toLowerCase() || !/^[0-9a-f-]{36}$/i.test(id)) return;
  if (!(await hasChunk(target, projectId, id))) return;
  throw new MigrateError(
    'Source and target are the same project. `--to-project new` makes a copy with an id of its own.',
  );
}

/** The chunk as it can be stored. */
function take({ id, text, metadata }: SourceChunk, read: ReadChunks): SourceChunk {
  const stored = { id, text: storable(text), metadata: storable(metadata) };
  const { [CAME_FROM.project]: project, [CAME_FROM.chunk]: chunk, ...others } = stored.metadata;
  read.hashes.set(id, contentHash([stored.text, others]));
  if (contentHash([text, metadata]) !== contentHash([stored.text, stored.metadata])) read.mended.push(id);
  if (project !== undefined || chunk !== undefined) read.remarked.push(id);
  return stored;
}

function addToReport({ project, report }: Run, read: ReadChunks, after: CopiedChunks, { refusals }: ChunkSender): void {
  const { hashes, mended, remarked } = read;
  const ids = [...hashes.keys()];
  const refused = new Set(refusals.map(({ id }) => id));
  const missing = ids.filter((id) => !after.copies.has(id) && !refused.has(id));
  const changed = ids.filter((id) => after.copies.get(id)?.some(({ hash }) => hash !== hashes.get(id)));
  const twice = [...after.copies].filter(([, copies]) => copies.length > 1).map(([id]) => id);
  const gone = [...after.copies.keys()].filter((id) => !hashes.has(id));
  report.rows.push(
    {
      what: 'chunks, as counted',
      source: project.chunkCount,
      here: after.count,
      isEqual: project.chunkCount === after.count,
    },
    {
      what: 'chunks, by content',
      source: hashes.size,
      here: after.copies.size - gone.length - changed.length,
      isEqual: missing.length + changed.length + refused.size + twice.length === 0,
    },
  );
  const problem = (text: string, found: string[]): Remark[] => (found.length > 0 ? [{ text, ids: found }] : []);
  report.problems.push(
    ...shortfall(project.chunkCount, hashes.size),
    ...refusals.map(({ id, reason }) => ({ text: `Chunk ${id} was not taken: ${reason}` })),
    ...problem('Chunks that are at the source and not here; run the same command again', missing),
    ...problem('Chunks that changed at the source since they were copied; delete them here and run again', changed),
    ...problem('Chunks that are here twice', twice),
    ...problem('Chunks that are here and were deleted at the source since', gone),
  );
  report.notes.push(
    ...problem('NUL and halves of surrogate pairs were replaced by U+FFFD in chunks', mended),
    ...problem(`${CAME_FROM.chunk} of an earlier migration was replaced in chunks`, remarked),
  );
}

function shortfall(counted: number, read: number): Remark[] {
  if (counted === read) return [];
  const text = `The source counts ${counted} chunks and gave ${read}.`;
  const why =
    'Either it changed meanwhile (run again), or it lists no more than that: then ask its support for an export.';
  return [{ text: read < counted ? `${text} ${why}` : `${text} It may have grown meanwhile.` }];
}
