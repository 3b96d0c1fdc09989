import type { SourceConversation, SourceTurn } from '../source/source.ts';
import { isObject, type JsonObject, listAt, objectAt, optionalText, textAt } from './record.ts';

/** A conversation as a list shows it. */
export interface ListedConversation {
  id: string;
  name: string | null;
  createdAt: string | undefined;
}

export interface ConversationList {
  conversations: ListedConversation[];
  /** The query of the next page, where the answer names one. */
  nextQuery: string | undefined;
}

/** A plain list as published, or one in pages of the kind that Django's REST framework makes. */
export function readConversationList(body: unknown): ConversationList {
  const where = 'conversations';
  const pages = isObject(body) ? body : {};
  const list = listAt(Array.isArray(body) ? body : (pages.results ?? pages.conversations ?? body), where);
  const next = optionalText(pages, ['next']);
  return {
    conversations: list.map((each, index) => readListed(objectAt(each, `${where}.${index}`), `${where}.${index}`)),
    nextQuery: next ? new URL(next, 'http://source.invalid').search : undefined,
  };
}

function readListed(record: JsonObject, where: string): ListedConversation {
  return {
    id: textAt(record, ['id', 'conversation_id'], where),
    name: optionalText(record, ['name']) ?? null,
    createdAt: optionalText(record, ['created_at']),
  };
}

/** One page of a conversation's turns. */
export interface TurnPage extends SourceConversation {
  /** What leads on to the newer turns, when there are any. */
  after: number | undefined;
}

/** @param readBefore turns of the pages before. */
export function readConversation(body: unknown, readBefore: number): TurnPage {
  const record = objectAt(body, 'conversation');
  const { id, name } = readListed(record, 'conversation');
  const where = `conversation ${id}: messages`;
  const messages = listAt(record.messages, where).map((each, index) => objectAt(each, `${where}.${index}`));
  const last = messages.at(-1)?.turn;
  const hasMore = typeof record.message_count === 'number' && record.message_count > readBefore + messages.length;
  return {
    id,
    name,
    turns: messages.map((message, index) => readTurn(message, `${where}.${index}`)),
    after: hasMore && typeof last === 'number' ? last : undefined,
  };
}

function readTurn(message: JsonObject, where: string): SourceTurn {
  const user = textAt(message, ['user_text', 'user'], where);
  return { user, assistant: optionalText(message, ['assistant_text', 'assistant']) || null };
}

/** Oldest first where the source tells when they began; else from the end of its list, since lists begin with the newest. */
export function inOrderOfCreation(conversations: readonly ListedConversation[]): ListedConversation[] {
  const reversed = conversations.toReversed();
  if (reversed.some(({ createdAt }) => createdAt === undefined)) return reversed;
  return reversed.sort((one, other) => Date.parse(one.createdAt!) - Date.parse(other.createdAt!));
}
