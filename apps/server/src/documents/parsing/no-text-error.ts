import type { ReadableType } from './file-type.ts';
import { UnreadableError } from './unreadable-error.ts';

const NO_TEXT = 'No text was found in the file.';

/** What its sender may not expect of a type, or can do about it. */
const REASONS: Partial<Record<ReadableType, string>> = {
  pdf: 'Its pages are empty, or pictures in which none could be read.',
  docx: 'Pictures in it are not looked at.',
  pptx: 'Pictures in it are not looked at.',
  audio: 'Nothing was said that could be heard.',
  video: 'Nothing was said that could be heard, and its pictures are not looked at.',
};

/** A file without a word: nobody could ever find it, so it is not said to have been read. */
export function noTextError(type: ReadableType, isUnrenderedPage: boolean): UnreadableError {
  const reason = isUnrenderedPage ? 'If its scripts write it, add it with js_render.' : REASONS[type];
  return new UnreadableError(reason === undefined ? NO_TEXT : `${NO_TEXT} ${reason}`);
}
