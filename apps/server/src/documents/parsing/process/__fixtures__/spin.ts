// In place of the reading process: hears nobody once it has begun.
import { startWatchdog } from '../start-watchdog.ts';

startWatchdog(process.argv.slice(2));
process.send!('spinning');
setImmediate(() => {
  for (;;);
});
