import { randomUUID } from 'node:crypto';
import type { LlmSettings } from '@groundwire/llm';
import type { Database } from '../../database/database.ts';
import { openTestDatabase } from '../../database/testing/open-test-database.ts';
import { insertProject } from '../../projects/testing/insert-project.ts';
import type { RetrievalRequest } from '../../retrieval/passage.ts';
import { makeRetrieval, type RetrievalParts } from '../../retrieval/testing/make-retrieval.ts';
import { type ChunkedProject, DocumentsService } from '../documents.service.ts';
import { DocumentsStore } from '../documents.store.ts';
import { ChunkStager } from '../staging/chunk-stager.service.ts';

/** Documents and retrieval over a database of their own, for specs. */
export interface Library extends Omit<RetrievalParts, 'llm'> {
  database: Database;
  documents: DocumentsService;
  documentsStore: DocumentsStore;
  stager: ChunkStager;
  addProject(settings?: Partial<ChunkedProject>): Promise<ChunkedProject>;
  /** Closes its database too, unless it was given one. */
  close(): Promise<void>;
}

/** Without a vendor, unless the settings name one; over a database of its own, unless there is one already. */
export async function openLibrary(settings?: Partial<LlmSettings>, existing?: Database): Promise<Library> {
  const database = existing ?? (await openTestDatabase());
  const { llm, ...parts } = makeRetrieval(database, settings);
  const { index } = parts;
  const documentsStore = new DocumentsStore(database, index);
  const stager = new ChunkStager(documentsStore, index);
  return {
    database,
    documentsStore,
    stager,
    documents: new DocumentsService(documentsStore, stager),
    ...parts,
    addProject: (settings) => addProject(database, settings),
    close: async () => {
      await parts.reembedding.beforeApplicationShutdown();
      await llm.close();
      if (existing === undefined) await database.close();
    },
  };
}

/** A request for everything there is, but for what `request` says. */
export function ask(query: string, request: Partial<RetrievalRequest> = {}): RetrievalRequest {
  return { query, k: 10, minScore: 0, filter: {}, ...request };
}

async function addProject(database: Database, settings: Partial<ChunkedProject> = {}): Promise<ChunkedProject> {
  const project = { id: randomUUID(), chunkSize: null, chunkSeparators: null, ...settings };
  await insertProject(database, project.id, 'tenant', project);
  return project;
}
