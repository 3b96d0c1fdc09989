import type { Adjustment, ChatMessage } from '@groundwire/client';
import { countPrompt, promptAtMost, type TokenCounter } from '@groundwire/llm';
import type { RecalledTurn } from '../../thinking/thinking.service.ts';
import {
  type FitRequest,
  type FitTarget,
  passagesAtMost,
  SPARE_TOKENS_FOR_MARKS,
  tokensWithFrame,
} from '../request/fit-passages.ts';
import { promptLimit } from '../request/prompt-limit.ts';
import { type Chat, isSystem, type PastPiece } from './join-history.ts';

/** With the thinking that was known, and what to do about the next one's. */
export interface FittedHistory extends RecalledTurn {
  adjustments: Adjustment[];
}

/** Puts thinking back into messages, whose number and order stay as they are. */
export type Recall = (messages: ChatMessage[]) => Promise<RecalledTurn>;

/** What takes room in a model's window beside a history. */
type Room = Omit<FitRequest, 'messages' | 'k'>;

/**
 * Leaves the oldest turns of a conversation out until the prompt and the answer fit the model's window. Of the room that
 * the new question leaves, passages are assured of half, and of the best of them in any case; what they do not need is for
 * the history. Instructions stay. Thinking is recalled for what fits without it; with it, further turns may have to go.
 */
export async function fitHistory(chat: Chat, room: Room, target: FitTarget, recall: Recall): Promise<FittedHistory> {
  const bare = await oldestThatFits(chat, room, target);
  const messages = messagesOf(chat, bare);
  const recalled = await recall(messages);
  const limit = promptLimit(room.maxOutputTokens, target.facts);
  if (recalled.messages.every((message, index) => message === messages[index])) {
    return { ...recalled, adjustments: adjustmentsOf(chat, bare, target, limit) };
  }
  const thoughtful = withMessages(chat, bare, recalled.messages);
  const first = Math.max(bare, await oldestThatFits(thoughtful, room, target));
  return {
    ...recalled,
    messages: messagesOf(thoughtful, first),
    adjustments: adjustmentsOf(chat, first, target, limit),
  };
}

/** The index of the first piece to keep. Nothing is counted while the bytes alone show that everything fits. */
async function oldestThatFits(chat: Chat, request: Room, { facts, counter }: FitTarget): Promise<number> {
  const { parameters, passages = [] } = request;
  const limit = promptLimit(request.maxOutputTokens, facts);
  if (limit === undefined) return 0;
  const ofPassages = passages.length === 0 ? 0 : passagesAtMost(passages, counter);
  const atMost = promptAtMost({ messages: messagesOf(chat, 0), parameters }, counter) + ofPassages;
  if (atMost <= limit) return 0;

  const necessary = [...chat.system, ...chat.past.flatMap(instructionsOf), ...chat.asked];
  const room = limit - (await countPrompt({ messages: necessary, parameters }, counter));
  return oldestToKeep(chat.past, room - (await shareOfPassages(passages, room, counter)), counter);
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
export async function oldestToKeep(past: readonly PastPiece[], room: number, counter: TokenCounter): Promise<number> {
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

/** The chat whose `messagesOf` from the piece `first` on are these. */
function withMessages(chat: Chat, first: number, messages: readonly ChatMessage[]): Chat {
  let at = chat.system.length;
  const past = chat.past.map((piece, index): PastPiece => {
    const { length } = index < first ? instructionsOf(piece) : piece.messages;
    const start = at;
    at += length;
    return { ...piece, messages: messages.slice(start, at) };
  });
  return { ...chat, past, asked: messages.slice(at) };
}

function instructionsOf({ messages }: PastPiece): ChatMessage[] {
  return messages.filter(isSystem);
}

function adjustmentsOf(chat: Chat, first: number, { provider }: FitTarget, limit: number | undefined): Adjustment[] {
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
  return read - left < chat.turnCount ? [cut] : [];
}
