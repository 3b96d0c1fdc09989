import type { Endpoint, Target } from '../registry.ts';
import type { Transport } from '../transport.ts';
import type { UpstreamRequest } from '../transport/connection.ts';
import { collectCompletion } from './collect-completion.ts';
import type { AnswerContext, Dialect, ModelAnswer, ModelCall, StreamPart } from '../types.ts';

/** A call to a vendor in its wire format: the dialect translates, the transport carries. */
export function callUpstream(
  dialect: Dialect,
  transport: Transport,
  knownNames: ReadonlySet<string>,
): (target: Target, call: ModelCall, signal: AbortSignal) => ModelAnswer {
  return ({ endpoint, model }, call, signal) => {
    const { providerId: provider } = endpoint;
    const { path, body, adjustments } = dialect.toRequest(call, model, endpoint.provider, provider);
    const context: AnswerContext = { provider, model, usesFunctions: call.parameters.functions !== undefined };

    const isStream = call.parameters.stream === true;
    const asksForStream = isStream || dialect.fromResponse === undefined;
    const request: UpstreamRequest = {
      provider,
      method: 'POST',
      url: `${endpoint.baseUrl}${path}`,
      headers: asksForStream ? streamHeaders(endpoint) : jsonHeaders(endpoint),
      body: JSON.stringify(body),
      toError: (failure) => dialect.toError({ ...failure, provider, knownNames }),
    };

    const stream = (): AsyncGenerator<StreamPart, void> =>
      transport.stream(request, signal, dialect.fromStream(context));
    async function* whole(): AsyncGenerator<StreamPart, void> {
      const completion =
        dialect.fromResponse === undefined
          ? await collectCompletion(stream(), provider)
          : dialect.fromResponse(await transport.fetchJson(request, signal), context);
      yield { type: 'completion', completion };
    }

    const parts = isStream ? stream() : whole();
    return { provider, model, request: { path, body }, adjustments, parts };
  };
}

function jsonHeaders({ headers }: Endpoint): Record<string, string> {
  return { ...headers, 'content-type': 'application/json', accept: 'application/json' };
}

function streamHeaders({ headers }: Endpoint): Record<string, string> {
  return { ...headers, 'content-type': 'application/json', accept: 'text/event-stream' };
}
