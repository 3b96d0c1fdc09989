import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../migrate.ts';
import type { Report } from '../printing/report.ts';
import type { Settings } from '../settings.ts';
import { type FakeAskYoda, type FakeProject, startFakeAskYoda } from './start-fake-askyoda.ts';
import { type Groundwire, startGroundwire } from './start-groundwire.ts';

/** Text and metadata of a chunk. */
export interface Content {
  text: unknown;
  metadata: unknown;
}

/** Migrations from fake AskYodas, made from the published description, into one real Groundwire. */
export class Migrations {
  folder = '';
  source: FakeAskYoda | undefined;

  private constructor(readonly groundwire: Groundwire) {}

  static async start(): Promise<Migrations> {
    return new Migrations(await startGroundwire());
  }

  /** A folder for the next test. */
  async begin(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'migrate-'));
  }

  async end(): Promise<void> {
    await this.source?.close();
    this.source = undefined;
    await rm(this.folder, { recursive: true, force: true });
  }

  get statePath(): string {
    return join(this.folder, 'state.json');
  }

  /** Migrates from a server with this project, which stays until the test ends. */
  async run(fake: FakeProject, changes: Partial<Settings> = {}): Promise<Report> {
    this.source ??= await startFakeAskYoda(fake);
    const { url: to, token: toToken } = this.groundwire;
    const settings: Settings = {
      ...{ help: false, isDryRun: false, from: this.source.url, token: fake.token, projectId: fake.id },
      ...{ to, toToken, toProject: undefined, fromDump: undefined, dump: undefined, botPrompt: undefined },
      statePath: this.statePath,
      ...changes,
    };
    const { signal } = new AbortController();
    return migrate(settings, { output: { write: () => undefined }, signal, firstWaitMs: 1 });
  }

  /** Every chunk of a project here, by its id at the source. Throws when one is there twice. */
  async copiesOf(projectId: string): Promise<Map<unknown, Content>> {
    const copies = new Map<unknown, Content>();
    let cursor: string | null = null;
    do {
      const page = { with_payload: true, limit: 500, ...(cursor !== null && { cursor }) };
      const list = await this.groundwire.client.listChunks(projectId, page);
      for (const { payload } of list.chunks ?? []) {
        const { askyoda_chunk_id: chunk, askyoda_project_id: project, ...metadata } = payload.metadata;
        if (project !== projectId || copies.has(chunk)) throw new Error(`chunk ${String(chunk)} is there twice`);
        copies.set(chunk, { text: payload.page_content, metadata });
      }
      cursor = list.next_cursor;
    } while (cursor !== null);
    return copies;
  }
}

export function chunkOf(number: number, metadata: unknown = { number }): FakeProject['chunks'][number] {
  return { id: randomUUID(), page_content: `Passage ${number} is about the number ${number}.`, metadata };
}

export function fakeProject(changes: Partial<FakeProject> = {}): FakeProject {
  const chunks = [1, 2, 3].map((number) => chunkOf(number));
  return { token: 'secret-of-the-source', id: randomUUID(), chunks, ...changes };
}

export function originalsOf({ chunks }: FakeProject): Map<unknown, Content> {
  return new Map(chunks.map(({ id, page_content: text, metadata }) => [id, { text, metadata }]));
}

/** What is at the source and what is here, by what it is. */
export function rowsOf({ rows }: Report): Record<string, [number | string, number | string]> {
  return Object.fromEntries(rows.map(({ what, source, here }) => [what, [source, here]]));
}

export function textsOf(remarks: readonly { text: string }[]): string[] {
  return remarks.map(({ text }) => text);
}
