import { Injectable } from '@nestjs/common';
import type { Project } from '../../projects/project.ts';
import { ProjectsService } from '../../projects/projects.service.ts';
import { ChunkIndex } from '../../retrieval/indexing/chunk-index.service.ts';
import { batches } from '../batches.ts';
import type { FileChunk } from '../chunking/chunk-parts.ts';
import { DocumentsStore } from '../documents.store.ts';
import { readFile } from '../parsing/read-file.ts';
import { timeOrderedId } from '../../http/time-ordered-id.ts';
import { type Content, FileContent } from './file-content.service.ts';
import { type Job, JobsStore } from './jobs.store.ts';
import { Media } from './media.service.ts';

/** PGlite has one session: a larger transaction would make every other caller wait. */
const ROWS_PER_TRANSACTION = 16;

/** Where a job stands. */
export interface JobState {
  /** From 0 to 1. */
  done: number;
}

/** What reading has found so far. */
interface Findings {
  title: string | undefined;
  /** As a page names itself. */
  url: string | undefined;
  pageCount: number | null;
  chunkCount: number;
}

/** Carries out one job: from the stored bytes to chunks that can be found. */
@Injectable()
export class FileReader {
  constructor(
    private readonly jobs: JobsStore,
    private readonly documents: DocumentsStore,
    private readonly projects: ProjectsService,
    private readonly index: ChunkIndex,
    private readonly content: FileContent,
    private readonly media: Media,
  ) {}

  /**
   * Reads the file and publishes its chunks, or leaves nothing of them. Throws UnreadableError for a file that cannot be
   * read, LostJobError when the job is not ours any more, and the signal's reason when it fires.
   */
  async read(job: Job, state: JobState, signal: AbortSignal): Promise<void> {
    // An attempt that died may have left some; the guard keeps it from adding more.
    await this.documents.discard([job.id]);
    try {
      const project = await this.projects.require(job.tenant, job.projectId);
      const content = await this.content.open(job, signal);
      await this.documents.stageDocuments(project.id, [{ id: job.id, text: '', metadata: job.metadata }]);
      const findings = await this.#stageAll(job, project, content, state, signal);
      await this.#publish(job, content, findings);
    } catch (error) {
      await this.documents.discard([job.id]);
      throw error;
    }
  }

  async #stageAll(job: Job, project: Project, content: Content, state: JobState, signal: AbortSignal) {
    const findings: Findings = { title: undefined, url: undefined, pageCount: null, chunkCount: 0 };
    const { title } = job.metadata;
    const input = {
      ...(await this.media.toReadable(job, project, content, signal)),
      url: content.url,
      charset: content.charset,
      title: typeof title === 'string' ? title : null,
      size: project.chunkSize,
      separators: project.chunkSeparators,
    };
    for await (const message of readFile(input, signal)) {
      if (message.kind === 'progress') state.done = Math.min(1, Math.max(state.done, message.done));
      else if (message.kind === 'pages') findings.pageCount = message.count;
      else if (message.kind === 'title') findings.title ??= message.title;
      else if (message.kind === 'url') findings.url = message.url;
      else {
        await this.#stage(job, project, message.chunks, findings.chunkCount, signal);
        findings.chunkCount += message.chunks.length;
      }
    }
    return findings;
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

  async #publish(job: Job, content: Content, findings: Findings): Promise<void> {
    const { type, url, name, byteCount, sha256 } = content;
    const { title = name ?? url, pageCount, chunkCount } = findings;
    const known = { title, ...(url !== null && { url: findings.url ?? url }), ...job.metadata };
    const finish = this.jobs.finishing(job, { type, url, name, byteCount, sha256, pageCount, chunkCount });
    await this.documents.publish(job.projectId, [job.id], chunkCount, async (transaction) => {
      await finish(transaction);
      await this.documents.describe(transaction, job.id, known);
    });
  }
}
