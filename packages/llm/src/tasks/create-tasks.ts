import type { Registry } from '../registry.ts';
import type { Transport } from '../transport.ts';
import { embed } from './embeddings/embed.ts';
import { EMBEDDING_VENDORS } from './embeddings/embedding-vendors.ts';
import { rerank } from './reranking/rerank.ts';
import { RERANKING_VENDORS } from './reranking/reranking-vendors.ts';
import type { LlmTasks, Task, TaskSettings } from './task-types.ts';
import { transcribe } from './transcription/transcribe.ts';
import { TRANSCRIPTION_VENDORS } from './transcription/transcription-vendors.ts';

type DefaultModels = Readonly<Record<string, { defaultModel?: string }>>;

const VENDORS: Readonly<Record<Task, DefaultModels>> = {
  embeddings: EMBEDDING_VENDORS,
  reranking: RERANKING_VENDORS,
  transcription: TRANSCRIPTION_VENDORS,
};

/** Names that AskYoda's contract has for a provider of ours. */
const ALIASES: Readonly<Record<string, string>> = { google: 'gemini' };

/** Throws `LlmError` when the operator chose a model of a provider that is unknown or not configured. */
export function createTasks(registry: Registry, transport: Transport, settings: TaskSettings): LlmTasks {
  for (const model of Object.values(settings.models)) if (model !== 'none') registry.resolve(model);
  const configured = new Set(
    registry.endpoints.filter((endpoint) => endpoint.configured).map((each) => each.providerId),
  );

  return {
    modelFor(task, provider) {
      const chosen = settings.models[task];
      if (chosen !== undefined) return chosen === 'none' ? undefined : chosen;
      const vendors = VENDORS[task];
      const named = provider == null ? [] : [ALIASES[provider] ?? provider];
      const candidates = task === 'reranking' ? [...named, ...Object.keys(vendors)] : named;
      const id = candidates.find((name) => configured.has(name) && vendors[name]?.defaultModel !== undefined);
      return id === undefined ? undefined : `${id}/${vendors[id]?.defaultModel}`;
    },
    embed: (request, signal) =>
      embed(transport, registry.resolve(request.model), withDimensions(request, settings), signal),
    rerank: (request, signal) => rerank(transport, registry.resolve(request.model), request, signal),
    transcribe: (request, signal) => transcribe(transport, registry.resolve(request.model), request, signal),
  };
}

function withDimensions<Request extends { dimensions?: number }>(request: Request, settings: TaskSettings): Request {
  const { embeddingDimensions: dimensions } = settings;
  return dimensions === undefined ? request : { dimensions, ...request };
}
