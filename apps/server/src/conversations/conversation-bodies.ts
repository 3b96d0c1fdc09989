import type { Conversation, ConversationDetail, ConversationMessage, PastMessage } from '@groundwire/client';
import { messageText } from '@groundwire/llm';
import type { PastTurn, StoredConversation, StoredTurn } from './conversation.ts';

export function conversationBody({ id, name, createdAt }: StoredConversation): Conversation {
  return { id, name, created_at: createdAt.toISOString() };
}

export function detailBody(conversation: StoredConversation, turns: readonly StoredTurn[]): ConversationDetail {
  return {
    ...conversationBody(conversation),
    message_count: conversation.turnCount,
    messages: turns.map(messageBody),
  };
}

function messageBody({ messages, answer, ...turn }: StoredTurn): ConversationMessage {
  const said = messages.filter(({ role }) => role === 'user').map(messageText);
  return {
    user_text: said.join('\n\n'),
    assistant_text: messageText(answer) || null,
    turn: turn.turn,
    created_at: turn.createdAt.toISOString(),
    status: turn.status,
    provider: turn.provider,
    model: turn.model,
    request_id: turn.requestId,
    tool_calls: answer.tool_calls ?? [],
    ...(answer.reasoning_content === undefined ? {} : { reasoning_content: answer.reasoning_content }),
    annotations: [...turn.annotations],
    sources: [...turn.sources],
  };
}

/** A turn that was had elsewhere, as one of ours. */
export function pastTurn({ user_text: question, assistant_text: answer = null }: PastMessage): PastTurn {
  return {
    status: answer === null ? 'failed' : 'complete',
    messages: question === '' ? [] : [{ role: 'user', content: question }],
    answer: { role: 'assistant', content: answer },
  };
}
