import type { Instructions } from './instructions.ts';
import type { Annotation, ChatMessage, ConversationMessage, ConversationSource } from '@groundwire/client';

/** A conversation as it is stored, without its turns. */
export interface StoredConversation {
  id: string;
  name: string | null;
  turnCount: number;
  createdAt: Date;
}

/** How an answer ended. */
export type TurnStatus = ConversationMessage['status'];

/** A question and its answer, to be stored. */
export interface NewTurn {
  /** What the caller sent, but for what the conversation held already: system messages, questions, tool results. */
  messages: readonly ChatMessage[];
  /** What the model said, as far as it went; of several choices the first. */
  answer: ChatMessage;
  annotations: readonly Annotation[];
  sources: readonly ConversationSource[];
  provider: string;
  /** As the provider names it. */
  model: string;
  requestId: string | null;
  status: TurnStatus;
}

/** A stored turn with its place. */
export interface StoredTurn extends NewTurn {
  /** From 1, without gaps. */
  turn: number;
  createdAt: Date;
}

/** What of a turn the next prompt needs. */
export type PastTurn = Pick<StoredTurn, 'messages' | 'answer' | 'status'>;

/** A conversation that a call continues. */
export interface OpenConversation {
  id: string;
  turnCount: number;
  /** The latest ones, oldest first: as many as were wanted, and may be read. */
  turns: readonly PastTurn[];
  /** Of the turns before them: what opened the latest of those that open with any, and all that stands within. */
  earlier: Instructions;
}
