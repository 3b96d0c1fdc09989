import type { FileHandle } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { openUnnamed } from '../../http/bodies/open-unnamed.ts';
import type { Project } from '../../projects/project.ts';
import { ProjectsService } from '../../projects/projects.service.ts';
import { ChunkIndex } from '../../retrieval/indexing/chunk-index.service.ts';
import { batches } from '../batches.ts';
import type { FileChunk } from '../chunking/chunk-parts.ts';
import { DocumentsStore } from '../documents.store.ts';
import { readFile } from '../parsing/read-file.ts';
import type { ReadableType } from '../parsing/file-type.ts';
import { timeOrderedId } from '../time-ordered-id.ts';
import { type Job, JobsStore } from './jobs.store.ts';

/** PGlite has one session: a larger transaction would make every other caller wait. */
const ROWS_PER_TRANSACTION = 16;

/** Where a job stands. */
export interface JobState {
  /** From 0 to 1. */
  done: number;
}

/** Carries out one job: from the stored bytes to chunks that can be found. */
@Injectable()
export class FileReader {
  constructor(
    private readonly jobs: JobsStore,
    private readonly documents: DocumentsStore,
    private readonly projects: ProjectsService,
    private readonly index: ChunkIndex,
  ) {}

  /**
   * Reads the file and publishes its chunks, or leaves nothing of them. Throws UnreadableError for a file that cannot be
   * read, LostJobError when the job is not ours any more, and the signal's reason when it fires.
   */
  async read(job: Job, state: JobState, signal: AbortSignal): Promise<void> {
    // An attempt that died may have left some; the guard keeps it from adding more.
    await this.documents.discard([job.id]);
    try {
      await this.#readAndPublish(job, state, signal);
    } catch (error) {
      await this.documents.discard([job.id]);
      throw error;
    }
  }

  async #readAndPublish(job: Job, state: JobState, signal: AbortSignal): Promise<void> {
    const project = await this.projects.require(job.tenant, job.projectId);
    const { title } = job.metadata;
    const type = job.type as ReadableType;
    const document = { id: job.id, text: '', metadata: job.metadata };
    await this.documents.stageDocuments(project.id, [document]);
    const handle = await this.#spool(job);
    const found = readFile(
      {
        handle,
        byteCount: job.byteCount ?? 0,
        type,
        url: job.url,
        title: typeof title === 'string' ? title : null,
        size: project.chunkSize,
        separators: project.chunkSeparators,
      },
      signal,
    );
    let pageCount: number | null = null;
    let chunkCount = 0;
    for await (const message of found) {
      if (message.kind === 'progress') state.done = Math.min(1, Math.max(state.done, message.done));
      else if (message.kind === 'pages') pageCount = message.count;
      else if (message.kind === 'title') document.metadata = { title: message.title, ...document.metadata };
      else {
        await this.#stage(job, project, message.chunks, chunkCount, signal);
        chunkCount += message.chunks.length;
      }
    }
    const { metadata } = document;
    const finding = { type, pageCount, chunkCount };
    await this.documents.publish(project.id, [job.id], chunkCount, async (transaction) => {
      await this.jobs.finishing(job, finding)(transaction);
      await this.documents.describe(transaction, job.id, { title: job.name, ...metadata });
    });
  }

  async #stage(job: Job, project: Project, chunks: readonly FileChunk[], first: number, signal: AbortSignal) {
    const toIndex = chunks.map((chunk, at) => ({
      ...chunk,
      id: timeOrderedId(),
      documentId: job.id,
      position: first + at,
    }));
    const entries = await this.index.prepare(project, toIndex, signal);
    const rows = toIndex.map(({ indexedText: _, ...chunk }, at) => ({ ...chunk, indexEntry: entries[at]! }));
    const guard = this.jobs.holding(job);
    for (const batch of batches(rows, ROWS_PER_TRANSACTION)) {
      signal.throwIfAborted();
      await this.documents.stageChunks(project.id, batch, guard);
    }
  }

  /** The stored bytes as a file on disk. */
  async #spool(job: Job): Promise<FileHandle> {
    const handle = await openUnnamed();
    try {
      for (let position = 0; ; position++) {
        const bytes = await this.jobs.piece(job.id, position);
        if (bytes === undefined) return handle;
        await handle.write(bytes);
      }
    } catch (error) {
      await handle.close();
      throw error;
    }
  }
}
