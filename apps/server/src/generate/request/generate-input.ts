import type { Adjustment, ChatCompletionRequest, GenerateRequest } from '@groundwire/client';

/** What a controller hands to the pipeline: a body that was checked, and by which schema of the contract. */
export type GenerateInput = {
  tenant: string;
  /** Undefined: a plain gateway call, nothing is retrieved. */
  projectId: string | undefined;
  /** The `x-request-id` of the call; null where there is none to be kept. */
  requestId: string | null;
  /** The caller wants a refusal in place of a changed request. */
  strict: boolean;
  /** What was changed before it became a request to generate. */
  adjustments?: readonly Adjustment[];
} & (
  | { schema: 'GenerateRequest'; body: GenerateRequest }
  | { schema: 'ChatCompletionRequest'; body: ChatCompletionRequest }
);
