import { takes } from '../../../policy/takes.ts';
import type { Draft } from './draft.ts';

/**
 * Usage is always asked for, so that every answer can be counted; whether the caller sees it is decided elsewhere, which
 * is why this is not reported. Without a stream the options are a 400 at OpenAI.
 */
export function askForUsage(draft: Draft): void {
  const { stream, stream_options: options } = draft.parameters;
  if (stream !== true) {
    if (options !== undefined) draft.drop('stream_options', 'It means nothing without `stream`.');
    return;
  }
  if (!takes(draft.policy, 'stream_options')) return;
  draft.parameters.stream_options = { ...options, include_usage: true };
}
