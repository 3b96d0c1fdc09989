import { migrate } from './migrate.ts';
import { MigrateError } from './migrate-error.ts';
import { isEqual, renderReport, type Report } from './printing/report.ts';
import { readSettings, type Settings } from './settings.ts';
import { USAGE } from './usage.ts';

/** How a shell reports a process that Ctrl-C ended. */
const EXIT_INTERRUPTED = 130;
const EXIT_NOT_EQUAL = 2;
const FIRST_WAIT_MS = 500;

// A second Ctrl-C ends it at once.
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => interruption.abort());

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings.help) console.log(USAGE);
  else await run(settings);
} catch (error) {
  console.error(sentenceFor(error));
  process.exitCode = interruption.signal.aborted ? EXIT_INTERRUPTED : 1;
}

async function run(settings: Settings): Promise<void> {
  const surroundings = { output: process.stderr, signal: interruption.signal, firstWaitMs: FIRST_WAIT_MS };
  const report = await migrate(settings, surroundings);
  console.log(`\n${renderReport(report)}`);
  console.log(isEqual(report) ? lastWords(settings, report) : 'Not all is equal; the lines marked ! say why.');
  if (!isEqual(report)) process.exitCode = EXIT_NOT_EQUAL;
}

function lastWords({ isDryRun, dump, to }: Settings, { projectId }: Report): string {
  if (dump !== undefined) return `The export is in ${dump}; --from-dump reads it.`;
  if (isDryRun || projectId === undefined) return 'Nothing was written.';
  return `All is equal. The project is at ${to}/v2/aiproducts/askyoda/v2/${projectId}/`;
}

function sentenceFor(error: unknown): string {
  if (interruption.signal.aborted) return '\nInterrupted. Run the same command again to go on where it stopped.';
  if (process.env.DEBUG && !(error instanceof MigrateError)) console.error(error);
  return `\nThe migration stopped: ${error instanceof Error ? error.message : String(error)}`;
}
