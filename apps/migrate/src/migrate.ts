import { readFile } from 'node:fs/promises';
import { MigrateError } from './migrate-error.ts';
import { Progress, type ProgressOutput, ratio } from './printing/progress.ts';
import { emptyReport, type Report } from './printing/report.ts';
import { readBotPrompts } from './reading/read-bot-prompts.ts';
import type { Patience } from './retrying.ts';
import type { Run } from './run.ts';
import type { Settings } from './settings.ts';
import { openSource } from './source/open-source.ts';
import type { Source, SourceBotPrompt } from './source/source.ts';
import { StateFile } from './state/state.ts';
import { chooseProject } from './target/choose-project.ts';
import { copyBotPrompt } from './target/copy-bot-prompt.ts';
import { copyChunks } from './target/copy-chunks.ts';
import { copyConversations } from './target/copy-conversations.ts';
import { Target } from './target/target.ts';

/** What a migration needs besides its settings. */
export interface Surroundings {
  /** For progress. */
  output: ProgressOutput;
  signal: AbortSignal;
  /** The wait after a first failure; doubled after each further one. */
  firstWaitMs: number;
}

/**
 * Copies a project, or counts it (`--dry-run`), or exports it (`--dump`); returns what is at the source and what is here.
 * @throws {MigrateError} when it cannot go on, or the signal's reason; what is done stays done.
 */
export async function migrate(settings: Settings, { output, signal, firstWaitMs }: Surroundings): Promise<Report> {
  const progress = new Progress(output);
  const onWait = (why: string, waitMs: number): void => progress.show(`Waiting ${Math.ceil(waitMs / 1_000)} s: ${why}`);
  const patience: Patience = { firstWaitMs, signal, onWait };
  try {
    const source = await openSource(settings, patience);
    if (settings.isDryRun || settings.dump !== undefined) return await count(source, settings, progress);
    return await copy(source, settings, patience, progress);
  } finally {
    progress.end();
  }
}

async function copy(source: Source, settings: Settings, patience: Patience, progress: Progress): Promise<Report> {
  const report = emptyReport();
  const { projectId: sourceProject, statePath, to, toToken = '' } = settings;
  const route = { source: source.address, source_project: sourceProject, target: to };
  const stateFile = await StateFile.open(statePath, route);
  if (stateFile.isResumed) progress.show(`Going on with ${stateFile.path}`);
  const project = await source.project();
  const target = new Target({ baseUrl: to, token: toToken }, patience);
  const projectId = await chooseProject(target, project, stateFile, settings.toProject, report.notes);
  progress.show(`Project ${project.id} from ${source.address} to ${to}, as ${projectId}`);
  progress.end();

  report.projectId = projectId;
  const run: Run = { source, project, target, projectId, stateFile, report, progress };
  const files = await source.files();
  await stateFile.save({ files });
  await copyChunks(run);
  await copyConversations(run);
  await copyBotPrompt(run, await botPrompts(source, settings));
  await compareSettings(run);
  report.rows.push({ what: 'files', source: files.length, here: files.length, instead: 'recorded' });
  if (files.length > 0) {
    report.notes.push({
      text: `The list of files is kept in ${statePath}: their bytes are not to be had, their chunks are copied.`,
    });
  }
  if (source.largeNumbers > 0) {
    const text = `Whole numbers beyond 2^53, which would be rounded, were kept as texts (${source.largeNumbers}).`;
    report.notes.push({ text });
  }
  await stateFile.save({ report });
  return report;
}

async function compareSettings({ target, projectId, project, report }: Run): Promise<void> {
  const info = await target.ask((client, signal) => client.getProjectInfo(projectId, { signal }));
  const there = [project.llmProvider, project.llmModel].map((each) => each ?? '?').join('/');
  const here = `${info.llm_provider}/${info.llm_model}`;
  report.rows.push({ what: 'model', source: there, here, isEqual: there === here });
}

async function botPrompts(source: Source, { botPrompt }: Settings): Promise<SourceBotPrompt[] | undefined> {
  if (botPrompt === undefined) return source.botPrompts();
  const text = await readFile(botPrompt, 'utf8').catch(() => {
    throw new MigrateError(`${botPrompt} cannot be read.`);
  });
  try {
    return readBotPrompts(JSON.parse(text));
  } catch (error) {
    if (error instanceof MigrateError) throw error;
    throw new MigrateError(`${botPrompt} is not JSON.`);
  }
}

/** Reads everything, which exports it where the source records its answers. */
async function count(source: Source, settings: Settings, progress: Progress): Promise<Report> {
  const report = emptyReport();
  const project = await source.project();
  const files = await source.files();
  let chunks = 0;
  for await (const page of source.chunks()) {
    chunks += page.length;
    progress.show(`Reading chunks: ${ratio(chunks, project.chunkCount)}`);
  }
  const conversations = { count: 0, turns: 0 };
  for await (const { turns } of source.conversations()) {
    conversations.count += 1;
    conversations.turns += turns.length;
    progress.show(`Reading conversations: ${ratio(conversations.count, undefined)}`);
  }
  const prompts = await botPrompts(source, settings);
  const instead = settings.dump === undefined ? 'read' : 'exported';
  const row = (what: string, found: number | string): void =>
    void report.rows.push({ what, source: found, here: '', instead });
  report.rows.push({
    what: 'chunks',
    source: project.chunkCount,
    here: chunks,
    isEqual: chunks === project.chunkCount,
  });
  row('conversations', conversations.count);
  row('their turns', conversations.turns);
  row('bot profile', prompts?.length ?? 'not readable');
  row('files', files.length);
  if (chunks !== project.chunkCount) {
    report.problems.push({ text: `The source counts ${project.chunkCount} chunks and gave ${chunks}.` });
  }
  return report;
}
