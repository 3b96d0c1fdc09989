import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.ts';
import { formOf } from './form-body.ts';
import { faultOfTexts } from './json-values.ts';
import { UploadedFile } from './uploaded-file.ts';

/** The one field that may hold a file. */
const FILE_FIELD = 'file';
export const MAX_FILE_BYTES = 100 * 1024 * 1024;
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
    for await (const part of request.parts()) {
      if (part.type === 'field') fields.push([part.fieldname, String(part.value)]);
      else if (part.fieldname !== FILE_FIELD) throw wrongFileField(part.fieldname);
      else if (part.filename) upload = await receive(part.filename, part.file);
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
