import { expect } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import { messagesFault } from '../../../../../../tools/fake-upstream/anthropic/check-messages.ts';
import type { MessagesBody } from '../../../../../../tools/fake-upstream/anthropic/messages-body.ts';
import { callOf } from '../../../__fixtures__/create-test-llm.ts';
import { llmProviders } from '../../../providers.ts';
import type { CallParameters, VendorRequest } from '../../../types.ts';
import { toRequest } from '../to-request.ts';

export const MANUAL = 'claude-haiku-4-5-20251001';
export const EFFORT = 'claude-sonnet-4-6';
export const ADAPTIVE = 'claude-opus-4-8';
export const BETWEEN = 'claude-sonnet-5-5';
export const ALWAYS = 'claude-opus-5-5';
export const OLD = 'claude-3-5-haiku-20241022';

/** A cell of the matrix: its name, what the caller wrote, what is sent, what is reported, for which model. */
export type Row = [name: string, parameters: CallParameters, sent: object, reported: string[], model?: string];

/** A request with a limit of 100 tokens, so that the default is no part of each row. */
export function requestOf(parameters: CallParameters, model = ADAPTIVE, messages?: ChatMessage[]): VendorRequest {
  const call = callOf('any', { max_tokens: 100, ...parameters });
  const made = { ...call, messages: messages ?? call.messages };
  return toRequest(made, model, llmProviders.anthropic, 'anthropic');
}

/** What is sent besides the necessary. */
export function sent({ body }: VendorRequest): unknown {
  const { model: _model, messages: _messages, stream, max_tokens: limit, ...rest } = body;
  expect(stream).toBe(true);
  return limit === 100 ? rest : { ...rest, max_tokens: limit };
}

export const reported = ({ adjustments }: VendorRequest): string[] =>
  adjustments.map(({ parameter, action }) => `${parameter} ${action}`);

/** What the strict fake would answer 400 to. */
export const faultOf = ({ body }: VendorRequest): unknown =>
  messagesFault(JSON.parse(JSON.stringify(body)) as MessagesBody);

export function expectRow(...[, parameters, expected, adjustments, model]: Row): void {
  const made = requestOf(parameters, model);
  expect(sent(made)).toEqual(expected);
  expect(reported(made)).toEqual(adjustments);
  expect(faultOf(made)).toBeUndefined();
}
