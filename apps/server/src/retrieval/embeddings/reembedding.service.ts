import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Llm, LlmError } from '@groundwire/llm';
import { LLM } from '../../llm/llm.token.ts';
import { LOGGER, type Logger } from '../../logging.ts';
import { ChunkVectorsStore, type UnembeddedChunk } from './chunk-vectors.store.ts';
import type { EmbeddedProject, EmbeddingSpace } from './embedding-space.ts';
import { EmbeddingSpacesStore, type SpaceHolder } from './embedding-spaces.store.ts';
import { growingWaits, LatestAttempts } from './latest-attempts.ts';

/** Asked of the vendor together. */
const CHUNKS_PER_STEP = 64;

/** Written or removed in one statement: PGlite has one session, and callers wait for it. */
const ROWS_PER_STATEMENT = 16;

/** The callers' turn, between two statements. */
const PAUSE_MS = 20;

/** Until it is looked whether a process that was at work on a space has died. */
const BUSY_WAIT_MS = 5_000;
const HEARTBEAT_MS = 5_000;
/** For what a process left that died, when nobody starts another one. */
const LEFT_INTERVAL_MS = 60_000;

/**
 * Brings the vectors of whole projects to another model, in the background and in small steps, while the old ones serve.
 * What is done and what is not stands in the tables alone: a process that dies loses the step it was at.
 */
@Injectable()
export class ReembeddingService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stop = new AbortController();
  /** By what is done to what: nothing is done twice at the same time. */
  readonly #running = new Map<string | symbol, Promise<void>>();
  readonly #changes = new LatestAttempts();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(LLM) private readonly llm: Llm,
    private readonly spaces: EmbeddingSpacesStore,
    private readonly vectors: ChunkVectorsStore,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#run(Symbol('resume'), () => this.resume());
    this.#timer = setInterval(() => this.#run('left', () => this.takeUpLeft()), LEFT_INTERVAL_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
    await this.settled();
  }

  /** Takes up what an earlier process left, and what the operator's choice of models has changed. */
  async resume(): Promise<void> {
    for (const projectId of await this.spaces.projectIds()) {
      if (this.#stop.signal.aborted) return;
      await this.reembed(projectId).catch((error: unknown) => {
        if (error instanceof LlmError) this.change(projectId);
        else this.#report(error, projectId);
      });
    }
    await this.takeUpLeft();
  }

  /** Goes on with whatever is under way, unless its process is alive. Which model is wanted stays as it is. */
  async takeUpLeft(): Promise<void> {
    for (const { id, projectId, status } of await this.spaces.unfinished()) {
      if (status === 'retired') this.#remove(id);
      else await this.#takeUp(projectId);
    }
  }

  /** Other replicas may be set to another model: theirs is not ours to build. */
  async #takeUp(projectId: string): Promise<void> {
    const project = await this.spaces.read(projectId);
    if (project?.building === undefined) return;
    if (project.building.model === this.llm.modelFor('embeddings', project.embeddingsProvider)) {
      this.start(project.building);
    }
  }

  /**
   * Begins to bring a project's vectors to the model that is wanted for it now, and completes them where some are missing;
   * nothing when it has no model. Resolves when the work has begun.
   * @throws LlmError when the model cannot be asked
   */
  async reembed(projectId: string, signal: AbortSignal = this.#stop.signal): Promise<void> {
    for (;;) {
      const project = await this.spaces.read(projectId);
      const model = project && this.llm.modelFor('embeddings', project.embeddingsProvider);
      if (project === undefined || model === undefined) return;
      const space = (await this.#begun(project, model)) ?? (await this.#begin(projectId, project, model, signal));
      // Otherwise another one was begun in the same moment, or another is wanted by now.
      if (space?.model !== model) continue;
      this.start(space);
      return;
    }
  }

  /** The same in the background, as often as it takes; a change before it has begun takes its place. */
  change(projectId: string): void {
    const { signal } = this.#stop;
    const work = (attempt: AbortSignal): Promise<void> => this.reembed(projectId, attempt);
    this.#run(Symbol('change'), () =>
      this.#changes.make(projectId, signal, work, ({ kind }, waitMs) => {
        this.log.warn({ project: projectId, kind, waitMs }, 'embedding waits');
      }),
    );
  }

  /** The space of the model, when there is one; one of another model that was being built is given up. */
  async #begun({ active, building }: EmbeddedProject, model: string): Promise<EmbeddingSpace | undefined> {
    if (building !== undefined && building.model !== model) {
      await this.spaces.retire(building.id);
      this.#remove(building.id);
    }
    return [building, active].find((space) => space?.model === model);
  }

  async #begin(
    projectId: string,
    { embeddingsProvider }: EmbeddedProject,
    model: string,
    signal: AbortSignal,
  ): Promise<EmbeddingSpace | undefined> {
    const probe = { model, texts: ['How long is a vector?'], purpose: 'document' } as const;
    const dimensions = (await this.llm.embed(probe, signal)).vectors[0]!.length;
    return this.spaces.make({ projectId, model, dimensions, status: 'building' }, embeddingsProvider);
  }

  /** Embeds what is missing in a space; one that was being built then takes the active one's place. */
  start(space: EmbeddingSpace): void {
    this.#run(`complete ${space.id}`, () => this.#complete(space));
  }

  /** Resolves when nothing runs any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  #run(id: string | symbol, work: () => Promise<void>): void {
    if (this.#running.has(id) || this.#stop.signal.aborted) return;
    const running = work()
      .catch((error: unknown) => this.#report(error, id))
      .finally(() => this.#running.delete(id));
    this.#running.set(id, running);
  }

  async #complete(space: EmbeddingSpace): Promise<void> {
    const holder = { untilMs: 0 };
    // A vendor may take longer for one step than the lease lasts.
    const heart = setInterval(() => {
      if (performance.now() < holder.untilMs) this.spaces.lease(space.id, holder).catch(() => undefined);
    }, HEARTBEAT_MS);
    try {
      while (!(await this.#work(space, holder))) await sleep(BUSY_WAIT_MS, undefined, { signal: this.#stop.signal });
    } finally {
      clearInterval(heart);
      await this.spaces.release(space.id, holder);
    }
  }

  /** False when another process is at work on the space: it may die before it is done. */
  async #work(space: EmbeddingSpace, holder: SpaceHolder): Promise<boolean> {
    let after: string | undefined;
    let waits = growingWaits();
    for (;;) {
      const lease = await this.spaces.lease(space.id, holder);
      if (lease !== 'held') return lease === 'gone';
      const chunks = await this.vectors.missing(space, after, CHUNKS_PER_STEP);
      if (chunks.length === 0) {
        if (after === undefined && (await this.#finish(space))) return true;
        after = undefined;
        continue;
      }
      try {
        await this.#embed(space, chunks);
        after = chunks.at(-1)!.id;
        waits = growingWaits();
      } catch (error) {
        if (!(error instanceof LlmError) || this.#stop.signal.aborted) throw error;
        const { value: waitMs } = waits.next();
        this.log.warn({ space: space.id, model: space.model, kind: error.kind, waitMs }, 'embedding waits');
        await sleep(waitMs, undefined, { signal: this.#stop.signal });
      }
    }
  }

  async #embed(space: EmbeddingSpace, chunks: readonly UnembeddedChunk[]): Promise<void> {
    const texts = chunks.map(({ indexedText }) => indexedText);
    const { vectors } = await this.llm.embed({ model: space.model, texts, purpose: 'document' }, this.#stop.signal);
    const rows = chunks.map((chunk, index) => ({ chunkId: chunk.id, spaceId: space.id, vector: vectors[index]! }));
    if (vectors[0]!.length !== space.dimensions) throw new Error('the model has other dimensions than its space');
    for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
      await this.vectors.addLater(space.projectId, rows.slice(at, at + ROWS_PER_STATEMENT));
      await sleep(PAUSE_MS, undefined, { signal: this.#stop.signal });
    }
  }

  /** False when a chunk has come in meanwhile without its vector. */
  async #finish(space: EmbeddingSpace): Promise<boolean> {
    if (space.status === 'active') return true;
    if (!(await this.spaces.activate(space))) return false;
    const retired = (await this.spaces.unfinished()).filter(({ status }) => status === 'retired');
    for (const { id, projectId } of retired) if (projectId === space.projectId) this.#remove(id);
    return true;
  }

  #remove(spaceId: number): void {
    this.#run(`remove ${spaceId}`, async () => {
      while (!(await this.vectors.removeSome(spaceId, ROWS_PER_STATEMENT))) {
        await sleep(PAUSE_MS, undefined, { signal: this.#stop.signal });
      }
    });
  }

  #report(error: unknown, about: unknown): void {
    if (this.#stop.signal.aborted) return;
    this.log.error({ err: error, about }, 'embedding in the background has stopped until the next start');
  }
}
