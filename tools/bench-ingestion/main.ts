// How long others wait while documents come and go (P13): `npm run bench:ingestion`, or with `-- --chunks 20000`. On PGlite,
// or on the Postgres at DATABASE_URL.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { syntheticTexts } from '../bench-retrieval/scale/synthetic-texts.ts';
import { startProcess } from '../server-process/measured-process.ts';
import { startServer } from '../server-process/start-server.ts';
import { type Library, openLibrary } from './library.ts';
import { printWaits } from './print-waits.ts';
import { watchOthers } from './watch-others.ts';

const { values } = parseArgs({ options: { chunks: { type: 'string', default: '6000' } } });
const count = Number(values.chunks);
if (!(count > 0)) throw new Error('--chunks takes a number above 0');

/** What the one who waits has in a project of his own. */
const OTHERS_CHUNKS = 2_000;
const REST_MS = 5_000;
const texts = Array.from(syntheticTexts(Math.max(count, OTHERS_CHUNKS)), ({ text }) => text);
const content = texts.slice(0, count).join('\n\n');

const upstream = startProcess(join(import.meta.dirname, '../bench/upstream.ts'));
const server = await startServer({
  OPENAI_BASE_URL: `${await upstream.url()}/v1`,
  OPENAI_API_KEY: 'none',
  EMBEDDINGS_MODEL: 'none',
});
try {
  const library = openLibrary(server);
  const others = await library.addProject();
  await library.addTexts(others, texts.slice(0, OTHERS_CHUNKS));
  await measure(library, others);
} finally {
  await Promise.all([server.stop(), upstream.stop()]);
}

async function measure(library: Library, others: string): Promise<void> {
  const watch = async (name: string, work: () => Promise<number>): Promise<void> =>
    printWaits(name, await watchOthers(server, others, work));
  console.log(
    'One caller asks, another one streams, all the time; the longest that each waited for an answer or a piece:\n',
  );
  const [byText, byFile, ofLongChunks] = [
    await library.addProject(),
    await library.addProject(),
    await library.addProject({ chunk_size: 10_000 }),
  ];
  await watch('nothing else happens', () => wait(REST_MS, 0));
  await watch('add_text', () => library.addTexts(byText, texts.slice(0, count)));
  await watch('add_file', () => library.addFile(byFile, content));
  await watch('add_file, chunks of 10,000 characters', () => library.addFile(ofLongChunks, content));
  await watch('the file is deleted', () => library.deleteFiles(byFile));
  await watch('the project is deleted', () => library.deleteProject(byText));
}
