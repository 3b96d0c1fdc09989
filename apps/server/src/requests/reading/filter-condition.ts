import { firstIdAt } from '../../http/time-ordered-id.ts';
import type { RequestFilter } from './request-filter.ts';

/** A condition of SQL, and the values of its `$1` and on. */
export interface Condition {
  sql: string;
  values: unknown[];
}

/** Holds for the requests of a project that a filter means. Only what it names is in the text, so that indexes are found. */
export function conditionOf(projectId: string, filter: RequestFilter): Condition {
  const values: unknown[] = [];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const { from, to, status, model, user, conversationId, metadata } = filter;
  const terms = [
    `project_id = ${put(projectId)}::uuid`,
    // Ids begin with their time, and pages are in their order: one index does both.
    from && `id >= ${put(firstIdAt(from))}::uuid`,
    to && `id < ${put(firstIdAt(to))}::uuid`,
    status && statusTerm(status, put),
    model && modelTerm(model, put),
    user && `end_user = ${put(user)}`,
    conversationId && `conversation_id = ${put(conversationId)}::uuid`,
    metadata && metadataTerm(metadata, put),
  ];
  return { sql: terms.filter((term) => term !== undefined).join(' and '), values };
}

type Put = (value: unknown) => string;

function statusTerm(status: string, put: Put): string {
  const ofClass = `status / 100 = ${put(Number(status[0]))}::int`;
  return status.endsWith('xx') ? ofClass : `${ofClass} and status = ${put(Number(status))}::int`;
}

function modelTerm(name: string, put: Put): string {
  const asked = `model = ${put(name)}`;
  const slash = name.indexOf('/');
  if (slash < 1) return asked;
  return `(${asked} or (provider = ${put(name.slice(0, slash))} and model_used = ${put(name.slice(slash + 1))}))`;
}

function metadataTerm({ key, value }: NonNullable<RequestFilter['metadata']>, put: Put): string {
  const holds =
    value === undefined ? `metadata ? ${put(key)}` : `metadata @> ${put(JSON.stringify({ [key]: value }))}::jsonb`;
  return `metadata <> '{}' and ${holds}`;
}
