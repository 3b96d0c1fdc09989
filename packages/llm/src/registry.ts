import { LlmError } from './llm-error.ts';
import { type LlmProviderId, llmProviders } from './providers.ts';
import type { LlmProvider, LlmSettings } from './types.ts';

/** Where a provider is spoken to, prepared once. */
export interface Endpoint {
  providerId: string;
  provider: LlmProvider;
  /** Without a trailing slash; absent for what runs in this process. */
  baseUrl: string | undefined;
  headers: Readonly<Record<string, string>>;
  /** The environment variable without which this provider cannot be used. */
  missing: string | undefined;
  /** The operator configured it: it has its key, or needs none and was given an address. */
  configured: boolean;
}

export interface Target {
  endpoint: Endpoint;
  /** The model as the vendor names it. */
  model: string;
}

export interface Registry {
  endpoints: readonly Endpoint[];
  /**
   * `groq/llama-3` is Groq's `llama-3`; a bare name is OpenAI's; what follows the first slash is the vendor's business.
   * Throws `LlmError` of kind `not_found` for an unknown, incomplete or unconfigured one.
   */
  resolve(model: string): Target;
}

const DEFAULT_PROVIDER: LlmProviderId = 'openai';

export function createRegistry(
  settings: Pick<LlmSettings, 'apiKeys' | 'baseUrls'>,
  providers: Readonly<Record<string, LlmProvider>> = llmProviders,
): Registry {
  const endpoints = new Map(
    Object.entries(providers).map(([id, provider]) => [id, toEndpoint(id, provider, settings)] as const),
  );

  const resolve = (name: string): Target => {
    const slash = name.indexOf('/');
    const providerId = slash === -1 ? DEFAULT_PROVIDER : name.slice(0, slash);
    const model = name.slice(slash + 1);
    const endpoint = endpoints.get(providerId);
    if (endpoint === undefined) {
      throw unknownModel(`is no provider here. Known: ${[...endpoints.keys()].join(', ')}`, providerId);
    }
    if (endpoint.missing !== undefined) {
      throw unknownModel(`is not configured: the operator must set ${endpoint.missing}`, providerId);
    }
    const { models } = endpoint.provider;
    if (models !== undefined && !models.includes(model)) {
      throw unknownModel(`offers only: ${models.join(', ')}`, providerId);
    }
    if (model === '') throw unknownModel('needs a model after the slash', providerId);
    return { endpoint, model };
  };

  return { endpoints: [...endpoints.values()], resolve };
}

function toEndpoint(
  providerId: string,
  provider: LlmProvider,
  { apiKeys, baseUrls }: Pick<LlmSettings, 'apiKeys' | 'baseUrls'>,
): Endpoint {
  const apiKey = apiKeys[providerId] || undefined;
  const ownBaseUrl = baseUrls[providerId] || undefined;
  const baseUrl = (ownBaseUrl ?? provider.baseUrl)?.replace(/\/+$/, '');
  const missingKey = apiKey === undefined ? provider.apiKeyEnv : undefined;
  const missingBaseUrl = baseUrl === undefined ? provider.baseUrlEnv : undefined;
  return {
    providerId,
    provider,
    baseUrl,
    headers: { ...provider.headers, ...authorization(provider, apiKey) },
    missing: missingKey ?? missingBaseUrl,
    configured: baseUrl !== undefined && (apiKey ?? (missingKey === undefined ? ownBaseUrl : undefined)) !== undefined,
  };
}

function authorization({ auth }: LlmProvider, apiKey: string | undefined): Record<string, string> {
  if (apiKey === undefined) return {};
  return auth === undefined
    ? { authorization: `Bearer ${apiKey}` }
    : { [auth.header]: `${auth.prefix ?? ''}${apiKey}` };
}

function unknownModel(reason: string, providerId: string): LlmError {
  return new LlmError('not_found', `\`${providerId}\` ${reason}.`, { param: 'model', provider: providerId });
}
