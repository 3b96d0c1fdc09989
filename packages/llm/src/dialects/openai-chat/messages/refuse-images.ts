import type { ChatMessage } from '@groundwire/client';
import type { Draft } from '../request/draft.ts';
import { imageUrlOf } from './to-content.ts';

/** An answer that did not see the image would be about something else. Throws `LlmError` (`unsupported`). */
export function refuseImages(messages: readonly ChatMessage[], draft: Draft): void {
  const { images = 'any' } = draft.policy;
  if (images === 'any') return;
  const urls = messages.flatMap(({ content, message }) => {
    const parts = content ?? message;
    return Array.isArray(parts) ? parts.flatMap((part) => (part.type === 'image_url' ? [imageUrlOf(part)] : [])) : [];
  });
  if (images === 'none' && urls.length > 0) throw draft.refusal('messages', 'It sees no images.');
  if (urls.some((url) => !url?.startsWith('data:'))) {
    throw draft.refusal('messages', 'It takes images only inside the request, as `data:` URLs.');
  }
}
