// The server, rebuilt and restarted at every change: turbo builds what a change touches and what depends on it, and
// Node starts the server again when a file that it had loaded is new.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const commands = [
  [join(root, 'tools/turbo.mjs'), 'watch', 'build', '--output-logs=errors-only'],
  ['--watch', '--watch-preserve-output', join(root, 'apps/server/dist/main.js')],
];

const children = commands.map((command) => spawn(process.execPath, command, { cwd: root, stdio: 'inherit' }));

const stop = (): void => children.forEach((child) => child.kill('SIGTERM'));
children.forEach((child) => child.once('exit', stop));
process.on('SIGTERM', stop);
// A terminal's Ctrl-C reaches the children by itself; this process ends when they have.
process.on('SIGINT', () => undefined);
