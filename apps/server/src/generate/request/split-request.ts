import type { Adjustment, ChatMessage, RetrievalOptions } from '@groundwire/client';
import { MODEL_PARAMETERS, OPEN_AI_PARAMETERS } from '@groundwire/dto';
import type { CallParameters } from '@groundwire/llm';
import type { RetrievalRequest } from '../../retrieval/passage.ts';
import type { Chat } from '../history/join-history.ts';
import type { GenerateInput } from './generate-input.ts';
import { defaultMaxTokens, requestAdjustments } from './request-adjustments.ts';

/** A request, parted by who carries it out. */
export interface SplitRequest {
  tenant: string;
  projectId: string | undefined;
  model: string;
  /** Models to ask in turn when `model` fails. */
  fallbacks: readonly string[];
  /** Refuse rather than change. */
  strict: boolean;
  /** The whole chat: of a stored conversation with the turns before. */
  messages: ChatMessage[];
  /** The chat in its pieces, where it continues a stored conversation. */
  chat: Chat | undefined;
  /** For the model. */
  parameters: CallParameters;
  /** The caller gave no limit of tokens: the one in `parameters` is ours. */
  hasDefaultLimit: boolean;
  /** For us. */
  retrieval: Omit<RetrievalRequest, 'query'>;
  options: RetrievalOptions;
  citations: 'annotations' | 'markers' | 'off';
  conversationId: string | undefined;
  adjustments: readonly Adjustment[];
}

/** AskYoda's. */
const DEFAULT_TOP_N = 3;

const FOR_THE_MODEL: ReadonlySet<string> = new Set([...MODEL_PARAMETERS, ...OPEN_AI_PARAMETERS]);

/** Parts a checked request by the contract's name lists, which forget no field. */
export function splitRequest(input: GenerateInput): SplitRequest {
  const { schema, body } = input;
  const { model, fallbacks = [], messages, k = 3, min_score = 0, filter_documents = {}, conversation_id } = body;
  const { retrieval: options = {} } = body;
  return {
    tenant: input.tenant,
    projectId: input.projectId,
    model,
    fallbacks,
    strict: input.strict,
    messages,
    chat: undefined,
    parameters: modelParameters(input),
    hasDefaultLimit: defaultMaxTokens(schema, body) !== undefined,
    retrieval: { k, minScore: min_score, filter: filter_documents, rerank: rerankOf(options) },
    options,
    citations: input.body.citations ?? 'annotations',
    conversationId: conversation_id,
    adjustments: [...(input.adjustments ?? []), ...requestAdjustments(input)],
  };
}

/** The caller's own token limit of the answer. Ours is raised for a model that thinks, by how much only its policy knows. */
export function maxOutputTokensOf({ parameters, hasDefaultLimit }: SplitRequest): number | undefined {
  return hasDefaultLimit ? undefined : (parameters.max_completion_tokens ?? parameters.max_tokens);
}

function rerankOf({
  use_reranking: isWanted,
  top_n: topN = DEFAULT_TOP_N,
}: RetrievalOptions): RetrievalRequest['rerank'] {
  return isWanted === true ? { topN } : undefined;
}

function modelParameters({ schema, body }: GenerateInput): CallParameters {
  const parameters: CallParameters = Object.fromEntries(
    Object.entries(body).filter(([name]) => FOR_THE_MODEL.has(name)),
  );
  const maxTokens = defaultMaxTokens(schema, body);
  return maxTokens === undefined ? parameters : { ...parameters, max_tokens: maxTokens };
}
