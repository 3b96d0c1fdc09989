import type { Endpoint, Target } from '../registry.ts';
import type { Transport } from '../transport.ts';
import type { UpstreamRequest } from '../transport/connection.ts';
import type { AnswerContext, Completion, Dialect, ModelAnswer, ModelCall, StreamPart } from '../types.ts';
import { collectCompletion } from './collect-completion.ts';
import { askSeveral } from './several-answers/ask-several.ts';
import { bodiesOf } from './several-answers/bodies-of.ts';
import { streamSeveral } from './several-answers/stream-several.ts';
import { cutCompletion } from './stop-texts/cut-completion.ts';
import { cutStream } from './stop-texts/cut-stream.ts';

/**
 * A call to a vendor in its wire format: the dialect translates, the transport carries. What the vendor does not do itself
 * is done around it: several calls for several answers, answers cut at stop texts.
 */
export function callUpstream(
  dialect: Dialect,
  transport: Transport,
  knownNames: ReadonlySet<string>,
): (target: Target, call: ModelCall, signal: AbortSignal) => ModelAnswer {
  return ({ endpoint, model }, call, signal) => {
    const { providerId: provider } = endpoint;
    const {
      path,
      body,
      adjustments,
      calls = 1,
      ownStops = [],
    } = dialect.toRequest(call, model, endpoint.provider, provider);
    const { stream: isStream = false, n = 1, functions } = call.parameters;
    const context: AnswerContext = { provider, model, usesFunctions: functions !== undefined };
    const bodies = bodiesOf(body, calls);
    const headers = isStream || dialect.fromResponse === undefined ? streamHeaders(endpoint) : jsonHeaders(endpoint);
    const requestOf = (index: number): UpstreamRequest => ({
      provider,
      method: 'POST',
      url: `${endpoint.baseUrl}${path}`,
      headers,
      body: JSON.stringify(bodies[index]),
      toError: (failure) => dialect.toError({ ...failure, provider, knownNames }),
    });

    /** One of the calls, as a stream. */
    const stream = (index: number, until: AbortSignal): AsyncGenerator<StreamPart, void> => {
      const parts = transport.stream(requestOf(index), until, dialect.fromStream(context));
      return ownStops.length === 0 ? parts : cutStream(parts, ownStops, calls > 1 ? 1 : n);
    };
    /** One of the calls, whole. */
    const ask = async (index: number, until: AbortSignal): Promise<Completion> => {
      if (dialect.fromResponse === undefined) return collectCompletion(stream(index, until), provider);
      const completion = dialect.fromResponse(await transport.fetchJson(requestOf(index), until), context);
      return ownStops.length === 0 ? completion : cutCompletion(completion, ownStops);
    };

    const streamAll = (): AsyncGenerator<StreamPart, void> =>
      calls === 1 ? stream(0, signal) : streamSeveral(calls, stream, signal);
    const askAll = (): Promise<Completion> => (calls === 1 ? ask(0, signal) : askSeveral(calls, ask, signal));
    const parts = isStream ? streamAll() : asPart(askAll);
    return { provider, model, request: { path, body }, calls, adjustments, parts };
  };
}

async function* asPart(ask: () => Promise<Completion>): AsyncGenerator<StreamPart, void> {
  yield { type: 'completion', completion: await ask() };
}

function jsonHeaders({ headers }: Endpoint): Record<string, string> {
  return { ...headers, 'content-type': 'application/json', accept: 'application/json' };
}

function streamHeaders({ headers }: Endpoint): Record<string, string> {
  return { ...headers, 'content-type': 'application/json', accept: 'text/event-stream' };
}
