import type { ChatMessage } from '@groundwire/client';
import type { OpenConversation, PastTurn } from '../../conversations/conversation.ts';
import { withoutRepeats } from './without-repeats.ts';

/** A chat that continues a stored conversation, in the pieces that can be left out. */
export interface Chat {
  /** How many turns the conversation has; `past` may hold fewer. */
  turnCount: number;
  /** The instructions in force. */
  system: readonly ChatMessage[];
  /** What was said before, oldest first. A call and its results are never in two pieces. */
  past: readonly PastPiece[];
  /** What belongs to the new question: the turns whose calls it answers, and the question itself. */
  asked: readonly ChatMessage[];
  /** How many stored turns stand in `asked`. */
  turnsOfAsked: number;
  /** What of the caller's messages is new to the conversation. */
  added: readonly ChatMessage[];
}

/** Turns that stay or go together. */
export interface PastPiece {
  turns: number;
  messages: readonly ChatMessage[];
}

/**
 * Puts the stored turns before the caller's messages, which may repeat some of them. System messages that open the
 * caller's messages replace those of earlier turns; without any, the latest ones hold on. A turn that asked for tools is
 * moved to the one that brought the results: between the two, others may have been answered.
 */
export function joinHistory({ turnCount, turns, earlier }: OpenConversation, messages: readonly ChatMessage[]): Chat {
  const added = withoutRepeats(turns.map(said), messages);
  const [system, rest] = parted(added);
  // Turns that were not read leave what they hold of instructions.
  const pieces: PastPiece[] = earlier.within.length === 0 ? [] : [{ turns: 0, messages: earlier.within }];
  for (const turn of turns) takeUp(pieces, { turns: 1, messages: said(turn) });
  takeUp(pieces, { turns: 0, messages: rest });
  const last = pieces.pop();
  return {
    turnCount,
    system: system.length > 0 ? system : (latestSystem(turns) ?? earlier.opening),
    past: pieces.map((piece) => ({ ...piece, messages: withoutOpenCalls(piece.messages) })),
    asked: withoutOpenCalls(last?.messages ?? rest, rest.length),
    turnsOfAsked: last?.turns ?? 0,
    added,
  };
}

/** The messages of a turn as a prompt repeats them, without its opening instructions. */
export function said({ messages, answer, status }: PastTurn): ChatMessage[] {
  return [...parted(messages)[1], ...answerOf(answer, status)];
}

/** A vendor takes no empty message, and no call that was cut; thinking is put back where a model wants it, by whoever keeps it. */
function answerOf({ content, refusal, tool_calls: calls }: ChatMessage, status: PastTurn['status']): ChatMessage[] {
  const hasCalls = status === 'complete' && calls !== undefined && calls.length > 0;
  const text = content ?? refusal ?? null;
  if (text === null && !hasCalls) return [];
  return [{ role: 'assistant', content: text, ...(hasCalls ? { tool_calls: calls } : {}) }];
}

/** The instructions that open a chat, and what follows. */
function parted(messages: readonly ChatMessage[]): [ChatMessage[], ChatMessage[]] {
  const first = messages.findIndex((message) => !isSystem(message));
  const count = first === -1 ? messages.length : first;
  return [messages.slice(0, count), messages.slice(count)];
}

export function isSystem({ role }: ChatMessage): boolean {
  return role === 'system' || role === 'developer';
}

function latestSystem(turns: readonly PastTurn[]): readonly ChatMessage[] | undefined {
  const latest = turns.findLast(({ messages: [first] }) => first !== undefined && isSystem(first));
  return latest && parted(latest.messages)[0];
}

/** Adds a piece; when it opens with tool results, the piece that holds their calls joins it. */
function takeUp(pieces: PastPiece[], piece: PastPiece): void {
  const [first] = piece.messages;
  const id = first?.role === 'tool' ? first.tool_call_id : undefined;
  const from = id === undefined ? -1 : pieces.findLastIndex(({ messages }) => placeOfCall(messages, id) !== -1);
  const [asking] = from === -1 ? [] : pieces.splice(from, 1);
  if (asking === undefined || id === undefined) {
    pieces.push(piece);
    return;
  }
  // Results that are sent again, after an answer that was cut short, take the place of the first ones.
  const before = asking.messages.slice(0, placeOfCall(asking.messages, id) + 1);
  pieces.push({ turns: asking.turns + piece.turns, messages: [...before, ...piece.messages] });
}

function placeOfCall(messages: readonly ChatMessage[], id: string): number {
  return messages.findLastIndex(({ tool_calls: calls }) => calls?.some((call) => call.id === id) === true);
}

/** Calls that nobody answered, and results of unknown calls, are refused by vendors. The last `own` messages are the caller's: as they are. */
function withoutOpenCalls(messages: readonly ChatMessage[], own = 0): ChatMessage[] {
  const answered = new Set(messages.map(({ tool_call_id: id }) => id));
  const asked = new Set(messages.flatMap(({ tool_calls: calls }) => calls?.map(({ id }) => id) ?? []));
  return messages.flatMap((message, index): ChatMessage[] => {
    if (index >= messages.length - own) return [message];
    if (message.role === 'tool') return asked.has(message.tool_call_id ?? '') ? [message] : [];
    if (message.tool_calls === undefined) return [message];
    const { tool_calls: calls, ...others } = message;
    const kept = calls.filter(({ id }) => answered.has(id));
    if (kept.length > 0) return [{ ...message, tool_calls: kept }];
    return others.content ? [others] : [];
  });
}
