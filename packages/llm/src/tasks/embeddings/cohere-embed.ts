import { isObject } from '../../dialects/openai-chat/json.ts';
import type { EmbeddingWire } from './embed.ts';
import { toVector } from './to-vector.ts';

/** Cohere's own Embed API, version 2 (docs.cohere.com/reference/embed, read 2026-11-26). */
export const cohereEmbed: EmbeddingWire = {
  // The base URL is that of the compatibility API, `/compatibility/v1`; a URL cannot climb above its host.
  path: '/../../v2/embed',

  toBody(model, { texts, dimensions, purpose }, vendor) {
    return {
      model,
      texts,
      embedding_types: ['float'],
      truncate: 'END',
      ...(dimensions !== undefined && { output_dimension: dimensions }),
      ...vendor.fields?.[purpose],
    };
  },

  fromBody(body) {
    const embeddings = isObject(body) ? body['embeddings'] : undefined;
    if (!isObject(embeddings) || !Array.isArray(embeddings['float'])) return undefined;
    const { meta } = body as { meta?: { billed_units?: { input_tokens?: unknown } } };
    const tokens = meta?.billed_units?.input_tokens;
    return { vectors: embeddings['float'].map(toVector), inputTokens: typeof tokens === 'number' ? tokens : 0 };
  },
};
