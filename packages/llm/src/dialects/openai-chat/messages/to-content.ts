import type { ChatMessage, ContentPart, ImagePart } from '@groundwire/client';
import { partImage, partText } from '../../../message-content.ts';

type Parts = { [Type in ContentPart['type']]: (part: Extract<ContentPart, { type: Type }>) => object };

const KNOWN_FIELDS: ReadonlySet<string> = new Set([
  'type',
  'text',
  'image_url',
  'input_audio',
  'file',
  'refusal',
  'content',
]);

const toPart: Parts = {
  text: (part) => ({ type: 'text', text: partText(part) }),
  image_url: (part) => ({ type: 'image_url', image_url: imageOf(part) }),
  input_audio: ({ input_audio }) => ({ type: 'input_audio', input_audio }),
  file: ({ file }) => ({ type: 'file', file }),
  refusal: ({ refusal }) => ({ type: 'refusal', refusal }),
};

/** OpenAI's content from the contract's: the AskYoda page's parts become OpenAI's, one text alone becomes a string. */
export function toContent(content: ChatMessage['content'], dropped: Set<string>): unknown {
  if (!Array.isArray(content)) return content ?? null;
  for (const part of content) {
    for (const field in part) if (!KNOWN_FIELDS.has(field)) dropped.add(`content[].${field}`);
  }
  const [first, ...others] = content;
  if (first?.type === 'text' && others.length === 0) return partText(first);
  return content.map((part) => (toPart[part.type] as (part: ContentPart) => object)(part));
}

function imageOf(part: ImagePart): object | undefined {
  const image = partImage(part);
  return typeof image === 'string' ? { url: image } : image && { url: image.url, detail: image.detail };
}
