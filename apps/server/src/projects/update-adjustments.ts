import type { Adjustment, UpdateProjectRequest } from '@groundwire/client';
import { unknownFields } from '@groundwire/dto';

/** What of a change of settings is carried out differently, or not at all. */
export function updateAdjustments(request: UpdateProjectRequest): Adjustment[] {
  const unknown = unknownFields('UpdateProjectRequest', request).filter((name) => name !== 'auth');
  const dropped = unknown.slice(0, 50).map((name): Adjustment => ({
    parameter: name.slice(0, 100),
    action: 'dropped',
    reason: 'This is not a setting that can be changed.',
    provider: null,
  }));
  const { ocr_provider: ocr } = request;
  if (ocr === undefined) return dropped;
  const reason = 'This server reads scanned pages itself.';
  return [
    { parameter: 'ocr_provider', action: 'translated', from: ocr, to: 'tesseract', reason, provider: null },
    ...dropped,
  ];
}
