// In place of the server: has a process read that never ends, and tells its id.
import { startReader } from '../start-reader.ts';

const reader = startReader(0, 256, new URL('spin.ts', import.meta.url));
reader.once('message', () => process.send!(reader.pid));
