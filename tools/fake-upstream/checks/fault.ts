import type { ChatBody } from '../chat-body.ts';

/** What OpenAI answers 400 with: its words, and the parameter that they are about. */
export interface Fault {
  message: string;
  param: string | null;
}

export type Rule = (body: ChatBody) => Fault | undefined;

export function fault(message: string, param: string): Fault {
  return { message: `Invalid '${param}': ${message}.`, param };
}

export function unknownField(names: string[], known: ReadonlySet<string>): Fault | undefined {
  const unknown = names.find((name) => !known.has(name));
  return unknown === undefined
    ? undefined
    : { message: `Unrecognized request argument supplied: ${unknown}`, param: null };
}
