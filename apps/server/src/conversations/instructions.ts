import type { ChatMessage } from '@groundwire/client';

/** A turn's instructions: those that open it replace earlier ones, those within are added to them. */
export interface Instructions {
  opening: ChatMessage[];
  within: ChatMessage[];
}

export function instructionsOf(messages: readonly ChatMessage[]): Instructions {
  const first = messages.findIndex((message) => !isInstruction(message));
  const count = first === -1 ? messages.length : first;
  return { opening: messages.slice(0, count), within: messages.slice(count).filter(isInstruction) };
}

function isInstruction({ role }: ChatMessage): boolean {
  return role === 'system' || role === 'developer';
}
