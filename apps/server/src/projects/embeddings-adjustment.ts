import type { Adjustment } from '@groundwire/client';

/** AskYoda's names of providers that have another one here. */
const ALIASES: Readonly<Record<string, string>> = { google: 'gemini' };

/** What of a wish for embeddings is carried out differently; `model` is the one that will embed. */
export function embeddingsAdjustment(wanted: string, model: string | undefined): Adjustment[] {
  const about = { parameter: 'embeddings_provider', from: wanted, provider: null };
  if (model === undefined) {
    const reason = 'This server has no key for its embeddings: new passages are found by their words alone.';
    return [{ ...about, action: 'not_executed', reason }];
  }
  if (model.startsWith(`${ALIASES[wanted] ?? wanted}/`)) return [];
  return [{ ...about, action: 'translated', to: model, reason: 'The operator of this server chose this model.' }];
}
