import { isDeepStrictEqual } from 'node:util';
import type { AddVideoRequest, Adjustment } from '@groundwire/client';
import type { NewFile } from './file-record.ts';

/** What of a request to add a file is carried out differently. */
export function fileAdjustments({ provider }: { provider?: string | null }): Adjustment[] {
  if (provider == null) return [];
  return [
    ours({ parameter: 'provider', action: 'translated', from: provider, to: 'groundwire', reason: READS_ITSELF }),
  ];
}

const READS_ITSELF = 'Groundwire reads files itself.';

function ours(adjustment: Omit<Adjustment, 'provider'>): Adjustment {
  return { ...adjustment, provider: null };
}

type Reading = Pick<AddVideoRequest, 'model' | 'prompt'>;

/** Nothing but speech is taken from a video. */
export function videoAdjustments(reading: Reading): Adjustment[] {
  return notExecuted(reading, 'What is said in the video is transcribed; its pictures are not looked at.');
}

/** The model cannot be asked here. */
export function visionAdjustments(reading: Reading): Adjustment[] {
  return notExecuted(reading, 'This model is not configured here; the text in the image is read instead.');
}

/** A question about an image without a model to answer it. */
export function unaskedPrompt(model: string | null, prompt: string | null | undefined): Adjustment[] {
  return model === null ? notExecuted({ prompt }, 'Without model, the text in the image is read.') : [];
}

function notExecuted(reading: Reading, reason: string): Adjustment[] {
  return (['model', 'prompt'] as const)
    .filter((parameter) => reading[parameter] != null)
    .map((parameter) => ours({ parameter, action: 'not_executed', from: reading[parameter], reason }));
}

/** Scripts of pages cannot be run here. */
export function renderAdjustments(index: number, isWished: boolean): Adjustment[] {
  if (!isWished) return [];
  const reason = 'No browser is configured here (CHROMIUM_PATH): the page is read as it is sent.';
  return [ours({ parameter: `js_render.${index}`, action: 'not_executed', from: true, reason })];
}

/** A file that is there already keeps what was known about it. */
export function duplicateAdjustments({ id, metadata }: NewFile, same: NewFile): Adjustment[] {
  if (same.id === id || isDeepStrictEqual(metadata, same.metadata)) return [];
  const reason = 'The project has this content already, and its metadata stays. Use force to add it again.';
  return [ours({ parameter: 'metadata', action: 'not_executed', from: metadata, to: same.metadata, reason })];
}
