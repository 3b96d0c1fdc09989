// Runs turbo, without telemetry and with the right Node. With `--quiet`, a run that succeeds shows nothing.
import './check-node.mjs';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const quiet = process.argv.includes('--quiet');
const turbo = createRequire(import.meta.url).resolve('turbo/bin/turbo');
const child = spawn(process.execPath, [turbo, ...process.argv.slice(2).filter((argument) => argument !== '--quiet')], {
  stdio: quiet ? ['inherit', 'pipe', 'pipe'] : 'inherit',
  env: {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    TURBO_PRINT_VERSION_DISABLED: '1',
    // A task says itself what failed; npm's account of the same would bury it.
    npm_config_loglevel: 'silent',
  },
});

const output = [];
child.stdout?.on('data', (bytes) => output.push(bytes));
child.stderr?.on('data', (bytes) => output.push(bytes));
const notice = quiet && setTimeout(() => console.error('Building … (a moment, the first time)'), 2_000);

// A terminal sends Ctrl-C to the whole group, so the child has it already; other signals come to this process alone.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

child.on('close', (code) => {
  clearTimeout(notice);
  if (code !== 0) process.stderr.write(Buffer.concat(output));
  process.exitCode = code ?? 1;
});
