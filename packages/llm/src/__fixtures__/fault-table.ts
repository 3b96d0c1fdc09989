import type { LlmErrorKind } from '../llm-error.ts';

/** How a call ends: as an error with or without a vendor's status, or complete. */
export type Ending = readonly [kind: LlmErrorKind, status?: number] | 'complete';

export interface Fault {
  /** The model of the fake upstream that plays it. */
  model: string;
  /** On all four ways, unless one is named. */
  ends: Ending;
  /** Where a wire or a form of the answer makes a difference; null: this fault does not exist there. */
  except?: Partial<Record<Way, Ending | null>>;
  /** Requests in all when two retries are allowed; 1 when absent. */
  attempts?: number;
  /** What a stream has given before; a whole answer gives nothing. */
  text?: string;
}

export type Way = 'openai whole' | 'openai stream' | 'anthropic whole' | 'anthropic stream';

const retried = { attempts: 3 } as const;
const begun = { text: 'one two ' } as const;
const ODD_TEXT = 'one two three für 🙂';
const streamsOnly = { 'openai whole': null } as const;
const openAiOnly = { 'anthropic whole': null, 'anthropic stream': null } as const;
const anthropicOnly = { 'openai whole': null, 'openai stream': null } as const;

/** Promise P9, row by row: every fault has one outcome, whichever wire and form (promises.md, error catalogue). */
export const FAULTS: readonly Fault[] = [
  // A refusal: redirects are neither followed nor tried again, a request or key at fault neither.
  { model: 'error-301', ends: ['upstream', 301] },
  { model: 'error-308', ends: ['upstream', 308] },
  { model: 'error-400', ends: ['invalid_request', 400] },
  { model: 'error-401', ends: ['auth', 401] },
  { model: 'error-402', ends: ['auth', 402] },
  { model: 'error-403', ends: ['auth', 403] },
  { model: 'error-404', ends: ['not_found', 404] },
  { model: 'error-413', ends: ['invalid_request', 413] },
  { model: 'error-422', ends: ['invalid_request', 422] },
  { model: 'error-408', ends: ['upstream', 408], ...retried },
  { model: 'error-409', ends: ['upstream', 409], ...retried },
  { model: 'error-429', ends: ['rate_limit', 429], ...retried },
  { model: 'error-429-after-6', ends: ['rate_limit', 429] },
  { model: 'error-429-quota', ends: ['rate_limit', 429], except: openAiOnly },
  { model: 'error-400-credit', ends: ['auth', 400], except: anthropicOnly },
  { model: 'error-500', ends: ['upstream', 500], ...retried },
  { model: 'error-500-final', ends: ['upstream', 500] },
  { model: 'error-502', ends: ['upstream', 502], ...retried },
  { model: 'error-503', ends: ['overloaded', 503], ...retried },
  { model: 'error-504', ends: ['upstream', 504], ...retried },
  { model: 'error-529', ends: ['overloaded', 529], ...retried },
  // The connection, before headers.
  { model: 'stall-before-headers', ends: ['timeout'], ...retried },
  { model: 'reset-before-headers', ends: ['network'], ...retried },
  { model: 'not-http', ends: ['malformed'] },
  { model: 'reset-first', ends: 'complete', attempts: 2, text: 'You said: hello there' },
  { model: 'flaky-2-503', ends: 'complete', attempts: 3, text: 'You said: hello there' },
  // A whole answer that is none.
  { model: 'stall-mid-body', ends: ['timeout'], except: { ...openAiOnly, 'openai stream': null } },
  { model: 'reset-mid-body', ends: ['network'], except: { ...openAiOnly, 'openai stream': null } },
  { model: 'truncated-json', ends: ['malformed'], except: openAiOnly },
  { model: 'empty-choices', ends: ['malformed'], except: { ...openAiOnly, 'openai stream': null } },
  { model: 'bad-utf8-body', ends: ['malformed'], except: { ...openAiOnly, 'openai stream': null } },
  { model: 'huge-body', ends: ['malformed'], except: { ...openAiOnly, 'openai stream': null } },
  { model: 'error-in-body', ends: ['overloaded', 503], except: { ...openAiOnly, 'openai stream': null } },
  { model: 'html', ends: ['malformed'] },
  { model: 'wrong-type', ends: ['malformed'] },
  // A stream that fails before its first event.
  { model: 'stall', ends: ['timeout'], except: { 'openai whole': ['malformed'] } },
  { model: 'empty-stream', ends: ['malformed'] },
  {
    model: 'error-first',
    ends: ['overloaded'],
    except: { 'openai stream': ['overloaded', 503], 'openai whole': null },
  },
  { model: 'broken-json', ends: ['malformed'] },
  { model: 'bad-utf8', ends: ['malformed'] },
  { model: 'huge-event', ends: ['malformed'] },
  // A stream that fails later.
  { model: 'stall-mid-stream', ends: ['timeout'], ...begun, except: streamsOnly },
  { model: 'reset-mid-stream', ends: ['network'], ...begun, except: streamsOnly },
  { model: 'cut-mid-stream', ends: ['malformed'], ...begun, except: streamsOnly },
  { model: 'cut-with-done', ends: ['malformed'], ...begun, except: streamsOnly },
  { model: 'cut-mid-event', ends: ['malformed'], ...begun, except: streamsOnly },
  { model: 'error-mid-stream', ends: ['upstream'], ...begun, except: streamsOnly },
  { model: 'overloaded-mid-stream', ends: ['overloaded'], ...begun, except: anthropicOnly },
  { model: 'cut-before-stop', ends: ['malformed'], text: ODD_TEXT, except: anthropicOnly },
  { model: 'broken-order', ends: ['malformed'], except: anthropicOnly },
  // Odd, but whole.
  { model: 'no-done', ends: 'complete', text: ODD_TEXT, except: { ...openAiOnly, ...streamsOnly } },
  { model: 'never-closed', ends: 'complete', text: ODD_TEXT, except: streamsOnly },
  { model: 'no-usage', ends: 'complete', text: ODD_TEXT, except: streamsOnly },
  { model: 'comments', ends: 'complete', text: ODD_TEXT, except: streamsOnly },
  { model: 'crlf', ends: 'complete', text: ODD_TEXT, except: streamsOnly },
  { model: 'byte-by-byte', ends: 'complete', text: ODD_TEXT, except: streamsOnly },
  { model: 'large-event', ends: 'complete', text: 'x'.repeat(1024 * 1024), except: streamsOnly },
  { model: 'unknown-events', ends: 'complete', text: ODD_TEXT, except: anthropicOnly },
];
