import { embedText } from './embedder.ts';
import { type FakeTask, isTexts, type TaskBody, unknownField } from './task.ts';

const DEFAULT_DIMENSIONS = 256;

interface Vendor {
  fields: string;
  encodingField: string;
  dimensionsField: string;
}

/** Whose rules hold is told by the model's name. */
function vendorOf({ model }: TaskBody): Vendor {
  const name = String(model);
  if (name.startsWith('jina-')) {
    const fields = 'input model embedding_type dimensions task truncate late_chunking normalized';
    return { fields, encodingField: 'embedding_type', dimensionsField: 'dimensions' };
  }
  const openAi = { fields: 'input model encoding_format dimensions user', encodingField: 'encoding_format' };
  if (!/^(mistral|codestral)-/.test(name)) return { ...openAi, dimensionsField: 'dimensions' };
  const fields = 'input model encoding_format output_dimension output_dtype metadata';
  return { fields, encodingField: 'encoding_format', dimensionsField: 'output_dimension' };
}

/** OpenAI's `/embeddings`, Mistral's and Jina's. */
export const openAiEmbeddings: FakeTask = {
  check(body) {
    const { fields, encodingField, dimensionsField } = vendorOf(body);
    const { input, model, task } = body;
    const encoding = body[encodingField] ?? 'float';
    const dimensions = body[dimensionsField] ?? DEFAULT_DIMENSIONS;
    if (!isTexts(input, 2048)) return "'input' must be 1 to 2048 texts that are not empty.";
    if (encoding !== 'float' && encoding !== 'base64') return `Invalid '${encodingField}'.`;
    if (!Number.isInteger(dimensions) || (dimensions as number) < 1) return `Invalid '${dimensionsField}'.`;
    if (String(model).startsWith('jina-') && !/^retrieval\.(query|passage)$/.test(String(task))) {
      return "Invalid 'task'.";
    }
    return unknownField(body, fields);
  },
  answer(body) {
    const { encodingField, dimensionsField } = vendorOf(body);
    const texts = body['input'] as string[];
    const asBase64 = body[encodingField] === 'base64' && body['model'] !== 'numbers-only';
    const vectors = vectorsOf(texts, body['model'], body[dimensionsField]);
    const tokens = countTokens(texts);
    return {
      object: 'list',
      data: vectors.map((vector, index) => ({
        object: 'embedding',
        index,
        embedding: asBase64 ? Buffer.from(Float32Array.from(vector as number[]).buffer).toString('base64') : vector,
      })),
      model: body['model'],
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    };
  },
};

/** Cohere's `/v2/embed`. */
export const cohereEmbed: FakeTask = {
  check(body) {
    const { texts, input_type: inputType, embedding_types: types } = body;
    if (!isTexts(texts, 96)) return 'invalid request: texts must be 1 to 96 texts that are not empty';
    if (!/^search_(document|query)$/.test(String(inputType))) {
      return 'invalid request: valid input_type must be provided';
    }
    if (!Array.isArray(types) || types.join() !== 'float') return 'invalid request: embedding_types';
    return unknownField(body, 'model texts input_type embedding_types truncate output_dimension max_tokens');
  },
  answer(body) {
    const texts = body['texts'] as string[];
    return {
      id: 'fake-embed',
      embeddings: { float: vectorsOf(texts, body['model'], body['output_dimension']) },
      texts,
      meta: { api_version: { version: '2' }, billed_units: { input_tokens: countTokens(texts) } },
      response_type: 'embeddings_by_type',
    };
  },
};

/** Vectors that are spoilt as the model's name says. */
function vectorsOf(texts: readonly string[], model: unknown, dimensions: unknown): unknown[] {
  const size = typeof dimensions === 'number' ? dimensions : DEFAULT_DIMENSIONS;
  const vectors = texts.map((text) => [...embedText(text, size)]);
  if (model === 'one-too-few') return vectors.slice(1);
  if (model === 'zeros') return vectors.map((vector) => vector.map(() => 0));
  if (model === 'not-numbers') return vectors.map((vector) => vector.map((value, at) => (at === 3 ? NaN : value)));
  if (model === 'other-length') return vectors.map((vector) => [...vector, 0.5]);
  if (model === 'ragged') return vectors.map((vector, index) => vector.slice(0, size - (index % 2)));
  return vectors;
}

function countTokens(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Math.ceil(text.length / 4), 0);
}
