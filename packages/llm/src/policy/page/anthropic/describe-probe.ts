import { isDeepStrictEqual } from 'node:util';
import { toRequest } from '../../../dialects/anthropic-messages/to-request.ts';
import { LlmError } from '../../../llm-error.ts';
import { llmProviders } from '../../../providers.ts';
import type { CallParameters, VendorRequest } from '../../../types.ts';
import type { Probe } from './probes.ts';

/** One cell of the page: what the dialect does with a value, found by doing it. */
export function describeProbe(name: string, { value, beside = {} }: Probe, model: string): string {
  const without = request({ max_tokens: 100, ...beside }, model);
  try {
    return describe(name, value, request({ max_tokens: 100, ...beside, [name]: value }, model), without);
  } catch (error) {
    if (error instanceof LlmError && error.kind === 'unsupported') return '✗';
    throw error;
  }
}

function request(parameters: CallParameters, model: string): VendorRequest {
  const messages: [{ role: 'user'; content: string }] = [{ role: 'user', content: 'hello there' }];
  const call = { model, messages, question: messages, passages: [], parameters };
  return toRequest(call, model, llmProviders.anthropic, 'anthropic');
}

function describe(name: string, value: unknown, made: VendorRequest, without: VendorRequest): string {
  const { body, adjustments } = made;
  if (isDeepStrictEqual(body[name], value)) return '=';
  const changes = Object.keys({ ...body, ...without.body })
    .filter((field) => !isDeepStrictEqual(body[field], without.body[field]))
    .map((field) => `${field} ${toText(body[field])}`);
  if (changes.length > 0) return `⇒ ${changes.join(', ')}`;
  const { action } = adjustments.find(({ parameter }) => parameter === name) ?? {};
  if (action === undefined) return '∅';
  // What is reported though nothing else is sent is done on our side.
  return action === 'dropped' ? '✂' : 'here';
}

/** JSON without its quotes, fit for a cell; a long text in part. */
export function toText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value).replaceAll('"', '');
  return (text.length > 90 ? `${text.slice(0, 80)}…` : text).replaceAll('|', '\\|');
}
