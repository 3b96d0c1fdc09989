import type { Adjustment, Usage } from '@groundwire/client';
import type { NewRequest } from '../request-row.ts';
import { cleanText, MAX_TEXT_LENGTH } from './clean-text.ts';

const MAX_ENTRIES = 100;
const MAX_DETAILS = 20;

/** How a text that the database cannot hold looks in JSON: a zero character, half of a pair. */
const SUSPICIOUS = /\\u(?:0000|d[89a-f])/i;

/** The row as the store takes it: of bounded size, and of texts that the database can hold. */
export function toJson(request: NewRequest): string {
  const { adjustments, attempts, usage } = request;
  const row = {
    ...shortened(request),
    adjustments: adjustments.slice(0, MAX_ENTRIES).map(withoutTexts),
    attempts: attempts.slice(0, MAX_ENTRIES).map(shortened),
    usage: usage && countsOf(usage),
  };
  const json = JSON.stringify(row);
  return SUSPICIOUS.test(json) ? JSON.stringify(row, (_, value: unknown) => cleaned(value)) : json;
}

/** Callers and vendors may make a name as long as they like. */
function shortened<Texts extends object>(value: Texts): Texts {
  const entries = Object.entries(value).map(([name, text]: [string, unknown]) => [name, shortText(text)] as const);
  return Object.fromEntries(entries) as Texts;
}

function shortText(value: unknown): unknown {
  return typeof value === 'string' && value.length > MAX_TEXT_LENGTH ? value.slice(0, MAX_TEXT_LENGTH) : value;
}

function cleaned(value: unknown): unknown {
  return typeof value === 'string' ? cleanText(value, Infinity) : value;
}

/** What was changed from and to may hold what was said: a stop text, a schema, a filter. Counts and switches do not. */
function withoutTexts({ parameter, action, from, to, reason, provider }: Adjustment): Adjustment {
  const numbers = { ...(isPlain(from) && { from }), ...(isPlain(to) && { to }) };
  return shortened({ parameter, action, ...numbers, reason, provider });
}

function isPlain(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

/** Providers put all sorts of things beside their counts. */
function countsOf(usage: Usage): Usage {
  const { prompt_tokens, completion_tokens, total_tokens } = usage;
  const { prompt_tokens_details: prompt, completion_tokens_details: completion } = usage;
  return {
    ...{ prompt_tokens, completion_tokens, total_tokens },
    ...(prompt && { prompt_tokens_details: numbersOf(prompt) }),
    ...(completion && { completion_tokens_details: numbersOf(completion) }),
  };
}

function numbersOf(details: Readonly<Record<string, unknown>>): Record<string, number> {
  const numbers = Object.entries(details).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return Object.fromEntries(numbers.slice(0, MAX_DETAILS));
}
