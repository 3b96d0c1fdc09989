import { toError } from '../dialects/openai-chat/to-error.ts';
import { LlmError } from '../llm-error.ts';
import type { Target } from '../registry.ts';
import type { Transport } from '../transport.ts';

/** A body that is no JSON. */
export interface RawBody {
  contentType: string;
  bytes: Uint8Array;
}

/** Callers of ours never wrote these requests: no field of theirs can be at fault. */
const NO_NAMES: ReadonlySet<string> = new Set();

/** Posts to a path below the provider's base URL and returns the JSON it answers. Throws `LlmError`. */
export function postTask(
  transport: Transport,
  { endpoint }: Target,
  path: string,
  body: Readonly<Record<string, unknown>> | RawBody,
  signal: AbortSignal,
): Promise<unknown> {
  const { providerId: provider, baseUrl, headers } = endpoint;
  if (baseUrl === undefined) {
    throw new LlmError('unsupported', `\`${provider}\` cannot do this.`, { provider, param: 'model' });
  }
  const raw = isRaw(body) ? body : { contentType: 'application/json', bytes: JSON.stringify(body) };
  return transport.fetchJson(
    {
      provider,
      method: 'POST',
      url: `${baseUrl}${path}`,
      headers: { ...headers, 'content-type': raw.contentType, accept: 'application/json' },
      body: raw.bytes,
      // Every vendor of the tables answers with OpenAI's object or with a text of its own, which nobody reads.
      toError: (failure) => toError({ ...failure, provider, knownNames: NO_NAMES }),
    },
    signal,
  );
}

/** An answer that is not the wire; `what` is wrong with it. */
export function malformed(provider: string, what: string): LlmError {
  return new LlmError('malformed', `\`${provider}\` ${what}.`, { provider });
}

function isRaw(body: Readonly<Record<string, unknown>> | RawBody): body is RawBody {
  return body['bytes' as keyof typeof body] instanceof Uint8Array;
}
