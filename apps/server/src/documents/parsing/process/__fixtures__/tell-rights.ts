// In place of the reading process: tells what it was given, and what it may do.
import { execFileSync } from 'node:child_process';
import { readFileSync, readSync, writeFileSync } from 'node:fs';

const codeOf = (attempt: () => unknown): unknown => {
  try {
    attempt();
    return 'allowed';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
};
const bytes = Buffer.alloc(100);
process.send!({
  environment: Object.keys(process.env),
  file: bytes.toString('utf8', 0, readSync(4, bytes, 0, bytes.length, 0)),
  readSecrets: codeOf(() => readFileSync('/etc/hosts')),
  write: codeOf(() => writeFileSync('/tmp/groundwire-reader', '')),
  run: codeOf(() => execFileSync('true')),
});
