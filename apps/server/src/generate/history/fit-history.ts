import type { Adjustment, ChatMessage } from '@groundwire/client';
import { countPrompt, promptAtMost, type TokenCounter } from '@groundwire/llm';
import {
  type FitRequest,
  type FitTarget,
  passagesAtMost,
  SPARE_TOKENS_FOR_MARKS,
  tokensWithFrame,
} from '../request/fit-passages.ts';
import { promptLimit } from '../request/prompt-limit.ts';
import { type Chat, isSystem, type PastPiece } from './join-history.ts';

export interface FittedHistory {
  messages: ChatMessage[];
  adjustments: Adjustment[];
}

/**
 * Leaves the oldest turns of a conversation out until the prompt and the answer fit the model's window. Of the room that
 * the new question leaves, passages are assured of half, and of the best of them in any case; what they do not need is for
 * the history. Instructions stay. Nothing is counted while the bytes alone show that everything fits.
 */
export async function fitHistory(
  chat: Chat,
  request: Omit<FitRequest, 'messages' | 'k'>,
  target: FitTarget,
): Promise<FittedHistory> {
  const { parameters, passages = [] } = request;
  const limit = promptLimit(request.maxOutputTokens, target.facts);
  if (limit === undefined) return fitted(chat, 0, target, limit);
  const { counter } = target;
  const ofPassages = passages.length === 0 ? 0 : passagesAtMost(passages, counter);
  const atMost = promptAtMost({ messages: messagesOf(chat, 0), parameters }, counter) + ofPassages;
  if (atMost <= limit) return fitted(chat, 0, target, limit);

  const necessary = [...chat.system, ...chat.past.flatMap(instructionsOf), ...chat.asked];
  const room = limit - (await countPrompt({ messages: necessary, parameters }, counter));
  const first = await oldestToKeep(chat.past, room - (await shareOfPassages(passages, room, counter)), counter);
  return fitted(chat, first, target, limit);
}

/** What is kept for passages: all they need, up to half of the room, and the best one in any case. */
async function shareOfPassages(
  passages: NonNullable<FitRequest['passages']>,
  room: number,
  counter: TokenCounter,
): Promise<number> {
  let tokens = 0;
  let best: number | undefined;
  for (const passage of passages) {
    // With its frame each: rather too much than too little.
    tokens += (await tokensWithFrame(passage, counter)) + SPARE_TOKENS_FOR_MARKS;
    best ??= tokens;
    if (tokens >= room / 2) return Math.max(room / 2, best);
  }
  return tokens;
}

/** The index of the first piece that fits with all that follow. */
async function oldestToKeep(past: readonly PastPiece[], room: number, counter: TokenCounter): Promise<number> {
  let left = room;
  for (let index = past.length - 1; index >= 0; index--) {
    left -= await countPrompt({ messages: past[index]!.messages }, counter);
    if (left < 0) return index + 1;
  }
  return 0;
}

/** The chat from the piece `first` on; what earlier ones hold of instructions stays. */
function messagesOf({ system, past, asked }: Chat, first: number): ChatMessage[] {
  return [
    ...system,
    ...past.flatMap((piece, index) => (index < first ? instructionsOf(piece) : piece.messages)),
    ...asked,
  ];
}

function instructionsOf({ messages }: PastPiece): ChatMessage[] {
  return messages.filter(isSystem);
}

function fitted(chat: Chat, first: number, { provider }: FitTarget, limit: number | undefined): FittedHistory {
  const left = chat.past.slice(0, first).reduce((sum, { turns }) => sum + turns, 0);
  const read = chat.past.reduce((sum, { turns }) => sum + turns, 0) + chat.turnsOfAsked;
  const cut: Adjustment = {
    parameter: 'conversation_id',
    action: 'clamped',
    from: chat.turnCount,
    to: read - left,
    reason:
      left > 0
        ? `Of ${chat.turnCount} turns the latest ${read - left} fit the model's window: ${limit} tokens are left for the prompt.`
        : `Of ${chat.turnCount} turns the latest ${read} are read.`,
    provider: left > 0 ? provider : null,
  };
  return { messages: messagesOf(chat, first), adjustments: read - left < chat.turnCount ? [cut] : [] };
}
