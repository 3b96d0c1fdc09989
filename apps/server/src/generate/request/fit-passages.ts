import type { Adjustment, ChatMessage } from '@groundwire/client';
import { countPrompt, type ModelFacts, type Prompt, promptAtMost, type TokenCounter } from '@groundwire/llm';
import { sentences } from '@groundwire/text';
import type { Passage } from '../../retrieval/passage.ts';
import { assemblePrompt, MARK } from './assemble-prompt.ts';
import { promptLimit } from './prompt-limit.ts';

/** What is to fit into a model's window. */
export interface FitRequest {
  /** The caller's own, without passages. */
  messages: readonly ChatMessage[];
  /** Tools and formats take room too. */
  parameters: NonNullable<Prompt['parameters']>;
  /** Best first; undefined when there was nothing to retrieve from. */
  passages: readonly Passage[] | undefined;
  /** How many passages were asked for. */
  k: number;
  /** The token limit of the answer; undefined when the caller named none. */
  maxOutputTokens: number | undefined;
}

/** The model it is to fit. */
export interface FitTarget {
  provider: string;
  /** Undefined for a model whose window is not known. */
  facts: ModelFacts | undefined;
  counter: TokenCounter;
}

export interface FittedPassages {
  /** Undefined when none fits: assembled so, the prompt does not claim that the search found nothing. */
  passages: readonly Passage[] | undefined;
  adjustments: Adjustment[];
}

/** Less of a passage than this says too little to be worth its place. */
const LEAST_TOKENS_OF_A_PASSAGE = 48;

/**
 * Drops the worst ranked passages, and cuts the last one that is kept at the end of a sentence, until the prompt and the
 * answer fit the model's window. The caller's own messages are never touched: when they alone are too long, the vendor
 * says so. Nothing is counted while the bytes alone show that everything fits.
 */
export async function fitPassages(request: FitRequest, target: FitTarget): Promise<FittedPassages> {
  const { messages, parameters, passages } = request;
  const unchanged: FittedPassages = { passages, adjustments: [] };
  const limit = promptLimit(request.maxOutputTokens, target.facts);
  if (limit === undefined || passages === undefined || passages.length === 0) return unchanged;
  const { counter } = target;
  if (promptAtMost({ messages, parameters }, counter) + passagesAtMost(passages, counter) <= limit) return unchanged;

  let room = limit - (await countPrompt({ messages, parameters }, counter));
  if (room < 0) return unchanged;
  const frame = await tokensWithFrame(EMPTY_PASSAGE, counter);
  const tokensOf = async (passage: Passage): Promise<number> =>
    (await tokensWithFrame(passage, counter)) - frame + TOKENS_BETWEEN_PASSAGES;
  room -= frame + SPARE_TOKENS_FOR_MARKS;
  const kept: Passage[] = [];
  for (const passage of passages) {
    const tokens = await tokensOf(passage);
    if (tokens > room) {
      const cut = await cutToFit(passage, room, tokensOf);
      return fitted(request, target, cut === undefined ? kept : [...kept, cut], limit);
    }
    kept.push(passage);
    room -= tokens;
  }
  return unchanged;
}

/** The instructions and the marks have fewer bytes than this. */
const MOST_BYTES_OF_A_FRAME = 1_000;
const MOST_BYTES_OF_A_HEADING = 20;

/** At most so many tokens, without assembling anything: defusing template tokens makes a text longer by a third at most. */
export function passagesAtMost(passages: readonly Passage[], counter: TokenCounter): number {
  const texts = passages.map(({ title, text }) => counter.atMost(title ?? '') + counter.atMost(text));
  return texts.reduce(
    (sum, bytes) => sum + Math.ceil(bytes * (4 / 3)) + MOST_BYTES_OF_A_HEADING,
    MOST_BYTES_OF_A_FRAME,
  );
}

const EMPTY_PASSAGE: Passage = { id: '', documentId: '', title: null, score: 0, text: '', place: {}, metadata: {} };
const TOKENS_BETWEEN_PASSAGES = 3;

/** Marks look random: they are counted as this one, which has no shorter tokens than most, with room for others. */
const USUAL_MARK = 'passages-9f3a7c1e5b8d2064';
const ANY_KEY = Buffer.alloc(0);
export const SPARE_TOKENS_FOR_MARKS = 40;

/** Of a passage as the model will read it, defused, between instructions and marks. */
export function tokensWithFrame(passage: Passage, counter: TokenCounter): Promise<number> {
  const messages = assemblePrompt([], [passage], true, ANY_KEY).map(({ role, content }): ChatMessage => ({
    role,
    content: typeof content === 'string' ? content.replace(MARK, USUAL_MARK) : content,
  }));
  return countPrompt({ messages }, counter);
}

/** The passage up to the last sentence that still fits; undefined when too little would be left. */
async function cutToFit(
  passage: Passage,
  room: number,
  tokensOf: (passage: Passage) => Promise<number>,
): Promise<Passage | undefined> {
  if (room < LEAST_TOKENS_OF_A_PASSAGE) return undefined;
  const ends = sentences(passage.text).map(({ end }) => end);
  const upTo = (count: number): Passage => ({ ...passage, text: passage.text.slice(0, ends[count - 1]) });
  let fits = 0;
  let tooMany = ends.length;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if ((await tokensOf(upTo(middle))) <= room) fits = middle;
    else tooMany = middle;
  }
  if (fits === 0 || (await tokensOf(upTo(fits))) < LEAST_TOKENS_OF_A_PASSAGE) return undefined;
  return upTo(fits);
}

function fitted(request: FitRequest, { provider }: FitTarget, kept: readonly Passage[], limit: number): FittedPassages {
  const before = request.passages ?? [];
  const last = kept.at(-1);
  const whole = before[kept.length - 1];
  const change = { action: 'clamped', provider } as const;
  const dropped: Adjustment = {
    ...change,
    parameter: 'k',
    from: request.k,
    to: kept.length,
    reason: `Of ${before.length} passages ${kept.length} fit the model's window: ${limit} tokens are left for the prompt.`,
  };
  const cut: Adjustment = {
    ...change,
    parameter: 'passages',
    from: whole?.text.length,
    to: last?.text.length,
    reason: `Passage ${kept.length} was cut at the end of a sentence to fit the model's window; lengths in characters.`,
  };
  return {
    passages: kept.length === 0 ? undefined : kept,
    adjustments: [
      ...(kept.length < before.length ? [dropped] : []),
      ...(last !== undefined && last !== whole ? [cut] : []),
    ],
  };
}
