import type { ChatCompletionRequest, GenerateRequest } from '@groundwire/client';

/** What a controller hands to the pipeline: a body that was checked, and by which schema of the contract. */
export type GenerateInput = {
  tenant: string;
  /** Undefined: a plain gateway call, nothing is retrieved. */
  projectId: string | undefined;
  /** The `x-request-id` of the call; null where there is none to be kept. */
  requestId: string | null;
  /** The caller wants a refusal in place of a changed request. */
  strict: boolean;
} & (
  | { schema: 'GenerateRequest'; body: GenerateRequest }
  | { schema: 'ChatCompletionRequest'; body: ChatCompletionRequest }
);
