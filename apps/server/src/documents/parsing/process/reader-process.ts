// The process a file is read and cut in, so that a hostile file can neither stop, exhaust nor end the server. In tests Node
// loads this file and what it imports as they are: they may only hold types that can be stripped.
import { once } from 'node:events';
import { chunkParts, type FileChunk } from '../../chunking/chunk-parts.ts';
import { PageTooLargeError } from '../../fetching/page/simplify-markup.ts';
import type { Part } from '../part.ts';
import { CostLimit } from './cost-limit.ts';
import type { ReaderMessage, ReaderTask } from './reader-messages.ts';
import { startWatchdog } from './start-watchdog.ts';
import { READERS } from '../readers.ts';
import { UnreadableError } from '../unreadable-error.ts';

/** As many as the index prepares at once. */
const CHUNKS_PER_MESSAGE = 128;

/** Read piece by piece, and so twice if need be. */
const STREAMED: readonly string[] = ['csv', 'jsonl'];
const MAX_UNCOUNTED_BYTES = 20 * 1024 * 1024;

/** Where the open file lies, after the standard streams and the channel. */
const FILE_DESCRIPTOR = 4;

const tell = (message: ReaderMessage): void => void process.send!(message);

async function readAll({ byteCount, url, charset, type, title, size, separators }: ReaderTask): Promise<void> {
  const cost = new CostLimit(byteCount);
  const read = await READERS[type]();
  const chunksOf = (report: (part: Part) => void) =>
    chunkParts(read({ content: FILE_DESCRIPTOR, byteCount, url, charset }), { size, separators }, title, (part) => {
      cost.check();
      report(part);
    });
  if (STREAMED.includes(type) && byteCount > MAX_UNCOUNTED_BYTES) await count(chunksOf);
  let chunks: FileChunk[] = [];
  for await (const chunk of chunksOf((part) => tell(part as ReaderMessage))) {
    cost.check();
    if (chunks.push(chunk) < CHUNKS_PER_MESSAGE) continue;
    tell({ kind: 'chunks', chunks });
    chunks = [];
    await once(process, 'message');
  }
  if (chunks.length > 0) tell({ kind: 'chunks', chunks });
}

/** Throws for a file that makes too many chunks before any of them is stored, which takes far longer than reading. */
async function count(chunksOf: (report: () => void) => AsyncIterable<FileChunk>): Promise<void> {
  const signOfLife = (): void => tell({ kind: 'progress', done: 0 });
  for await (const _chunk of chunksOf(signOfLife));
}

/** What a parser throws is the file's fault, as far as anybody can tell; its words stay in the log. */
function messageOf(error: unknown, type: string): ReaderMessage {
  if (error instanceof UnreadableError || error instanceof PageTooLargeError) {
    return { kind: 'unreadable', message: error.message };
  }
  const cause = error instanceof Error ? `${error.name}: ${error.stack?.split('\n').slice(1, 4).join(' ')}` : undefined;
  const isDeep = error instanceof RangeError && /call stack/.test(error.message);
  const message = isDeep ? 'The file is nested too deeply.' : `The file is damaged, or no proper ${type} file.`;
  return { kind: 'unreadable', message, cause };
}

startWatchdog(process.argv.slice(2));
const [task] = (await once(process, 'message')) as [ReaderTask];
try {
  await readAll(task);
  tell({ kind: 'end' });
} catch (error) {
  tell(messageOf(error, task.type));
}
