import type { ChatMessage, ImagePart, TextPart } from '@groundwire/client';

/** What a message says, in whichever of the contract's fields it stands: an empty `content` gives way to `message`. */
export function messageContent({ content, message }: ChatMessage): ChatMessage['content'] {
  return content === '' || saysNothing(content) ? (message ?? content) : content;
}

/** A part's text, in `text` or where the AskYoda page puts it. */
export function partText({ text, content }: TextPart): string {
  return text ?? (typeof content === 'string' ? content : (content?.text ?? ''));
}

/** A part's image, in `image_url` or where the AskYoda page puts it: a bare address or OpenAI's object. */
export function partImage({ image_url, content }: ImagePart): ImagePart['image_url'] {
  return image_url ?? content?.image_url;
}

/** Where an image is, in whichever form it was given. */
export function imageUrl(image: ImagePart['image_url']): string | undefined {
  return typeof image === 'string' ? image : image?.url;
}

/** The images of a message, in any of its shapes. */
export function messageImages(message: ChatMessage): ImagePart['image_url'][] {
  const parts = messageContent(message);
  return Array.isArray(parts) ? parts.flatMap((part) => (part.type === 'image_url' ? [partImage(part)] : [])) : [];
}

/** SDKs send answers back with `refusal: null`, `tool_calls: null`, `annotations: []`: nothing is lost with such a field. */
export function saysNothing(field: unknown): boolean {
  return field == null || (Array.isArray(field) && field.length === 0);
}
