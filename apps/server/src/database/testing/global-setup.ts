import { snapshotFile } from './snapshot-file.ts';

/** Jest calls this once before the first spec, so that no spec's time limit pays for the snapshot. */
export default function globalSetup(): void {
  snapshotFile();
}
