import type { ChatMessage } from '@groundwire/client';

/** What a message says, in whichever of the contract's fields it stands: an empty `content` gives way to `message`. */
export function messageContent({ content, message }: ChatMessage): ChatMessage['content'] {
  return isEmpty(content) ? (message ?? content) : content;
}

function isEmpty(content: ChatMessage['content']): boolean {
  return content == null || content.length === 0;
}
