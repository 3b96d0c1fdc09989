import type { Patience } from '../retrying.ts';
import type { Settings } from '../settings.ts';
import { AskYodaApi } from './askyoda-api.ts';
import { AskYodaSource } from './askyoda-source.ts';
import { DumpSource } from './dump-source.ts';
import type { Source } from './source.ts';
import { writeDump } from './write-dump.ts';

/** All chunks of a project may come in one answer. */
const TIMEOUT_MS = 300_000;

/** The live source, whose answers are written down where an export is wanted, or an export. */
export async function openSource(settings: Settings, patience: Patience): Promise<Source> {
  const { from: baseUrl, token = '', projectId, fromDump, dump } = settings;
  if (fromDump !== undefined) return DumpSource.open(fromDump, projectId);
  const address = { baseUrl, token, projectId, timeoutMs: TIMEOUT_MS };
  return new AskYodaSource(new AskYodaApi(address, patience, dump === undefined ? undefined : await writeDump(dump)));
}
