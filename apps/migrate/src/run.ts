import type { Progress } from './printing/progress.ts';
import type { Report } from './printing/report.ts';
import type { Source, SourceProject } from './source/source.ts';
import type { StateFile } from './state/state.ts';
import type { Target } from './target/target.ts';

/** What the steps of one migration share. */
export interface Run {
  source: Source;
  project: SourceProject;
  target: Target;
  /** The project here. */
  projectId: string;
  stateFile: StateFile;
  /** Each step adds its rows and remarks. */
  report: Report;
  progress: Progress;
}
