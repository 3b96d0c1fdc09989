import { answerLocally } from './routes/answer-locally.ts';
import { callUpstream } from './routes/call-upstream.ts';
import { anthropicMessages } from './dialects/anthropic-messages/index.ts';
import { openAiChat } from './dialects/openai-chat/index.ts';
import { listModels } from './list-models.ts';
import { LlmError } from './llm-error.ts';
import { createRegistry, type Registry, type Target } from './registry.ts';
import { createTasks } from './tasks/create-tasks.ts';
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
    ...createTasks(registry, transport, settings.tasks ?? { models: {} }),
    resolve(name) {
      const { endpoint, model } = chatTarget(registry, name).target;
      return { provider: endpoint.providerId, model };
    },
    call(call, signal) {
      const { target, dialect } = chatTarget(registry, call.model);
      const parameters = pick(call.parameters, parameterNames);
      return routes[dialect](target, { ...call, parameters }, signal);
    },
    thinkingForm(call) {
      const { target, dialect } = chatTarget(registry, call.model);
      return dialects[dialect]?.thinkingForm?.(call, target.model, target.endpoint.provider);
    },
    listModels: (signal) => listModels(registry.endpoints, transport, signal),
    close: () => transport.close(),
  };
}

/** Throws `LlmError` (`not_found`) for what the registry does not know, and for a provider that has no chat. */
function chatTarget(registry: Registry, name: string): { target: Target; dialect: DialectName } {
  const target = registry.resolve(name);
  const { providerId, provider } = target.endpoint;
  if (provider.dialect !== undefined) return { target, dialect: provider.dialect };
  throw new LlmError('not_found', `\`${providerId}\` has no chat models.`, { provider: providerId, param: 'model' });
}

/** Only what the contract calls a model parameter ever leaves: Cohere, for one, would take our `k` for its own. */
function pick(parameters: CallParameters, names: ReadonlySet<string>): CallParameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => names.has(name)));
}
