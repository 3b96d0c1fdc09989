import { readFile, rename, writeFile } from 'node:fs/promises';
import { MigrateError } from '../migrate-error.ts';
import type { Report } from '../printing/report.ts';
import type { JsonObject } from '../reading/record.ts';

/** What a migration remembers between runs, and leaves as its record. No token, and no text of a document. */
export interface State {
  version: number;
  source: string;
  source_project: string;
  target: string;
  target_project: string | null;
  /** The batch of chunks that was sent last and may not have been answered. */
  pending: { key: string; ids: string[] } | null;
  /** The ids of conversations that could not keep theirs: at the source, here. */
  conversations: Record<string, string>;
  /** The files as the source lists them: a record, since their bytes are not to be had. */
  files: JsonObject[];
  report: Report | null;
}

const VERSION = 1;

export type Route = Pick<State, 'source' | 'source_project' | 'target'>;

/** The state of a migration, in a file. */
export class StateFile {
  private constructor(
    readonly path: string,
    readonly state: State,
    /** Whether there was one already. */
    readonly isResumed: boolean,
  ) {}

  /** @throws {MigrateError} when the file belongs to another migration, or is none. */
  static async open(path: string, route: Route): Promise<StateFile> {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text !== undefined) return new StateFile(path, readState(text, path, route), true);
    const fresh = { target_project: null, pending: null, conversations: {}, files: [], report: null };
    return new StateFile(path, { version: VERSION, ...route, ...fresh }, false);
  }

  /** Replaces the file at once: whoever kills us finds the old one or the new one. */
  async save(change: Partial<State>): Promise<void> {
    Object.assign(this.state, change);
    const part = `${this.path}.part`;
    try {
      await writeFile(part, `${JSON.stringify(this.state, null, 1)}\n`, { mode: 0o600, flush: true });
      await rename(part, this.path);
    } catch (error) {
      throw new MigrateError(`${this.path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
    }
  }
}

function readState(text: string, path: string, route: Route): State {
  let state: State;
  try {
    state = JSON.parse(text) as State;
  } catch {
    throw new MigrateError(`${path} is no state of a migration. Move it away, or name another in --state.`);
  }
  const other = (Object.keys(route) as (keyof Route)[]).find((name) => state[name] !== route[name]);
  if (state.version === VERSION && other === undefined) return state;
  const { source, source_project: project, target } = state;
  throw new MigrateError(
    `${path} belongs to the migration of ${project} from ${source} to ${target}. Name another file in --state.`,
  );
}
