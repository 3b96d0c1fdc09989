import type { RequestDetail, RequestRecord, UsageReport, UsageSums } from '@groundwire/client';
import type { RequestRow } from './request-row.ts';
import type { UsageRow } from './requests.store.ts';

export function recordBody(row: RequestRow): RequestRecord {
  return {
    id: row.id,
    created_at: row.createdAt.toISOString(),
    operation: row.operation,
    status: row.status,
    stream: row.stream,
    aborted: row.aborted,
    latency_ms: row.latencyMs,
    time_to_first_token_ms: row.firstTokenMs,
    user_agent: row.userAgent,
    model: row.model,
    provider: row.provider,
    model_used: row.modelUsed,
    model_reported: row.modelReported,
    usage: row.usage,
    cost: row.cost,
    estimated: row.estimated,
    finish_reason: row.finishReason,
    error: row.errorType && { type: row.errorType, param: row.errorParam },
    retrieval: row.retrievalStatus && { status: row.retrievalStatus, k: row.k ?? 0 },
    adjustments: row.adjustments,
    attempts: row.attempts,
    user: row.user,
    metadata: row.metadata,
    conversation_id: row.conversationId,
  };
}

export function detailBody(row: RequestRow): RequestDetail {
  return { ...recordBody(row), content: row.content };
}

export function usageBody(rows: readonly UsageRow[]): UsageReport {
  const days = rows.flatMap(({ day, provider, model, ...sums }) =>
    day === null ? [] : [{ day, provider, model, ...sumsBody(sums) }],
  );
  const totals = rows.find(({ day }) => day === null);
  return { days, totals: sumsBody(totals!) };
}

function sumsBody(sums: Omit<UsageRow, 'day' | 'provider' | 'model'>): UsageSums {
  return {
    requests: sums.requests,
    failed: sums.failed,
    aborted: sums.aborted,
    prompt_tokens: sums.promptTokens,
    completion_tokens: sums.completionTokens,
    total_tokens: sums.totalTokens,
    cost: sums.cost,
    cost_unknown: sums.costUnknown,
    estimated: sums.estimated,
  };
}
