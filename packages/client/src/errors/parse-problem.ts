import type { GroundwireErrorDetails } from './groundwire-error.ts';

/** A problem's words and marks; all absent when the body is not one of Groundwire's. */
export type ParsedProblem = { message?: string } & Pick<GroundwireErrorDetails, 'type' | 'code' | 'param' | 'fields'>;

/**
 * Reads an error body of either family: OpenAI's `{error: {message, type, param, code}}`, or AskYoda's
 * `{error: {type, message}}` (with a map of fields as the message of a 400) and `{details: "Not Found"}`.
 */
export function parseProblem(body: unknown): ParsedProblem {
  if (!isRecord(body)) return {};
  const { error, details } = body;
  if (typeof error === 'string') return { message: error };
  if (!isRecord(error)) return { message: readText(details) };

  const fields = readFields(error.message);
  return {
    message: fields ? Object.values(fields).flat().join('; ') : readText(error.message),
    type: readText(error.type),
    code: readText(error.code),
    param: readText(error.param),
    fields,
  };
}

function readFields(message: unknown): Record<string, string[]> | undefined {
  if (!isRecord(message)) return undefined;
  const entries = Object.entries(message).map(([field, faults]): [string, string[]] => [
    field,
    [faults].flat().map(String),
  ]);
  return Object.fromEntries(entries);
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
