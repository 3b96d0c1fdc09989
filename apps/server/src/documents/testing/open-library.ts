import { randomUUID } from 'node:crypto';
import type { Database } from '../../database/database.ts';
import { openTestDatabase } from '../../database/testing/open-test-database.ts';
import { ProjectsStore } from '../../projects/projects.store.ts';
import { ChunkIndex } from '../../retrieval/indexing/chunk-index.service.ts';
import { LexicalIndexStore } from '../../retrieval/lexical-index.store.ts';
import type { RetrievalRequest } from '../../retrieval/passage.ts';
import { RetrievalService } from '../../retrieval/retrieval.service.ts';
import { RetrievalStore } from '../../retrieval/retrieval.store.ts';
import { type ChunkedProject, DocumentsService } from '../documents.service.ts';
import { DocumentsStore } from '../documents.store.ts';

/** Documents and retrieval over a database of their own, for specs. */
export interface Library {
  database: Database;
  documents: DocumentsService;
  documentsStore: DocumentsStore;
  retrieval: RetrievalService;
  addProject(settings?: Partial<ChunkedProject>): Promise<ChunkedProject>;
}

export async function openLibrary(): Promise<Library> {
  const database = await openTestDatabase();
  const index = new ChunkIndex(new LexicalIndexStore());
  const documentsStore = new DocumentsStore(database, index);
  return {
    database,
    documentsStore,
    documents: new DocumentsService(documentsStore, index),
    retrieval: new RetrievalService(new RetrievalStore(database)),
    addProject: (settings) => addProject(database, settings),
  };
}

/** A request for everything there is, but for what `request` says. */
export function ask(query: string, request: Partial<RetrievalRequest> = {}): RetrievalRequest {
  return { query, k: 10, minScore: 0, filter: {}, ...request };
}

async function addProject(database: Database, settings: Partial<ChunkedProject> = {}): Promise<ChunkedProject> {
  const project = { id: randomUUID(), chunkSize: null, chunkSeparators: null, ...settings };
  await new ProjectsStore(database).insert('tenant', {
    ...project,
    projectName: 'Name',
    collectionName: 'collection',
    embeddingsProvider: 'openai',
    llmProvider: null,
    llmModel: null,
    settings: {},
  });
  return project;
}
