import type { Adjustment, ChatMessage, RetrievalOptions } from '@groundwire/client';
import { MODEL_PARAMETERS, OPEN_AI_PARAMETERS } from '@groundwire/dto';
import type { CallParameters } from '@groundwire/llm';
import type { RetrievalRequest } from '../../retrieval/passage.ts';
import type { GenerateInput } from './generate-input.ts';
import { DEFAULT_MAX_TOKENS, requestAdjustments } from './request-adjustments.ts';

/** A request, parted by who carries it out. */
export interface SplitRequest {
  tenant: string;
  model: string;
  /** Models to ask in turn when `model` fails. */
  fallbacks: readonly string[];
  /** Refuse rather than change. */
  strict: boolean;
  messages: ChatMessage[];
  /** For the model. */
  parameters: CallParameters;
  /** For us. */
  retrieval: Omit<RetrievalRequest, 'query'>;
  options: RetrievalOptions;
  citations: 'annotations' | 'markers' | 'off';
  conversationId: string | undefined;
  adjustments: readonly Adjustment[];
}

const FOR_THE_MODEL: ReadonlySet<string> = new Set([...MODEL_PARAMETERS, ...OPEN_AI_PARAMETERS]);

/** Parts a checked request by the contract's name lists, which forget no field. */
export function splitRequest(input: GenerateInput): SplitRequest {
  const { model, fallbacks = [], messages, k = 3, min_score = 0, filter_documents = {}, conversation_id } = input.body;
  return {
    tenant: input.tenant,
    model,
    fallbacks,
    strict: input.strict,
    messages,
    parameters: modelParameters(input),
    retrieval: { k, minScore: min_score, filter: filter_documents },
    options: input.body.retrieval ?? {},
    citations: input.body.citations ?? 'annotations',
    conversationId: conversation_id,
    adjustments: requestAdjustments(input),
  };
}

function modelParameters({ schema, body }: GenerateInput): CallParameters {
  const parameters: CallParameters = Object.fromEntries(
    Object.entries(body).filter(([name]) => FOR_THE_MODEL.has(name)),
  );
  const maxTokens = parameters.max_completion_tokens === undefined ? DEFAULT_MAX_TOKENS[schema] : undefined;
  return maxTokens === undefined ? parameters : { max_tokens: maxTokens, ...parameters };
}
