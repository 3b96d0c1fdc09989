// In place of the reading process: fills memory that is not the heap's, and hears nobody.
import { startWatchdog } from '../start-watchdog.ts';

startWatchdog(process.argv.slice(2));
for (const kept: Buffer[] = []; ;) kept.push(Buffer.alloc(1024 * 1024, 1));
