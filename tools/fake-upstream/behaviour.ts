import type { ServerResponse } from 'node:http';
import type { ChatBody } from './check-request.ts';

/** One request to be answered; `attempt` counts requests for this model from 1. */
export interface Exchange {
  body: ChatBody;
  response: ServerResponse;
  attempt: number;
}

export type Behaviour = (exchange: Exchange) => Promise<void> | void;
