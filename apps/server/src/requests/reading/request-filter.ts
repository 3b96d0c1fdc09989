import { OPERATIONS } from '@groundwire/dto';
import { Problem } from '../../http/problems/problem.ts';

/** Which requests. */
export interface RequestFilter {
  from?: Date;
  /** Not included. */
  to?: Date;
  /** `429`, or a class such as `4xx`. */
  status?: string;
  /** As it was asked for, or `provider/model` as it answered. */
  model?: string;
  user?: string;
  conversationId?: string;
  metadata?: { key: string; value: string | undefined };
}

type Query = Readonly<Record<string, string | undefined>>;

/**
 * Reads the parameters of a query, which the contract has checked one by one. Throws a Problem (400) that names what is
 * wrong with them together: a name that the operation does not have, a value without its key, an end before its beginning.
 */
export function readFilter(operation: 'listRequests' | 'getUsage', query: Query): RequestFilter {
  refuseUnknown(Object.keys(query), Object.keys(OPERATIONS[operation].parameters));
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')) as Query;
  const { status, model, user, conversation_id: conversationId, metadata_key: key, metadata_value: value } = given;
  if (value !== undefined && key === undefined) throw refusal('metadata_value', 'metadata_value needs metadata_key.');
  const [from, to] = [timeOf('from', given.from), timeOf('to', given.to)];
  if (from !== undefined && to !== undefined && to < from) throw refusal('to', 'to must not be before from.');
  return {
    ...(from && { from }),
    ...(to && { to }),
    ...(status !== undefined && { status }),
    ...(model !== undefined && { model }),
    ...(user !== undefined && { user }),
    ...(conversationId !== undefined && { conversationId }),
    ...(key !== undefined && { metadata: { key, value } }),
  };
}

function refuseUnknown(given: readonly string[], known: readonly string[]): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const name = unknown.slice(0, 100);
  const names = known.filter((one) => one !== 'project_id').join(', ');
  throw refusal(name, `${name} is no filter of this operation. There are: ${names}.`);
}

function timeOf(param: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time;
  throw refusal(param, `${param} must be a date and time such as 2026-11-22T12:00:00Z.`);
}

function refusal(param: string, detail: string): Problem {
  return new Problem('invalid_request_error', detail, { param });
}
