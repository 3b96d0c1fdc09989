import type { Adjustment, UpdateProjectRequest } from '@groundwire/client';
import { unknownFields } from '@groundwire/dto';
import { embeddingsAdjustment } from './embeddings-adjustment.ts';

/** What of a change of settings is carried out differently, or not at all. `embeddingsModel` is the one that embeds from now on. */
export function updateAdjustments(request: UpdateProjectRequest, embeddingsModel: string | undefined): Adjustment[] {
  const unknown = unknownFields('UpdateProjectRequest', request).filter((name) => name !== 'auth');
  const dropped = unknown.slice(0, 50).map((name): Adjustment => ({
    parameter: name.slice(0, 100),
    action: 'dropped',
    reason: 'This is not a setting that can be changed.',
    provider: null,
  }));
  const { ocr_provider: ocr, embeddings_provider: embeddings } = request;
  const changed =
    embeddings === undefined ? dropped : [...embeddingsAdjustment(embeddings, embeddingsModel), ...dropped];
  if (ocr === undefined) return changed;
  const reason = 'This server reads scanned pages itself.';
  return [
    { parameter: 'ocr_provider', action: 'translated', from: ocr, to: 'tesseract', reason, provider: null },
    ...changed,
  ];
}
