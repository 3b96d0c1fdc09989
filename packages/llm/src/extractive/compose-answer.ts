import type { ModelCall } from '../types.ts';
import { countTokens } from '../tokens/count-tokens.ts';
import { firstTokens } from './count-tokens.ts';
import { questionText } from './message-text.ts';
import { selectSentences } from './select-sentences.ts';

export interface Answer {
  text: string;
  finishReason: 'stop' | 'length';
}

const NO_PASSAGES = 'There are no passages to answer from: none were given, or none in the project matched.';
const NOTHING_FOUND = 'I found nothing in the retrieved passages that answers this question.';

/** The whole answer to a call, within its `stop` texts and token limit. The same call always has the same answer. */
export async function composeAnswer({ question, passages, parameters }: ModelCall): Promise<Answer> {
  const quotes = selectSentences(questionText(question), passages);
  const pieces = quotes.map(({ passage, text }, index) => separator(quotes[index - 1], passage) + text);
  if (passages.length === 0) pieces.push(NO_PASSAGES);
  else if (pieces.length === 0) pieces.push(NOTHING_FOUND);
  const stopped = beforeStop(pieces, parameters.stop);
  return limited(stopped, parameters.max_completion_tokens ?? parameters.max_tokens);
}

/** A new passage begins a new paragraph; what has no end mark, such as a list item, keeps a line of its own. */
function separator(previous: { passage: number; text: string } | undefined, passage: number): string {
  if (previous === undefined) return '';
  if (previous.passage !== passage) return '\n\n';
  return /[.!?…。！？]["'”’»)\]」』*_]*$/.test(previous.text) ? ' ' : '\n';
}

/** Cuts the pieces before the first stop text, wherever in their sequence it stands. */
function beforeStop(pieces: readonly string[], stop: ModelCall['parameters']['stop']): string[] {
  const stops = typeof stop === 'string' ? [stop] : (stop ?? []);
  const whole = pieces.join('');
  const places = stops.map((text) => whole.indexOf(text)).filter((place) => place !== -1);
  let left = Math.min(whole.length, ...places);
  return pieces.map((piece) => {
    const kept = piece.slice(0, left);
    left -= kept.length;
    return kept;
  });
}

/** As many whole sentences as fit; of a first one that does not, as many tokens. */
async function limited(pieces: readonly string[], maxTokens: number | undefined): Promise<Answer> {
  const whole = pieces.join('');
  if (maxTokens === undefined || (await countTokens(whole)) <= maxTokens) return { text: whole, finishReason: 'stop' };
  for (let count = pieces.length - 1; count > 0; count--) {
    const text = pieces.slice(0, count).join('');
    if ((await countTokens(text)) <= maxTokens) return { text, finishReason: 'length' };
  }
  return { text: await firstTokens(pieces[0] ?? '', maxTokens), finishReason: 'length' };
}
