import { describe, expect, it } from '@jest/globals';
import type { CallParameters } from '../types.ts';
import { extractiveAdjustments } from './extractive-adjustments.ts';

const adjustments = (parameters: CallParameters) =>
  extractiveAdjustments({ model: 'local/extractive', messages: [], question: [], passages: [], parameters });

describe('extractiveAdjustments', () => {
  it('reports what only a language model can do', () => {
    const reported = adjustments({ temperature: 0.2, tools: [{ type: 'function' }], user: 'u', top_p: undefined });
    expect(reported).toHaveLength(3);
    expect(reported[0]).toEqual({
      parameter: 'temperature',
      action: 'not_executed',
      from: 0.2,
      reason: expect.stringContaining('no language model'),
      provider: 'local',
    });
  });

  it('reports that it answers once', () => {
    expect(adjustments({ n: 3 })).toMatchObject([{ parameter: 'n', action: 'clamped', from: 3, to: 1 }]);
  });

  it('reports nothing that it carries out or that asks for nothing', () => {
    expect(
      adjustments({
        stream: true,
        stream_options: { include_usage: true },
        max_tokens: 5,
        max_completion_tokens: 5,
        stop: ['x'],
        n: 1,
        response_format: { type: 'text' },
        modalities: ['text'],
        tool_choice: 'none',
        logprobs: false,
      }),
    ).toEqual([]);
  });
});
