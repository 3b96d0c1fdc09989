import type { FakeTask, TaskBody } from './task.ts';
import { unknownField } from './task.ts';

const SECONDS_PER_CHARACTER = 0.06;

/** `/audio/transcriptions`: a "recording" of plain text says that text, each sentence a segment. */
export const transcription: FakeTask = {
  check(body) {
    const { file, model, response_format: format = 'json' } = body;
    if (typeof file !== 'string' || file === '') return "'file' is missing.";
    if (format !== 'json' && format !== 'verbose_json') return "Invalid 'response_format'.";
    if (format === 'verbose_json' && String(model).startsWith('gpt-4o')) {
      return `response_format 'verbose_json' is not compatible with model '${String(model)}'.`;
    }
    return unknownField(body, 'file filename model language prompt response_format temperature');
  },
  answer(body) {
    const text = String(body['file']).trim();
    if (body['response_format'] !== 'verbose_json') return { text };
    return {
      task: 'transcribe',
      language: body['language'] ?? 'english',
      duration: text.length / 16,
      text,
      segments: segmentsOf(text),
    };
  },
};

/** The fields of a `multipart/form-data` body; the file's bytes as text, its name as `filename`. */
export function readForm(bytes: Buffer, contentType: string): TaskBody {
  const boundary = contentType.split('boundary=')[1] ?? '';
  const fields: Record<string, string> = {};
  for (const part of bytes.toString('latin1').split(`--${boundary}`)) {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    const [, name] = / name="([^"]+)"/.exec(head) ?? [];
    const [, filename] = / filename="([^"]+)"/.exec(head) ?? [];
    if (name !== undefined) fields[name] = Buffer.from(rest.join('\r\n\r\n').slice(0, -2), 'latin1').toString();
    if (filename !== undefined) fields['filename'] = filename;
  }
  return fields;
}

function segmentsOf(text: string): object[] {
  let at = 0;
  return (text.match(/[^.!?]+[.!?]*\s*/g) ?? []).map((sentence, id) => {
    const start = at * SECONDS_PER_CHARACTER;
    at += sentence.length;
    return { id, start, end: at * SECONDS_PER_CHARACTER, text: sentence };
  });
}
