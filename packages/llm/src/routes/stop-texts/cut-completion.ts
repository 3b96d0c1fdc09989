import type { Choice } from '@groundwire/client';
import type { Completion } from '../../types.ts';
import { saidTokens, toTokens } from './said-tokens.ts';
import { prepareStops, type StopText, TextCutter } from './text-cutter.ts';

/** A whole answer whose choices end before the first of `stops`; what was written after it was counted all the same. */
export function cutCompletion(completion: Completion, stops: readonly string[]): Completion {
  const prepared = prepareStops(stops);
  return { ...completion, choices: completion.choices.map((choice) => cutChoice(choice, prepared)) };
}

function cutChoice(choice: Choice, stops: readonly StopText[]): Choice {
  const cutter = new TextCutter(stops);
  const content = cutter.push(choice.message.content ?? '');
  if (!cutter.isCut) return choice;
  const { logprobs } = choice;
  const { tool_calls: _later, annotations = [], ...message } = choice.message;
  const left = annotations.filter(({ url_citation: { end_index: end } }) => end <= content.length);
  return {
    ...choice,
    finish_reason: 'stop',
    logprobs: logprobs && { ...logprobs, content: saidTokens(toTokens(logprobs), content.length) },
    message: { ...message, content, ...(left.length > 0 && { annotations: left }) },
  };
}
