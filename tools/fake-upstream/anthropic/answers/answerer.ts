import type { ServerResponse } from 'node:http';
import type { MessagesBody } from '../messages-body.ts';

/** Answers a request that was found to be in order; `attempt` counts requests for this model from 1. */
export type Answerer = (body: MessagesBody, response: ServerResponse, attempt: number) => Promise<void> | void;
