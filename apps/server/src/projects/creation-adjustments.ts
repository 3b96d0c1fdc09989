import type { Adjustment, CreateProjectRequest } from '@groundwire/client';
import { embeddingsAdjustment } from './embeddings-adjustment.ts';

type Wish = Pick<Adjustment, 'action' | 'reason'> & { to?: string };

/** What this version does with the settings it cannot carry out as they were meant. */
const WISHES: Partial<Record<keyof CreateProjectRequest, Wish>> = {
  db_provider: { action: 'translated', to: 'postgres', reason: 'Everything is kept in Postgres.' },
  ocr_provider: { action: 'translated', to: 'tesseract', reason: 'This server reads scanned pages itself.' },
  credential: { action: 'dropped', reason: 'Keys come from the environment of this server.' },
  asset: { action: 'dropped', reason: 'Assets belong to the former vendor.' },
};

/**
 * One adjustment for each setting that was given and is carried out differently or not at all. `embeddingsModel` is the
 * model that will embed the documents.
 */
export function creationAdjustments(request: CreateProjectRequest, embeddingsModel: string | undefined): Adjustment[] {
  return [...embeddingsAdjustment(request.embeddings_provider, embeddingsModel), ...settingsAdjustments(request)];
}

function settingsAdjustments(request: CreateProjectRequest): Adjustment[] {
  return (Object.keys(WISHES) as (keyof CreateProjectRequest)[])
    .filter((parameter) => request[parameter] !== undefined && request[parameter] !== null)
    .map((parameter) => ({ parameter, from: request[parameter], provider: null, ...(WISHES[parameter] as Wish) }));
}
