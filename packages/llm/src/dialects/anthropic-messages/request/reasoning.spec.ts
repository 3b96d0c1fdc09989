import { describe, it } from '@jest/globals';
import { ALWAYS, BETWEEN, EFFORT, expectRow, MANUAL, OLD, type Row } from '../__fixtures__/request-of.ts';

const TOOL = { type: 'function', function: { name: 'f', parameters: { type: 'object', properties: {} } } };
const THINK = { type: 'enabled', budget_tokens: 2_048 } as const;
const NO_THINKING = { type: 'disabled', budget_tokens: 1_024 } as const;
const ADAPTIVE_THINKING = { type: 'adaptive', display: 'summarized' };

const ROWS: Row[] = [
  ['thinking, manual', { thinking: THINK }, { thinking: THINK, max_tokens: 2_148 }, ['max_tokens raised'], MANUAL],
  [
    'thinking, adaptive',
    { thinking: THINK },
    { thinking: ADAPTIVE_THINKING, output_config: { effort: 'low' }, max_tokens: 2_148 },
    ['thinking translated', 'max_tokens raised'],
  ],
  [
    'thinking and effort, adaptive',
    { thinking: THINK, reasoning_effort: 'xhigh' },
    { thinking: ADAPTIVE_THINKING, output_config: { effort: 'xhigh' }, max_tokens: 2_148 },
    ['reasoning_effort translated', 'thinking translated', 'max_tokens raised'],
  ],
  [
    'thinking and effort, manual',
    { thinking: THINK, reasoning_effort: 'high' },
    { thinking: THINK, max_tokens: 2_148 },
    ['reasoning_effort dropped', 'max_tokens raised'],
    MANUAL,
  ],
  ['thinking, oldest models', { thinking: THINK }, {}, ['thinking dropped'], OLD],
  ['thinking off', { thinking: NO_THINKING }, { thinking: { type: 'disabled' } }, ['thinking translated']],
  [
    'thinking off, between tools',
    { thinking: NO_THINKING },
    { thinking: { type: 'between_tools' } },
    ['thinking translated'],
    BETWEEN,
  ],
  ['thinking off, where it cannot be', { thinking: NO_THINKING }, {}, ['thinking dropped'], ALWAYS],
  ['thinking off, unknown model', { thinking: NO_THINKING }, {}, ['thinking dropped'], 'claude-saga-7'],
  [
    'reasoning_effort none',
    { reasoning_effort: 'none' },
    { thinking: { type: 'disabled' } },
    ['reasoning_effort translated'],
  ],
  [
    'reasoning_effort minimal',
    { reasoning_effort: 'minimal' },
    { output_config: { effort: 'low' } },
    ['reasoning_effort translated'],
  ],
  [
    'reasoning_effort xhigh',
    { reasoning_effort: 'xhigh' },
    { output_config: { effort: 'xhigh' } },
    ['reasoning_effort translated'],
  ],
  [
    'reasoning_effort xhigh, 4.6',
    { reasoning_effort: 'xhigh' },
    { output_config: { effort: 'high' } },
    ['reasoning_effort clamped'],
    EFFORT,
  ],
  [
    'reasoning_effort beside a forced tool, as a budget',
    { reasoning_effort: 'low', tools: [TOOL], tool_choice: 'required' },
    { tools: [{ name: 'f', input_schema: TOOL.function.parameters }], tool_choice: { type: 'any' } },
    ['reasoning_effort dropped'],
    MANUAL,
  ],
  ['reasoning_effort, oldest models', { reasoning_effort: 'low' }, {}, ['reasoning_effort dropped'], OLD],
  ...(
    [
      ['low', 1_024],
      ['medium', 8_192],
      ['high', 24_576],
    ] as const
  ).map(([effort, budget]): Row => [
    `reasoning_effort ${effort}, as a budget`,
    { reasoning_effort: effort },
    { thinking: { type: 'enabled', budget_tokens: budget }, max_tokens: budget + 100 },
    ['reasoning_effort translated', 'max_tokens raised'],
    MANUAL,
  ]),
];

describe('thinking and effort', () => {
  it.each(ROWS)('%s', (...row: Row) => expectRow(...row));
});
