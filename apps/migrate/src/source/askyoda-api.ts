import { MigrateError, SourceAnswerError } from '../migrate-error.ts';
import { JsonReader } from '../reading/json-reader.ts';
import { type Fault, type Patience, retrying } from '../retrying.ts';

/** Told of each answer as it came, under the name it has in an export. */
export type AnswerRecorder = (name: string, text: string) => Promise<void>;

export interface AskYodaAddress {
  baseUrl: string;
  token: string;
  projectId: string;
  /** Longest wait for a whole answer. */
  timeoutMs: number;
}

/** Answers that another attempt may turn into a success; 408 and 425 say so themselves. */
const PASSING = new Set([408, 425, 500, 502, 503, 504]);

/** The operations of one project, over HTTP. Only reads. */
export class AskYodaApi {
  readonly reader = new JsonReader();

  constructor(
    readonly address: AskYodaAddress,
    private readonly patience: Patience,
    private readonly record: AnswerRecorder = () => Promise.resolve(),
  ) {}

  /** @param recordAs the name of the answer in an export. */
  get(path: string, recordAs: string): Promise<unknown> {
    return this.#ask(path, undefined, recordAs);
  }

  /** For `list_chunks_ids`, which is a POST that reads. */
  post(path: string, body: unknown, recordAs: string): Promise<unknown> {
    return this.#ask(path, body, recordAs);
  }

  /** What only some sources have: undefined when this one has not. */
  async getOptional(path: string, recordAs: string): Promise<unknown> {
    try {
      return await this.get(path, recordAs);
    } catch (error) {
      // Nobody knows what a source answers where it has nothing; only a bad token and silence are the same everywhere.
      const isMissing = error instanceof SourceAnswerError && ![401, 429, undefined].includes(error.status);
      if (isMissing) return undefined;
      throw error;
    }
  }

  async #ask(path: string, body: unknown, recordAs: string): Promise<unknown> {
    const text = await retrying(() => this.#send(path, body), judge, this.patience);
    const answer = this.#parse(text, path);
    await this.record(recordAs, text);
    return answer;
  }

  async #send(path: string, body: unknown): Promise<string> {
    const { baseUrl, token, projectId, timeoutMs } = this.address;
    const response = await fetch(`${baseUrl}/v2/aiproducts/askyoda/v2/${encodeURIComponent(projectId)}/${path}`, {
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      signal: AbortSignal.any([this.patience.signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (response.ok) return response.text();
    await response.body?.cancel();
    throw new AnsweredError(this.#words(path, response.status), response.status, retryAfterMs(response.headers));
  }

  #words(path: string, status: number): string {
    const { baseUrl, projectId } = this.address;
    const operation = path.split('?')[0] || 'the project';
    if (status === 401) return `${baseUrl} refuses the token (401). Give one that is valid there in ASKYODA_TOKEN.`;
    if (status === 403) return `${baseUrl} does not let this token read ${operation} of project ${projectId} (403).`;
    if (status === 404) {
      return `${baseUrl} knows no ${operation} of project ${projectId} (404). Look at --from and --project.`;
    }
    return `${baseUrl} answered ${status} to ${operation}.`;
  }

  #parse(text: string, path: string): unknown {
    try {
      return this.reader.parse(text);
    } catch {
      throw new MigrateError(
        `${this.address.baseUrl} answered ${path || 'the project'} with something that is not JSON.`,
      );
    }
  }
}

class AnsweredError extends SourceAnswerError {
  constructor(
    message: string,
    override readonly status: number,
    readonly retryAfterMs: number | undefined,
  ) {
    super(message, status);
  }
}

function judge(error: unknown): Fault | undefined {
  if (error instanceof AnsweredError) {
    const { status, retryAfterMs } = error;
    if (status !== 429 && !PASSING.has(status)) return undefined;
    return { why: `the source answered ${status}`, retryAfterMs, isTurn: status === 429 };
  }
  if (error instanceof MigrateError) return undefined;
  return { why: isTimeout(error) ? 'the source did not answer in time' : 'the source could not be reached' };
}

/** What `fetch` throws, in words. */
export function inWords(error: unknown, baseUrl: string): unknown {
  if (error instanceof MigrateError) return error;
  if (isTimeout(error)) return new SourceAnswerError(`${baseUrl} did not answer in time.`, undefined);
  const { name, cause } = error as { name?: unknown; cause?: { code?: unknown } };
  if (name !== 'TypeError') return error;
  const code = typeof cause?.code === 'string' ? ` (${cause.code})` : '';
  return new SourceAnswerError(`${baseUrl} could not be reached${code}.`, undefined);
}

function isTimeout(error: unknown): boolean {
  return (error as { name?: unknown }).name === 'TimeoutError';
}

/** Seconds or a date (RFC 9110, 10.2.3). */
function retryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const waitMs = /^\d+$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
}
