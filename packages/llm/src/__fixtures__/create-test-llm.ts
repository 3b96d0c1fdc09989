import { createLlm } from '../create-llm.ts';
import type { LlmError } from '../llm-error.ts';
import type { CallParameters, Llm, LlmSettings, ModelAnswer, ModelCall, StreamPart } from '../types.ts';

const PARAMETER_NAMES = ['stream', 'stream_options', 'max_tokens', 'temperature', 'tools', 'functions', 'n', 'stop'];

/** An LLM door whose OpenAI is at `url`. No retries and short limits, unless told otherwise. */
export function createTestLlm(url: string, overrides: Partial<LlmSettings> = {}): Llm {
  return createLlm({
    apiKeys: { openai: 'sk-test' },
    baseUrls: { openai: url },
    headersTimeoutMs: 5_000,
    idleTimeoutMs: 5_000,
    totalTimeoutMs: 20_000,
    maxRetries: 0,
    parameterNames: PARAMETER_NAMES,
    ...overrides,
  });
}

export function callOf(model: string, parameters: CallParameters = {}): ModelCall {
  const messages: ModelCall['messages'] = [{ role: 'user', content: 'hello there' }];
  return { model, messages, parameters, question: messages, passages: [] };
}

/** Everything a call yields, and the error that ended it. */
export interface Outcome {
  parts: StreamPart[];
  text: string;
  error: LlmError | undefined;
}

export async function collect({ parts }: ModelAnswer): Promise<Outcome> {
  const seen: StreamPart[] = [];
  try {
    for await (const part of parts) seen.push(part);
  } catch (error) {
    return { parts: seen, text: textOf(seen), error: error as LlmError };
  }
  return { parts: seen, text: textOf(seen), error: undefined };
}

function textOf(parts: readonly StreamPart[]): string {
  return parts.map(textOfPart).join('');
}

function textOfPart(part: StreamPart): string {
  if (part.type === 'completion') return part.completion.choices[0]?.message.content ?? '';
  return part.chunk.choices[0]?.delta.content ?? '';
}
