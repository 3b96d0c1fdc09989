import { describe, expect, it } from '@jest/globals';
import { callOf } from '../../../../__fixtures__/create-test-llm.ts';
import { type LlmProviderId, llmProviders } from '../../../../providers.ts';
import type { CallParameters, VendorRequest } from '../../../../types.ts';
import { anthropicMessages } from '../../../anthropic-messages/index.ts';
import { openAiChat } from '../../index.ts';

function request(name: string, parameters: CallParameters, hasDefaultLimit = true): VendorRequest {
  const slash = name.indexOf('/');
  const provider = name.slice(0, slash) as LlmProviderId;
  const call = { ...callOf(name, { max_tokens: 100, ...parameters }), hasDefaultLimit };
  const dialect = provider === 'anthropic' ? anthropicMessages : openAiChat;
  return dialect.toRequest(call, name.slice(slash + 1), llmProviders[provider], provider);
}
const limitOf = ({ body }: VendorRequest): unknown => body['max_tokens'] ?? body['max_completion_tokens'];
const raised = ({ adjustments }: VendorRequest): object[] => adjustments.filter(({ action }) => action === 'raised');

const THINK: CallParameters = { thinking: { type: 'enabled', budget_tokens: 2_048 } };
const DO_NOT: CallParameters = { thinking: { type: 'disabled', budget_tokens: 1_024 } };
const TOOLS: CallParameters = { tools: [{ type: 'function', function: { name: 'f' } }] };

describe('our default limit', () => {
  it.each<[string, CallParameters, number]>([
    ['openai/o3', {}, 8_292],
    ['openai/o3', { reasoning_effort: 'low' }, 4_196],
    ['openai/gpt-5-mini', { reasoning_effort: 'high' }, 24_676],
    ['openai/gpt-5.6', {}, 8_292],
    ['azure/o4-mini', {}, 8_292],
    ['gemini/gemini-2.5-flash', {}, 8_292],
    ['gemini/gemini-2.5-flash', THINK, 2_148],
    ['deepseek/deepseek-v4', {}, 8_292],
    ['deepseek/deepseek-v4', THINK, 8_292],
    ['groq/openai/gpt-oss-120b', {}, 8_292],
    ['mistral/magistral-medium-latest', {}, 8_292],
    ['mistral/mistral-medium-latest', { reasoning_effort: 'high' }, 24_676],
    ['cohere/command-a-reasoning-08-2025', {}, 8_292],
    ['xai/grok-4', {}, 8_292],
    ['openrouter/openai/o3', {}, 8_292],
    ['ollama/deepseek-r1:8b', {}, 8_292],
    ['vllm/Qwen/Qwen3-8B', THINK, 2_148],
    ['anthropic/claude-opus-4-8', THINK, 2_148],
    ['anthropic/claude-opus-5-5', {}, 8_292],
    ['anthropic/claude-sonnet-5-5', { reasoning_effort: 'low' }, 4_196],
  ])('leaves %s with %j room for thoughts: %i', (name, parameters, limit) => {
    const made = request(name, parameters);
    expect(limitOf(made)).toBe(limit);
    expect(raised(made)).toEqual([expect.objectContaining({ parameter: 'max_tokens', from: 100, to: limit })]);
  });

  it.each<[string, CallParameters]>([
    ['openai/gpt-4o', {}],
    ['openai/gpt-5-chat-latest', {}],
    ['openai/gpt-5.4', { reasoning_effort: 'none' }],
    // Its tools come without reasoning.
    ['openai/gpt-5.6', TOOLS],
    ['gemini/gemini-2.5-flash-lite', {}],
    ['gemini/gemini-2.5-flash', DO_NOT],
    ['deepseek/deepseek-v4', DO_NOT],
    ['deepseek/deepseek-v4', { ...TOOLS, tool_choice: 'required' }],
    ['groq/llama-3.3-70b-versatile', { reasoning_effort: 'high' }],
    ['mistral/mistral-large-latest', { reasoning_effort: 'high' }],
    ['cohere/command-a-03-2025', { reasoning_effort: 'low' }],
    ['xai/grok-4-fast-non-reasoning', {}],
    ['ollama/llama3.2', {}],
    ['vllm/Qwen/Qwen3-30B-A3B-Instruct-2507', {}],
    ['anthropic/claude-opus-4-8', {}],
    ['anthropic/claude-haiku-4-5', {}],
  ])('stays as it is for %s with %j, which does not think', (name, parameters) => {
    const made = request(name, parameters);
    expect([limitOf(made), raised(made)]).toEqual([100, []]);
  });
});

describe("a caller's own limit", () => {
  it.each(['openai/o3', 'gemini/gemini-2.5-flash', 'deepseek/deepseek-v4', 'anthropic/claude-opus-5-5'])(
    'is left alone by %s',
    (name) => {
      const made = request(name, {}, false);
      expect([limitOf(made), raised(made)]).toEqual([100, []]);
    },
  );
});
