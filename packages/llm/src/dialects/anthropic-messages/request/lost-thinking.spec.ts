import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import {
  ADAPTIVE,
  ALWAYS,
  BETWEEN,
  EFFORT,
  faultOf,
  MANUAL,
  OLD,
  reported,
  requestOf,
  sent,
} from '../__fixtures__/request-of.ts';
import { callOf } from '../../../__fixtures__/create-test-llm.ts';
import { llmProviders } from '../../../providers.ts';
import type { CallParameters } from '../../../types.ts';
import { thinkingForm } from '../thinking-form.ts';
import { toRequest } from '../to-request.ts';

const BUDGET = { thinking: { type: 'enabled', budget_tokens: 2_048 } } as const;
const OFF = { thinking: { type: 'disabled', budget_tokens: 1_024 } } as const;
const TOOLS = { tools: [{ type: 'function', function: { name: 'f' } }] };
const BLOCKS = [{ type: 'thinking' as const, thinking: 'Hm.', signature: 'sig' }];
const question: ChatMessage = { role: 'user', content: 'Weather?' };
const calling = (id: string, thinking?: typeof BLOCKS): ChatMessage => ({
  role: 'assistant',
  content: null,
  tool_calls: [{ id, type: 'function', function: { name: 'f', arguments: '{}' } }],
  ...(thinking && { thinking_blocks: thinking }),
});
const result = (id: string): ChatMessage => ({ role: 'tool', tool_call_id: id, content: 'Sunny' });
const LOST = [question, calling('a'), result('a')];
const KEPT = [question, calling('a', BLOCKS), result('a')];

describe('a tool turn whose thinking is lost', () => {
  it.each<[string, string, CallParameters, object | undefined, string[]]>([
    ['manual', MANUAL, BUDGET, undefined, ['thinking dropped']],
    ['manual, by effort', MANUAL, { reasoning_effort: 'low' }, undefined, ['reasoning_effort dropped']],
    ['manual with efforts', EFFORT, BUDGET, undefined, ['thinking dropped']],
    ['adaptive', ADAPTIVE, BUDGET, { type: 'disabled' }, ['thinking dropped']],
    ['adaptive between tools', BETWEEN, BUDGET, { type: 'between_tools' }, ['thinking dropped']],
    [
      'adaptive, always',
      ALWAYS,
      BUDGET,
      { type: 'adaptive', display: 'summarized' },
      ['thinking not_executed', 'thinking translated', 'max_tokens raised'],
    ],
    ['adaptive, unasked', ALWAYS, {}, undefined, []],
    ['a model without thinking', OLD, BUDGET, undefined, ['thinking dropped']],
  ])('%s', (_name, model, parameters, thinking, adjustments) => {
    const made = requestOf({ ...TOOLS, ...parameters }, model, LOST);
    expect((sent(made) as { thinking?: object }).thinking).toEqual(thinking);
    expect(reported(made)).toEqual(adjustments);
    expect(faultOf(made)).toBeUndefined();
  });

  it('is what the vendor answers 400 to when it is asked to think all the same', () => {
    const { body, ...rest } = requestOf({ ...TOOLS, ...BUDGET }, MANUAL, LOST);
    const thoughtless = { ...rest, body: { ...body, thinking: BUDGET.thinking, max_tokens: 4_096 } };
    expect(faultOf(thoughtless)).toContain('Expected `thinking` or `redacted_thinking`, but found `tool_use`');
  });

  it('gives way to an effort that needs thinking', () => {
    const made = requestOf({ ...TOOLS, ...BUDGET, reasoning_effort: 'xhigh' }, ADAPTIVE, LOST);
    expect(sent(made)).toMatchObject({ thinking: { type: 'disabled' }, output_config: { effort: 'high' } });
    expect(reported(made)).toContain('reasoning_effort clamped');
  });

  it.each([ADAPTIVE, BETWEEN])('leaves no room for thinking in our own limit: %s', (model) => {
    const call = { ...callOf('any', { ...TOOLS, ...BUDGET, max_tokens: 100 }), messages: LOST, hasDefaultLimit: true };
    expect(toRequest(call, model, llmProviders.anthropic, 'anthropic').body).toMatchObject({ max_tokens: 100 });
  });

  it.each<[string, ChatMessage[]]>([
    ['its first turn has it', KEPT],
    ['its first turn has it, as only that one must', [...KEPT, calling('b'), result('b')]],
    ['it is over', [...LOST, { role: 'assistant', content: 'Sunny.' }, { role: 'user', content: 'Thanks.' }]],
    ['there is none', [question]],
  ])('does not matter when %s', (_name, messages) => {
    const made = requestOf({ ...TOOLS, ...BUDGET }, MANUAL, messages);
    expect(sent(made)).toMatchObject({ thinking: BUDGET.thinking });
    expect(reported(made)).toEqual(['max_tokens raised']);
    expect(faultOf(made)).toBeUndefined();
  });

  it('counts when a question follows its results', () => {
    const made = requestOf({ ...TOOLS, ...BUDGET }, MANUAL, [...LOST, { role: 'user', content: 'And?' }]);
    expect(sent(made)).not.toHaveProperty('thinking');
    expect(faultOf(made)).toBeUndefined();
  });
});

describe('thinking is wanted back', () => {
  it.each<[string, CallParameters, boolean]>([
    [MANUAL, {}, false],
    [MANUAL, BUDGET, true],
    [MANUAL, OFF, false],
    [MANUAL, { reasoning_effort: 'low' }, true],
    [MANUAL, { reasoning_effort: 'none' }, false],
    [EFFORT, { reasoning_effort: 'low' }, false],
    [ADAPTIVE, {}, true],
    [ADAPTIVE, OFF, false],
    [BETWEEN, OFF, true],
    [ALWAYS, OFF, true],
    [OLD, BUDGET, false],
  ])('by %s with %j: %s', (model, parameters, isWanted) => {
    expect(thinkingForm({ model, parameters }, model)).toBe(isWanted ? 'thinking_blocks' : undefined);
  });
});
