import type { Adjustment, Usage } from '@groundwire/client';
import type { NewRequest } from '../request-row.ts';
import { cleanText } from './clean-text.ts';

const MAX_USER_AGENT_LENGTH = 500;
/** Longer than any label may be. */
const MAX_TEXT_LENGTH = 512;
const MAX_ADJUSTMENTS = 100;
const MAX_DETAILS = 20;

/** The row as the store takes it: of bounded size, and of texts that the database can hold. */
export function toJson(request: NewRequest): string {
  const { content, adjustments, attempts, usage, userAgent } = request;
  const short = {
    ...request,
    userAgent: userAgent?.slice(0, MAX_USER_AGENT_LENGTH) ?? null,
    adjustments: adjustments.slice(0, MAX_ADJUSTMENTS).map(withoutTexts),
    attempts: attempts.slice(0, MAX_ADJUSTMENTS),
    usage: usage && countsOf(usage),
    content: null,
  };
  const json = JSON.stringify(short, (_, value: unknown) => cleaned(value, MAX_TEXT_LENGTH));
  if (content === null) return json;
  const said = JSON.stringify(content, (_, value: unknown) => cleaned(value, Infinity));
  return json.replace(/"content":null}$/, () => `"content":${said}}`);
}

function cleaned(value: unknown, maxLength: number): unknown {
  return typeof value === 'string' ? cleanText(value, maxLength) : value;
}

/** What was changed from and to may hold what was said: a stop text, a schema, a filter. Counts and switches do not. */
function withoutTexts({ parameter, action, from, to, reason, provider }: Adjustment): Adjustment {
  return {
    parameter,
    action,
    ...(isPlain(from) && { from }),
    ...(isPlain(to) && { to }),
    reason,
    provider,
  };
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
