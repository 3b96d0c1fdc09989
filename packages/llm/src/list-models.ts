import { LlmError } from './llm-error.ts';
import type { Endpoint } from './registry.ts';
import type { Transport } from './transport.ts';
import type { Llm } from './types.ts';

type ModelListing = Awaited<ReturnType<Llm['listModels']>>;
type ListedModel = ModelListing['models'][number];

const PATIENCE_MS = 2_000;

/** The models of this process, then those of each configured provider, asked side by side. */
export async function listModels(
  endpoints: readonly Endpoint[],
  transport: Transport,
  signal: AbortSignal,
): Promise<ModelListing> {
  const asked = endpoints.filter(({ configured, provider }) => configured && provider.dialect !== undefined);
  const answers = await Promise.allSettled(asked.map((endpoint) => askForModels(endpoint, transport, signal)));
  signal.throwIfAborted();
  return {
    models: [
      ...endpoints.flatMap(builtIn),
      ...answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : [])),
    ],
    unavailable: asked.filter((_, index) => answers[index]?.status === 'rejected').map(({ providerId }) => providerId),
  };
}

function builtIn({ providerId, provider }: Endpoint): ListedModel[] {
  return (provider.models ?? []).map((model) => ({ id: `${providerId}/${model}`, created: 0, owned_by: 'groundwire' }));
}

async function askForModels(endpoint: Endpoint, transport: Transport, signal: AbortSignal): Promise<ListedModel[]> {
  const { providerId: provider, baseUrl, headers } = endpoint;
  const refused = (): LlmError => new LlmError('upstream', `\`${provider}\` does not list its models.`, { provider });
  const answer = await transport.fetchJson(
    {
      provider,
      method: 'GET',
      url: `${baseUrl}/models`,
      headers: { ...headers, accept: 'application/json' },
      toError: refused,
    },
    signal,
    { headersTimeoutMs: PATIENCE_MS, totalTimeoutMs: PATIENCE_MS, maxRetries: 0 },
  );
  // Together answers with the bare list.
  const entries: unknown = Array.isArray(answer) ? answer : (answer as { data?: unknown } | null)?.data;
  if (!Array.isArray(entries)) throw refused();
  return entries.flatMap((entry: unknown) => toModel(entry, provider));
}

function toModel(entry: unknown, provider: string): ListedModel[] {
  const { id, created, owned_by } = (entry ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string') return [];
  return [
    {
      id: `${provider}/${id}`,
      created: typeof created === 'number' && Number.isFinite(created) ? Math.trunc(created) : 0,
      owned_by: typeof owned_by === 'string' ? owned_by : provider,
    },
  ];
}
