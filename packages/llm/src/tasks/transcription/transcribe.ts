import { randomUUID } from 'node:crypto';
import { isObject } from '../../dialects/openai-chat/json.ts';
import { LlmError } from '../../llm-error.ts';
import type { Target } from '../../registry.ts';
import type { Transport } from '../../transport.ts';
import { malformed, postTask, type RawBody } from '../post-task.ts';
import type { Transcription, TranscriptionRequest } from '../task-types.ts';
import { TRANSCRIPTION_VENDORS } from './transcription-vendors.ts';

type Segment = NonNullable<Transcription['segments']>[number];

/** What is said in a recording. Throws `LlmError`; `invalid_request` for a file larger than the vendor takes. */
export async function transcribe(
  transport: Transport,
  target: Target,
  { file, filename, language }: TranscriptionRequest,
  signal: AbortSignal,
): Promise<Transcription> {
  const { providerId: provider } = target.endpoint;
  const { maxBytes = Infinity, textOnly } = TRANSCRIPTION_VENDORS[provider] ?? {};
  if (file.length > maxBytes) {
    const detail = `\`${provider}\` takes recordings of up to ${maxBytes / 1_000_000} MB.`;
    throw new LlmError('invalid_request', detail, { provider, param: 'file' });
  }
  const fields = {
    model: target.model,
    response_format: textOnly?.test(target.model) === true ? 'json' : 'verbose_json',
    ...(language !== undefined && { language }),
  };
  const answer = await postTask(transport, target, '/audio/transcriptions', toForm(fields, file, filename), signal);
  if (!isObject(answer) || typeof answer['text'] !== 'string') {
    throw malformed(provider, 'answered with something that is no transcription');
  }
  const segments = Array.isArray(answer['segments']) ? answer['segments'].flatMap(toSegment) : [];
  const model = `${provider}/${target.model}`;
  return { text: answer['text'], model, ...(segments.length > 0 && { segments }) };
}

function toSegment(entry: unknown): Segment[] {
  const { start, end, text } = isObject(entry) ? entry : {};
  if (typeof start !== 'number' || typeof end !== 'number' || typeof text !== 'string') return [];
  return [{ start, end, text }];
}

/** `multipart/form-data`, written by hand: the transport takes bytes, and a retry must be able to send them again. */
function toForm(fields: Readonly<Record<string, string>>, file: Uint8Array, filename: string): RawBody {
  const boundary = `groundwire-${randomUUID()}`;
  const part = (disposition: string, type = ''): string =>
    `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n${type}\r\n`;
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(filename)?.[1] ?? 'mp3';
  const head = Object.entries(fields).map(([name, value]) => `${part(`name="${name}"`)}${value}\r\n`);
  const fileHead = part(`name="file"; filename="audio.${ending}"`, 'content-type: application/octet-stream\r\n');
  const bytes = Buffer.concat([Buffer.from(head.join('') + fileHead), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { contentType: `multipart/form-data; boundary=${boundary}`, bytes };
}
