import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { ChatBody } from '../check-request.ts';
import { sendError, sendJson, startEvents, toEvent } from '../send.ts';
import { deepSeekFault, geminiFault, isDeepSeekThinking, thoughtSignature } from './check-thoughts.ts';

type Vendor = (body: ChatBody, response: ServerResponse) => void;

/** What one turn adds to the message, in the order in which it is streamed. */
interface Turn {
  thoughts: string;
  content: string | null;
  calls: { id: string; type: 'function'; function: { name: string; arguments: string }; extra_content?: object }[];
}

/** Models that think and use tools, with their vendor's rules for thoughts that come back; else undefined. */
export function vendorOf(model: string): Vendor | undefined {
  if (!model.endsWith('-tool-loop')) return undefined;
  if (model.startsWith('deepseek-')) return serveDeepSeek;
  return model.startsWith('gemini-') ? serveGemini : undefined;
}

function serveDeepSeek(body: ChatBody, response: ServerResponse): void {
  const fault = deepSeekFault(body);
  if (fault !== undefined) return sendError(response, 400, fault, { code: 'invalid_request_error' });
  const thoughts = isDeepSeekThinking(body['thinking']) ? `I think about message ${body.messages.length}.` : '';
  send(body, response, { ...turnOf(body), thoughts });
}

/** Gemini's errors are a list. It signs the first of several calls, and sends no thoughts of its own. */
function serveGemini(body: ChatBody, response: ServerResponse): void {
  const message = geminiFault(body);
  if (message !== undefined) {
    const error = { code: 400, message: `${message} (key sk-secret-of-the-vendor)`, status: 'INVALID_ARGUMENT' };
    return sendJson(response, [{ error }], 400);
  }
  const turn = turnOf(body);
  const [first, ...others] = turn.calls;
  if (first === undefined) return send(body, response, turn);
  const signed = { google: { thought_signature: thoughtSignature(body.model, first.id) } };
  send(body, response, { ...turn, calls: [{ ...first, extra_content: signed }, ...others] });
}

/** Two calls at once, then what came of them. */
function turnOf({ messages, tools }: ChatBody): Turn {
  if (messages.at(-1)?.role === 'tool') {
    return { thoughts: '', content: `The tool said: ${JSON.stringify(messages.at(-1)?.content)}`, calls: [] };
  }
  const name = tools?.[0]?.function.name ?? 'get_weather';
  const calls = ['Paris', 'Rome'].map((city) => ({
    id: `call_${randomUUID()}`,
    type: 'function' as const,
    function: { name, arguments: JSON.stringify({ city }) },
  }));
  return { thoughts: '', content: null, calls };
}

function send({ model, stream }: ChatBody, response: ServerResponse, { thoughts, content, calls }: Turn): void {
  const finishReason = calls.length > 0 ? 'tool_calls' : 'stop';
  const head = { id: `chatcmpl-${randomUUID()}`, created: 1_735_689_600, model };
  if (stream !== true) {
    const message = {
      role: 'assistant',
      content,
      ...(thoughts !== '' && { reasoning_content: thoughts }),
      ...(calls.length > 0 && { tool_calls: calls }),
    };
    const choices = [{ index: 0, message, logprobs: null, finish_reason: finishReason }];
    return sendJson(response, { ...head, object: 'chat.completion', choices });
  }
  const deltas = [
    { role: 'assistant', content: '' },
    ...(thoughts.match(/\S+\s*/g) ?? []).map((piece) => ({ reasoning_content: piece })),
    ...(content === null ? [] : [{ content }]),
    ...calls.map((call, index) => ({ tool_calls: [{ index, ...call }] })),
  ];
  const chunk = (delta: object, finish: string | null): string =>
    toEvent({
      ...head,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
    });
  startEvents(response);
  response.end([...deltas.map((delta) => chunk(delta, null)), chunk({}, finishReason), toEvent('[DONE]')].join(''));
}
