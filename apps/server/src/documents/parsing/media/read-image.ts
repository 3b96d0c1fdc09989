import { readWhole, type Source } from '../source.ts';
import type { Part } from '../part.ts';
import { UnreadableError } from '../unreadable-error.ts';
import { checkPicture } from './check-picture.ts';
import { TextRecogniser } from './text-recogniser.ts';

const MAX_IMAGE_BYTES = 20 * 1024 * 1024;

/** A picture: what is written in it. */
export async function* readImage(source: Source): AsyncGenerator<Part> {
  const image = await readWhole(source, MAX_IMAGE_BYTES);
  checkPicture(image);
  const recogniser = new TextRecogniser(1);
  try {
    const text = await recogniser.read(image);
    if (text === '') throw new UnreadableError('There is no text in the picture that could be read.');
    yield { kind: 'text', text };
  } finally {
    await recogniser.close();
  }
}
