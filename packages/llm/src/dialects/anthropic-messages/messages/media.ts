import type { DocumentBlockParam, ImageBlockParam } from '@anthropic-ai/sdk/resources/messages';
import type { ContentPart } from '@groundwire/client';
import { imageUrl, partImage } from '../../../message-content.ts';
import { refuse } from './refuse.ts';

type ImagePart = Extract<ContentPart, { type: 'image_url' }>;
type FilePart = Extract<ContentPart, { type: 'file' }>;
type ImageType = Extract<ImageBlockParam['source'], { type: 'base64' }>['media_type'];

const DATA_URL = /^data:([^;,]+)(?:;[^;,]+)*;base64,(.*)$/s;
const IMAGE_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] satisfies ImageType[];
const PDF = 'application/pdf';

/** Anthropic fetches https addresses itself; what a data URL holds goes along. */
export function toImageBlock(part: ImagePart, place: string): ImageBlockParam {
  const url = imageUrl(partImage(part)) ?? '';
  const [, mediaType, data] = DATA_URL.exec(url) ?? [];
  if (mediaType !== undefined && data !== undefined) {
    if (!IMAGE_TYPES.includes(mediaType)) throw refuse(place, 'has an image that is no JPEG, PNG, GIF or WebP');
    return { type: 'image', source: { type: 'base64', media_type: mediaType as ImageType, data } };
  }
  if (!/^https:/i.test(url)) throw refuse(place, 'has an image that is neither an https nor a base64 data URL');
  return { type: 'image', source: { type: 'url', url } };
}

/** PDFs only: other files would be taken for text, or refused. */
export function toDocumentBlock({ file }: FilePart, place: string): DocumentBlockParam {
  const { file_data: given, filename } = file;
  const title = typeof filename === 'string' && filename !== '' ? filename : undefined;
  const [, mediaType, encoded] = typeof given === 'string' ? (DATA_URL.exec(given) ?? []) : [];
  const isBarePdf = typeof given === 'string' && mediaType === undefined && title?.toLowerCase().endsWith('.pdf');
  const data = isBarePdf ? given : mediaType === PDF ? encoded : undefined;
  if (data === undefined) throw refuse(place, 'has a file that is no PDF in `file_data`; this provider takes no other');
  return { type: 'document', source: { type: 'base64', media_type: PDF, data }, ...(title && { title }) };
}
