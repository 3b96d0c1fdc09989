import type { ServerResponse } from 'node:http';

/** The body of a request that is no chat. */
export type TaskBody = Readonly<Record<string, unknown>>;

/** A path besides the chats': what it refuses, and how it answers. */
export interface FakeTask {
  /** The first thing that the vendor would answer 400 to. */
  check(body: TaskBody): string | undefined;
  /** The JSON of its answer. */
  answer(body: TaskBody): unknown;
}

/** One request to be answered; `attempt` counts requests for this model from 1. */
export interface TaskExchange {
  path: string;
  body: TaskBody;
  response: ServerResponse;
  attempt: number;
}

/** The first of a body's fields that a vendor does not know. */
export function unknownField(body: TaskBody, known: string): string | undefined {
  const names = new Set(known.split(' '));
  const unknown = Object.keys(body).find((name) => !names.has(name));
  return unknown === undefined ? undefined : `Unrecognized request argument supplied: ${unknown}`;
}

export function isTexts(value: unknown, most: number): value is string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= most &&
    value.every((text) => typeof text === 'string' && text !== '')
  );
}
