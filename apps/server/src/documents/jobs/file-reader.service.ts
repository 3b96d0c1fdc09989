import { Injectable } from '@nestjs/common';
import type { Project } from '../../projects/project.ts';
import { ProjectsService } from '../../projects/projects.service.ts';
import { DocumentsStore } from '../documents.store.ts';
import type { Facts } from '../parsing/part.ts';
import { noTextError } from '../parsing/no-text-error.ts';
import { type Found, readFile, type ReaderInput } from '../parsing/read-file.ts';
import { ChunkStager, type ChunkToStage } from '../staging/chunk-stager.service.ts';
import { timeOrderedId } from '../../http/time-ordered-id.ts';
import { type Content, FileContent } from './file-content.service.ts';
import { type Job, JobsStore } from './jobs.store.ts';
import type { Lane } from './lanes.ts';
import { Media } from './media.service.ts';

/** Where a job stands. */
export interface JobState {
  /** From 0 to 1. */
  done: number;
}

type Reading = (until: AbortSignal) => AsyncIterable<Found>;

/** What reading has found so far. */
interface Findings {
  title: string | undefined;
  /** As a page names itself. */
  url: string | undefined;
  facts: Facts;
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
    private readonly stager: ChunkStager,
    private readonly content: FileContent,
    private readonly media: Media,
  ) {}

  /**
   * Reads the file and publishes its chunks. When it throws, some of them may be staged: nobody sees them, and the next
   * attempt removes them. Throws UnreadableError for a file that cannot be read, OutOfMemoryError for one that needs more
   * than its lane has, LostJobError when the job is not ours any more, and the signal's reason when it fires.
   */
  async read(job: Job, lane: Lane, state: JobState, signal: AbortSignal): Promise<void> {
    const guard = this.jobs.holding(job, signal);
    await this.documents.discard([job.id], guard);
    const project = await this.projects.require(job.tenant, job.projectId);
    const content = await this.content.open(job, signal);
    try {
      await this.documents.stageDocuments(project.id, [{ id: job.id, text: '', metadata: job.metadata }], guard);
      const input = await this.#input(job, project, content, signal);
      const reading = (until: AbortSignal) => readFile(input, until, { memoryMb: lane.maxMemoryMb });
      const findings = await this.#stage(job, project, reading, state, signal).finally(() => input.handle.close());
      if (findings.chunkCount === 0) throw noTextError(content.type, isUnrenderedPage(job, content));
      await this.#publish(job, content, findings);
    } finally {
      // Does nothing when it is closed already.
      await content.handle.close();
    }
  }

  async #input(job: Job, project: Project, content: Content, signal: AbortSignal): Promise<ReaderInput> {
    const { title } = job.metadata;
    return {
      ...(await this.media.toReadable(job, project, content, signal)),
      url: content.url,
      charset: content.charset,
      title: typeof title === 'string' ? title : null,
      size: project.chunkSize,
      separators: project.chunkSeparators,
    };
  }

  async #stage(job: Job, project: Project, reading: Reading, state: JobState, signal: AbortSignal): Promise<Findings> {
    const findings: Findings = { title: undefined, url: undefined, facts: {}, pageCount: null, chunkCount: 0 };
    const source = (until: AbortSignal): AsyncIterable<ChunkToStage[]> =>
      chunksOf(job.id, reading(until), { findings, state });
    findings.chunkCount = await this.stager.stage(project, source, signal, this.jobs.holding(job, signal));
    return findings;
  }

  async #publish(job: Job, content: Content, findings: Findings): Promise<void> {
    const { type, url, name, byteCount, sha256 } = content;
    const { title = name ?? url, facts, pageCount, chunkCount } = findings;
    const known = { title, ...(url !== null && { url: findings.url ?? url }), ...facts, ...job.metadata };
    const finish = this.jobs.finishing(job, { type, url, name, byteCount, sha256, pageCount, chunkCount });
    await this.documents.publish(job.projectId, [job.id], chunkCount, async (transaction) => {
      await finish(transaction);
      await this.documents.describe(transaction, job.id, known);
    });
  }
}

function isUnrenderedPage({ instructions }: Job, { type, url }: Content): boolean {
  return type === 'html' && url !== null && instructions.render !== true;
}

/** The file's chunks as the reading process sends them; what else it says is written down. */
async function* chunksOf(
  documentId: string,
  found: AsyncIterable<Found>,
  { findings, state }: { findings: Findings; state: JobState },
): AsyncGenerator<ChunkToStage[]> {
  let position = 0;
  for await (const message of found) {
    if (message.kind === 'progress') state.done = Math.min(1, Math.max(state.done, message.done));
    else if (message.kind === 'pages') findings.pageCount = message.count;
    else if (message.kind === 'title') findings.title ??= message.title;
    else if (message.kind === 'facts') findings.facts = { ...findings.facts, ...message.facts };
    else if (message.kind === 'url') findings.url = message.url;
    else yield message.chunks.map((chunk) => ({ ...chunk, id: timeOrderedId(), documentId, position: position++ }));
  }
}
