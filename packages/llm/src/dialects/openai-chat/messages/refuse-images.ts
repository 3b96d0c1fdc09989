import type { ChatMessage } from '@groundwire/client';
import { imageUrl, messageImages } from '../../../message-content.ts';
import type { Draft } from '../request/draft.ts';

/** An answer that did not see the image would be about something else. Throws `LlmError` (`unsupported`). */
export function refuseImages(messages: readonly ChatMessage[], draft: Draft): void {
  const { images = 'any' } = draft.policy;
  if (images === 'any') return;
  const urls = messages.flatMap(messageImages).map(imageUrl);
  if (images === 'none' && urls.length > 0) throw draft.refusal('messages', 'It sees no images.');
  if (urls.some((url) => !url?.startsWith('data:'))) {
    throw draft.refusal('messages', 'It takes images only inside the request, as `data:` URLs.');
  }
}
