import type { Adjustment, CreateProjectRequest } from '@groundwire/client';

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

/** AskYoda's names of providers that have another one here. */
const ALIASES: Readonly<Record<string, string>> = { google: 'gemini' };

function embeddingsAdjustment(wanted: string, model: string | undefined): Adjustment[] {
  const about = { parameter: 'embeddings_provider', from: wanted, provider: null };
  if (model === undefined) {
    const reason = 'This server has no key for its embeddings: passages are found by their words alone.';
    return [{ ...about, action: 'not_executed', reason }];
  }
  if (model.startsWith(`${ALIASES[wanted] ?? wanted}/`)) return [];
  return [{ ...about, action: 'translated', to: model, reason: 'The operator of this server chose this model.' }];
}
