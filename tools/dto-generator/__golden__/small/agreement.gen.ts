// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.
import type * as client from '@groundwire/client';
import type { Agree, Expect, Received } from '../agree.ts';
import type * as schemas from './schemas.gen.ts';

/** The two generators check each other whenever this compiles. */
export type Agreement = [
  Expect<Agree<schemas.LabelsDto, client.Labels>>,
  Expect<Agree<schemas.BookDto, Received<client.Book>>>,
  Expect<Agree<schemas.ChapterDto, client.Chapter>>,
  Expect<Agree<schemas.PictureDto, client.Picture>>,
  Expect<Agree<schemas.FaultDto, client.Fault>>,
];
