import type { IncomingMessage } from 'node:http';
import multipart, { type MultipartValue } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.ts';
import { formOf } from './form-body.ts';
import { faultOfTexts } from './json-values.ts';
import { UploadedFile } from './uploaded-file.ts';

/** The one field that may hold a file. */
const FILE_FIELD = 'file';
export const MAX_FILE_BYTES = 100 * 1024 * 1024;
/** Of a file (openapi.yaml: `AiProductFile.file_name`), in UTF-16 code units. */
export const MAX_NAME_LENGTH = 1_500;
/** A form's bytes in all: its file, and fields beside it. What belongs to neither, or never ends, counts too. */
const MAX_FORM_BYTES = MAX_FILE_BYTES + 10 * 1024 * 1024;
const LIMITS = {
  fileSize: MAX_FILE_BYTES,
  files: 1,
  fields: 100,
  fieldSize: 1024 * 1024,
  fieldNameSize: 100,
  headerPairs: 100,
};

/** A form that was read: its fields as texts, its file's name in place of the file, and the file. */
export interface MultipartBody {
  body: Record<string, unknown>;
  upload: UploadedFile | undefined;
}

/** Lets `multipart/form-data` in. It is read later, when the caller's token and the operation are known. */
export async function acceptMultipartBodies(fastify: FastifyInstance): Promise<void> {
  await fastify.register(multipart, { limits: LIMITS, throwFileSizeLimit: true });
}

/** Reads a form as it comes; of a file never more than a piece is in memory. Throws a Problem: 400 or 413. */
export async function readMultipartBody(request: FastifyRequest): Promise<MultipartBody> {
  const fields: [string, string][] = [];
  let upload: UploadedFile | undefined;
  try {
    for await (const part of bounded(request.parts(), request.raw)) {
      if (part.type === 'field') fields.push(fieldOf(part));
      else if (part.fieldname !== FILE_FIELD) throw wrongFileField(part.fieldname);
      else if (part.filename) upload = await receive(checkedName(part.filename), part.file);
      // A form's empty file field has no name.
      else part.file.resume();
    }
    const body = { ...formOf(fields), ...(upload && { [FILE_FIELD]: upload.name }) };
    const fault = faultOfTexts(body);
    if (fault) throw fault;
    return { body, upload };
  } catch (error) {
    await upload?.close();
    throw asProblem(error);
  }
}

/** The parts; throws as soon as more bytes came than a form has, though the part that they belong to may not have ended. */
async function* bounded<Part>(parts: AsyncIterableIterator<Part>, bytes: IncomingMessage): AsyncGenerator<Part> {
  const { promise: tooMany, reject } = Promise.withResolvers<never>();
  tooMany.catch(() => undefined);
  // Nobody would tell the parser of a caller who left before: it would wait for the rest without end.
  if (bytes.destroyed) throw new Error('The caller has gone.');
  let byteCount = 0;
  const count = (piece: Buffer): void => {
    byteCount += piece.length;
    if (byteCount <= MAX_FORM_BYTES) return;
    // What still comes is thrown away, until the connection's time is over.
    bytes.unpipe().resume();
    reject(new Problem('request_too_large', `The form is larger than ${MAX_FORM_BYTES / 1024 / 1024} MB.`));
  };
  bytes.on('data', count);
  try {
    for (;;) {
      const next = await Promise.race([parts.next(), tooMany]);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    bytes.off('data', count);
  }
}

/** What is longer than its limit was cut already. */
function fieldOf({ fieldname, value, valueTruncated }: MultipartValue): [string, string] {
  if (!valueTruncated) return [fieldname, String(value)];
  throw new Problem('request_too_large', `The field ${fieldname} is longer than 1 MB.`);
}

/** A name without its path, which the parser has taken off. */
function checkedName(name: string): string {
  const isLong = name.length > MAX_NAME_LENGTH;
  if (!isLong && !/\p{Cc}/u.test(name)) return name;
  const fault = isLong ? `is longer than ${MAX_NAME_LENGTH} characters` : 'holds a control character';
  throw new Problem('invalid_request_error', `The file's name ${fault}.`, { param: FILE_FIELD });
}

async function receive(name: string, file: AsyncIterable<Buffer> & { truncated?: boolean }): Promise<UploadedFile> {
  const upload = await UploadedFile.receive(name, file);
  if (!file.truncated) return upload;
  await upload.close();
  throw tooLarge();
}

function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge(error);
  if (code.startsWith('FST_') && code.endsWith('_LIMIT')) {
    return new Problem('request_too_large', 'The form has too many fields or files; send one file.', { cause: error });
  }
  const detail = 'body is not a valid multipart/form-data form.';
  return new Problem('invalid_request_error', detail, { param: 'body', cause: error });
}

function tooLarge(cause?: unknown): Problem {
  return new Problem('request_too_large', `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB.`, { cause });
}

function wrongFileField(name: string): Problem {
  const param = name.slice(0, 100);
  return new Problem('invalid_request_error', `A file belongs into the field ${FILE_FIELD}.`, { param });
}
