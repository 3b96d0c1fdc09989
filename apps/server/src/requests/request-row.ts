import type { RequestContent, RequestFailure, RequestRecord, RequestRetrieval, Usage } from '@groundwire/client';

/** A request as it is stored. */
export interface RequestRow {
  id: string;
  createdAt: Date;
  operation: RequestRecord['operation'];
  status: number;
  stream: boolean;
  aborted: boolean;
  latencyMs: number;
  firstTokenMs: number | null;
  userAgent: string | null;
  model: string | null;
  provider: string | null;
  modelUsed: string | null;
  modelReported: string | null;
  usage: Usage | null;
  /** US dollars. */
  cost: number | null;
  estimated: boolean;
  finishReason: string | null;
  errorType: RequestFailure['type'] | null;
  errorParam: string | null;
  retrievalStatus: RequestRetrieval['status'] | null;
  k: number | null;
  adjustments: RequestRecord['adjustments'];
  attempts: RequestRecord['attempts'];
  user: string | null;
  metadata: Record<string, string>;
  conversationId: string | null;
  content: RequestContent | null;
}

/** A request that is to be stored in a project, if that is the tenant's. */
export type NewRequest = RequestRow & { tenant: string; projectId: string };
