// How well and how fast passages are found, through the HTTP API of a built server:
//   npm run bench:retrieval -- <folder>… [--url http://… --token …]     quality, on collections in BEIR's layout
//   npm run bench:retrieval -- --synthetic 100000                       speed, on that many synthetic chunks
// Without --url a server is started on a data folder of its own: on PGlite, or on the Postgres at DATABASE_URL.
import { parseArgs } from 'node:util';
import { startServer } from '../server-process/start-server.ts';
import { readCollection } from './quality/collection.ts';
import { measureCollection } from './quality/measure-collection.ts';
import { measureScale } from './scale/measure-scale.ts';
import { minScoreTable } from './quality/min-score-table.ts';
import { printCollection, printMinScores, printScale } from './print-figures.ts';
import { createProject } from './project-client.ts';

const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, token: { type: 'string' }, synthetic: { type: 'string', multiple: true } },
});
const counts = (values.synthetic ?? []).map(Number);
if (folders.length + counts.length === 0 || counts.some((count) => !(count > 0))) {
  throw new Error(
    'Name folders with corpus.jsonl, queries.jsonl and qrels.tsv, or --synthetic with a number of chunks',
  );
}

const server =
  values.url === undefined
    ? await startServer()
    : {
        origin: values.url.replace(/\/$/, ''),
        headers: { authorization: `Bearer ${values.token ?? ''}`, 'content-type': 'application/json' },
        stop: () => Promise.resolve(),
      };

try {
  const measured = [];
  for (const folder of folders) {
    const collection = readCollection(folder);
    const project = await createProject(server.origin, server.headers);
    const figures = await measureCollection(project, collection);
    printCollection(folder, figures);
    measured.push({ folder, collection, project, figures });
  }
  if (measured.length > 1) printMinScores(await minScoreTable(measured));
  for (const count of counts) {
    printScale(count, await measureScale(await createProject(server.origin, server.headers), count));
  }
} finally {
  await server.stop();
}
