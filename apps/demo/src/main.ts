import { DemoError } from './demo-error.ts';
import { runDemo } from './run-demo.ts';
import { readSettings, USAGE } from './settings.ts';

/** How a shell reports a process that Ctrl-C ended. */
const EXIT_INTERRUPTED = 130;

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => interruption.abort());

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings.help) console.log(USAGE);
  else await runDemo(settings, interruption.signal);
} catch (error) {
  if (interruption.signal.aborted) process.exitCode = EXIT_INTERRUPTED;
  else {
    console.error(`\nThe demo failed: ${error instanceof Error ? error.message : String(error)}`);
    if (!(error instanceof DemoError) && process.env.DEBUG) console.error(error);
    process.exitCode = 1;
  }
}
