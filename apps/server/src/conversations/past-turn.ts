import type { PastMessage } from '@groundwire/client';
import type { PastTurn } from './conversation.ts';

/** A turn that was had elsewhere, as one of ours. */
export function pastTurn({ user_text: question, assistant_text: answer = null }: PastMessage): PastTurn {
  return {
    status: answer === null ? 'failed' : 'complete',
    messages: question === '' ? [] : [{ role: 'user', content: question }],
    answer: { role: 'assistant', content: answer },
  };
}
