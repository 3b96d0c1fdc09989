import { Injectable } from '@nestjs/common';
import type { AddedTexts, AddTextRequest } from '@groundwire/client';
import { Problem } from '../http/problems/problem.ts';
import type { Project } from '../projects/project.ts';
import { chunkText, DEFAULT_CHUNK_SIZE, type TextChunk } from './chunking/chunk-text.ts';
import { DocumentsStore, type NewDocument } from './documents.store.ts';
import { indexedText } from './indexed-text.ts';
import { batches } from './staging/batches.ts';
import { ChunkStager, type ChunkToStage } from './staging/chunk-stager.service.ts';
import { timeOrderedId } from '../http/time-ordered-id.ts';

/** What of a project decides how its documents are cut. */
export type ChunkedProject = Pick<Project, 'id' | 'chunkSize' | 'chunkSeparators'>;

/** PGlite has one session: a larger statement would make every other caller wait. */
const DOCUMENTS_PER_STATEMENT = 64;

/** Their entries are made together, which is cheaper when a vendor has to be asked for them. */
const CHUNKS_PER_PREPARATION = 128;

/** More would hold the caller's connection for minutes; the number that is compared is the least possible one. */
const MAX_CHUNKS_PER_CALL = 50_000;

/** Each chunk that is found brings its document's metadata along (openapi.yaml: `AddTextRequest.metadata`). */
const MAX_METADATA_BYTES = 16_000;

/** Of a text that is not cut (openapi.yaml: `AddTextRequest.chunking`): all of it is analysed in one go, and goes into a prompt whole. */
const MAX_UNCUT_LENGTH = 100_000;

/** For callers inside this process. */
const NOBODY_LEAVES = new AbortController().signal;

@Injectable()
export class DocumentsService {
  constructor(
    private readonly store: DocumentsStore,
    private readonly stager: ChunkStager,
  ) {}

  /**
   * Stores each text as a document and indexes it. All of them can be found once this resolves; none is left when it
   * throws. Throws a Problem: 400 for more metadata objects than texts, one that is too large, or too many chunks, 404
   * when the project is deleted meanwhile; and the signal's reason when the caller goes away.
   */
  async addText(
    project: ChunkedProject,
    request: AddTextRequest,
    signal: AbortSignal = NOBODY_LEAVES,
  ): Promise<AddedTexts> {
    refuseTooMany(project, request);
    const documents = newDocuments(request);
    const documentIds = documents.map(({ id }) => id);
    try {
      const cut = request.chunking === 'none' ? uncut : (text: string) => cutFor(project, text);
      const chunkCount = await this.#stage(project, documents, cut, signal);
      await this.store.publish(project.id, documentIds, chunkCount);
      return { document_ids: documentIds, chunk_count: chunkCount };
    } catch (error) {
      // When this fails too, RecoveryService removes what is left.
      await this.store.discard(documentIds).catch(() => undefined);
      if (!(await this.store.hasProject(project.id))) throw new Problem('not_found');
      throw error;
    }
  }

  /** Returns how many chunks the documents make. */
  async #stage(
    project: ChunkedProject,
    documents: readonly NewDocument[],
    cut: Cut,
    signal: AbortSignal,
  ): Promise<number> {
    for (const batch of batches(documents, DOCUMENTS_PER_STATEMENT)) {
      await this.store.stageDocuments(project.id, batch);
    }
    const groups = batches(chunksOf(documents, cut), CHUNKS_PER_PREPARATION);
    return this.stager.stage(project, () => groups, signal);
  }
}

/** How a text becomes chunks. */
type Cut = (text: string) => Iterable<TextChunk>;

function cutFor({ chunkSize: size, chunkSeparators: separators }: ChunkedProject, text: string): Iterable<TextChunk> {
  return chunkText(text, { size, separators });
}

function uncut(text: string): Iterable<TextChunk> {
  return [{ start: 0, end: text.length, text, headings: [] }];
}

function* chunksOf(documents: readonly NewDocument[], cut: Cut): Generator<ChunkToStage> {
  for (const { id: documentId, text: whole, metadata } of documents) {
    let position = 0;
    for (const { start, end, text, headings } of cut(whole)) {
      const id = timeOrderedId();
      const place = headings.length > 0 ? { headings: [...headings] } : {};
      const found = indexedText(metadata.title, headings, text);
      yield { id, documentId, position, start, end, text, place, indexedText: found };
      position += 1;
    }
  }
}

function refuseTooMany({ chunkSize }: ChunkedProject, { texts, chunking }: AddTextRequest): void {
  if (chunking === 'none') return refuseTooLong(texts);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  if (characters / (chunkSize ?? DEFAULT_CHUNK_SIZE) <= MAX_CHUNKS_PER_CALL) return;
  const detail = `texts would make more than ${MAX_CHUNKS_PER_CALL} chunks. Send fewer at a time, or use a larger chunk_size.`;
  throw new Problem('invalid_request_error', detail, { param: 'texts' });
}

function refuseTooLong(texts: readonly string[]): void {
  const index = texts.findIndex(({ length }) => length > MAX_UNCUT_LENGTH);
  if (index === -1) return;
  const param = `texts.${index}`;
  const detail = `${param} is longer than ${MAX_UNCUT_LENGTH} characters, the most for a text that is not cut.`;
  throw new Problem('invalid_request_error', detail, { param });
}

function newDocuments({ texts, metadata = [] }: AddTextRequest): NewDocument[] {
  if (metadata.length > texts.length) {
    throw new Problem('invalid_request_error', 'metadata has more entries than texts.', { param: 'metadata' });
  }
  metadata.forEach(refuseTooLarge);
  return texts.map((text, index) => ({ id: timeOrderedId(), text, metadata: metadata[index] ?? {} }));
}

function refuseTooLarge(metadata: Record<string, unknown>, index: number): void {
  if (Buffer.byteLength(JSON.stringify(metadata)) <= MAX_METADATA_BYTES) return;
  const param = `metadata.${index}`;
  const detail = `${param} is larger than ${MAX_METADATA_BYTES} bytes as JSON text. Keep long content in texts.`;
  throw new Problem('invalid_request_error', detail, { param });
}
