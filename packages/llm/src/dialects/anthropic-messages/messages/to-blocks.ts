import type { DocumentBlockParam, ImageBlockParam, TextBlockParam } from '@anthropic-ai/sdk/resources/messages';
import type { ChatMessage, ContentPart } from '@groundwire/client';
import { messageContent, partText } from '../../../message-content.ts';
import { toDocumentBlock, toImageBlock } from './media.ts';
import { refuse } from './refuse.ts';

export type ContentBlockParam = TextBlockParam | ImageBlockParam | DocumentBlockParam;

/** A message's content in any of its shapes. Blocks of text that are empty are a 400 there, so they are left out. */
export function toBlocks(message: ChatMessage, place: string): ContentBlockParam[] {
  const content = messageContent(message) ?? '';
  if (typeof content === 'string') return textBlocks(content);
  return content.flatMap((part, index) => toPart(part, `${place}.content[${index}]`));
}

/** As `toBlocks`, where the wire has room for text only. */
export function toText(message: ChatMessage, place: string): string {
  return toBlocks(message, place)
    .map((block) => {
      if (block.type === 'text') return block.text;
      throw refuse(place, 'may hold text only with this provider');
    })
    .join('\n\n');
}

export function textBlocks(text: string): TextBlockParam[] {
  return text.trim() === '' ? [] : [{ type: 'text', text }];
}

function toPart(part: ContentPart, place: string): ContentBlockParam[] {
  switch (part.type) {
    case 'text':
      return textBlocks(partText(part));
    case 'refusal':
      return textBlocks(part.refusal);
    case 'image_url':
      return [toImageBlock(part, place)];
    case 'file':
      return [toDocumentBlock(part, place)];
    case 'input_audio':
      throw refuse(place, 'is spoken, which this provider does not take');
  }
}
