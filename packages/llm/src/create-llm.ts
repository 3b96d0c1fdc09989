import { answerLocally } from './routes/answer-locally.ts';
import { callUpstream } from './routes/call-upstream.ts';
import { anthropicMessages } from './dialects/anthropic-messages/index.ts';
import { openAiChat } from './dialects/openai-chat/index.ts';
import { listModels } from './list-models.ts';
import { createRegistry, type Target } from './registry.ts';
import { Transport } from './transport.ts';
import type { CallParameters, Dialect, DialectName, Llm, LlmSettings, ModelAnswer, ModelCall } from './types.ts';

type Route = (target: Target, call: ModelCall, signal: AbortSignal) => ModelAnswer;

/** The package's one door. Make it once and keep it: it holds the open connections. */
export function createLlm(settings: LlmSettings): Llm {
  const registry = createRegistry(settings);
  const transport = new Transport(settings);
  const parameterNames = new Set(settings.parameterNames);
  const knownNames = new Set([...parameterNames, 'messages', 'model']);
  const routes: Record<DialectName, Route> = {
    'openai-chat': callUpstream(openAiChat, transport, knownNames),
    'anthropic-messages': callUpstream(anthropicMessages, transport, knownNames),
    extractive: answerLocally,
  };
  const dialects: Partial<Record<DialectName, Dialect>> = {
    'openai-chat': openAiChat,
    'anthropic-messages': anthropicMessages,
  };

  return {
    resolve(name) {
      const { endpoint, model } = registry.resolve(name);
      return { provider: endpoint.providerId, model };
    },
    call(call, signal) {
      const target = registry.resolve(call.model);
      const parameters = pick(call.parameters, parameterNames);
      return routes[target.endpoint.provider.dialect](target, { ...call, parameters }, signal);
    },
    thinkingForm(call) {
      const { endpoint, model } = registry.resolve(call.model);
      return dialects[endpoint.provider.dialect]?.thinkingForm?.(call, model, endpoint.provider);
    },
    listModels: (signal) => listModels(registry.endpoints, transport, signal),
    close: () => transport.close(),
  };
}

/** Only what the contract calls a model parameter ever leaves: Cohere, for one, would take our `k` for its own. */
function pick(parameters: CallParameters, names: ReadonlySet<string>): CallParameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => names.has(name)));
}
