// Run by itself: writes the tar of a fresh, empty PGlite cluster to the file it is given.
import { rename, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';

const file = process.argv[2]!;
const pglite = await PGlite.create({ dataDir: 'memory://', extensions: { vector } });
// The slowest step of the schema, and the same for all.
await pglite.exec('create extension vector');
const tar = await pglite.dumpDataDir('none');
// Whole or not at all: other test processes may look for it at the same time.
const unfinished = `${file}.${process.pid}`;
await writeFile(unfinished, Buffer.from(await tar.arrayBuffer()));
await rename(unfinished, file);
await pglite.close();
