import { isObject } from '../../dialects/openai-chat/json.ts';
import type { EmbeddingWire } from './embed.ts';
import { toVector } from './to-vector.ts';

/** OpenAI's `/embeddings`, as OpenAI and everybody who is compatible with it speak it. */
export const openAiEmbeddings: EmbeddingWire = {
  path: '/embeddings',

  toBody(model, { texts, dimensions, purpose }, vendor) {
    // Said in any case: without it some servers answer in base64, and SDK authors took that for a bug.
    const encoding = { [vendor.encodingField ?? 'encoding_format']: vendor.base64 === true ? 'base64' : 'float' };
    return {
      model,
      input: texts,
      ...encoding,
      ...(dimensions !== undefined && { [vendor.dimensionsField ?? 'dimensions']: dimensions }),
      ...vendor.fields?.[purpose],
    };
  },

  fromBody(body) {
    if (!isObject(body) || !Array.isArray(body['data'])) return undefined;
    const entries = body['data'].filter(isObject);
    const vectors = entries.map((): Float32Array | undefined => undefined);
    entries.forEach((entry, at) => {
      const { embedding, index = at } = entry;
      // An index that is doubled or out of range leaves a hole, which is noticed.
      if (typeof index === 'number' && index in vectors) vectors[index] = toVector(embedding);
    });
    const usage = isObject(body['usage']) ? body['usage'] : {};
    const tokens = Number(usage['prompt_tokens'] ?? usage['total_tokens']);
    return { vectors, inputTokens: Number.isFinite(tokens) ? tokens : 0 };
  },
};
