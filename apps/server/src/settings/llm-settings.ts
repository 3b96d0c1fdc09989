import { readFileSync } from 'node:fs';
import {
  llmProviders,
  type LlmSettings,
  type ModelOverrides,
  parseOverrides,
  type Task,
  type TaskSettings,
} from '@groundwire/llm';
import { ConfigError, type Environment, integer, text, url } from './read-value.ts';

/** What the environment says about providers; the parameters' names come from the contract. */
export type UpstreamSettings = Omit<LlmSettings, 'parameterNames'>;

export function llmSettings(environment: Environment): UpstreamSettings {
  const ids = Object.keys(llmProviders);
  const read = (get: typeof text, suffix: string): Record<string, string | undefined> =>
    Object.fromEntries(ids.map((id) => [id, get(environment, `${id.toUpperCase()}_${suffix}`)]));
  return {
    apiKeys: read(text, 'API_KEY'),
    baseUrls: read(url, 'BASE_URL'),
    headersTimeoutMs: integer(environment, 'UPSTREAM_HEADERS_TIMEOUT_MS', 300_000, 1, 3_600_000),
    idleTimeoutMs: integer(environment, 'UPSTREAM_IDLE_TIMEOUT_MS', 60_000, 1, 3_600_000),
    totalTimeoutMs: integer(environment, 'UPSTREAM_TOTAL_TIMEOUT_MS', 600_000, 1, 24 * 3_600_000),
    maxRetries: integer(environment, 'UPSTREAM_MAX_RETRIES', 2, 0, 10),
    tasks: taskSettings(environment),
  };
}

export function modelOverrides(environment: Environment): ModelOverrides {
  const path = text(environment, 'MODEL_PRICES_FILE');
  if (path === undefined) return {};
  try {
    return parseOverrides(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new ConfigError(`MODEL_PRICES_FILE=${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Which models embed, rerank and transcribe. Throws `ConfigError`. */
function taskSettings(environment: Environment): TaskSettings {
  const variables = { embeddings: 'EMBEDDINGS_MODEL', reranking: 'RERANK_MODEL', transcription: 'TRANSCRIPTION_MODEL' };
  const models: TaskSettings['models'] = {};
  for (const [task, name] of Object.entries(variables) as [Task, string][]) {
    const model = text(environment, name);
    if (model === undefined) continue;
    if (model !== 'none' && !/^[^/]+\/./.test(model)) {
      throw new ConfigError(`${name} must be provider/model, for example openai/text-embedding-3-large, or none.`);
    }
    models[task] = model;
  }
  const dimensions = integer(environment, 'EMBEDDINGS_DIMENSIONS', 0, 1, 4_000);
  return { models, ...(dimensions > 0 && { embeddingDimensions: dimensions }) };
}
