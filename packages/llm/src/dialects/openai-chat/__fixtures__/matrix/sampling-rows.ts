import { everywhere, type Row, to } from './row.ts';

const X = null;
const clamped = (wire: Record<string, unknown>) => to(wire, 'clamped');
const renamed = (wire: Record<string, unknown>) => to(wire, 'renamed');
const toMax = (max_tokens: number) => renamed({ max_tokens, max_completion_tokens: undefined });
const toNewMax = (max_completion_tokens: number) => renamed({ max_completion_tokens, max_tokens: undefined });
const bothOld = to({ max_tokens: 9, max_completion_tokens: undefined }, 'dropped');
const bothNew = to({ max_completion_tokens: 9, max_tokens: undefined }, 'dropped');
const threeCalls = { ...to({ n: undefined }, 'translated'), calls: 3 };
const seedOn = { ...to({ seed: 7 }, 'translated'), calls: 3 };
const withLogprobs = to({ top_logprobs: 2, logprobs: true }, 'defaulted');

/** Transcribed from the vendors' tables, from `frequency_penalty` to `n`, and from `seed` to `top_p`: by hand, never from the policy. */
export const SAMPLING_ROWS: readonly Row[] = [
  //                                                                        4o   o3   5.6  gem  mis  coh  groq ds   oll  vllm llama
  { name: 'frequency_penalty 0.5', field: 'frequency_penalty', given: { frequency_penalty: 0.5 }, cells: ['=', '✂', '✂', '✂', '=', '=', '=', '=', '=', '=', '='] },
  { name: 'frequency_penalty 0', field: 'frequency_penalty', given: { frequency_penalty: 0 }, cells: ['=', '=', '=', '∅', '=', '=', '=', '=', '=', '=', '='] },
  { name: 'frequency_penalty -1', field: 'frequency_penalty', given: { frequency_penalty: -1 }, cells: ['=', '✂', '✂', '✂', '=', clamped({ frequency_penalty: 0 }), '=', '=', '=', '=', '='] },
  { name: 'frequency_penalty 2', field: 'frequency_penalty', given: { frequency_penalty: 2 }, cells: ['=', '✂', '✂', '✂', '=', clamped({ frequency_penalty: 1 }), '=', '=', '=', '=', '='] },
  { name: 'presence_penalty 0.5', field: 'presence_penalty', given: { presence_penalty: 0.5 }, cells: ['=', '✂', '✂', '✂', '=', '=', '=', '=', '=', '=', '='] },
  { name: 'presence_penalty -1', field: 'presence_penalty', given: { presence_penalty: -1 }, cells: ['=', '✂', '✂', '✂', '=', clamped({ presence_penalty: 0 }), '=', '=', '=', '=', '='] },
  { name: 'logit_bias', field: 'logit_bias', given: { logit_bias: { '50256': -100 } }, cells: ['=', '✂', '✂', '✂', '✂', '✂', '✂', '✂', '✂', '=', '='] },
  { name: 'logit_bias 2.6', field: 'logit_bias', given: { logit_bias: { '1': 2.6, '2': -300 } }, cells: [clamped({ logit_bias: { '1': 3, '2': -100 } }), '✂', '✂', '✂', '✂', '✂', '✂', '✂', '✂', X, X] },
  { name: 'logprobs true', field: 'logprobs', given: { logprobs: true }, cells: ['=', '✗', '✗', '✗', '✗', '✗', '✗', '=', '=', '=', '='] },
  { name: 'logprobs false', field: 'logprobs', given: { logprobs: false }, cells: ['=', '∅', '∅', '∅', '∅', '∅', '∅', '=', '=', '=', '='] },
  { name: 'top_logprobs 2 with logprobs', field: 'top_logprobs', given: { top_logprobs: 2, logprobs: true }, cells: ['=', X, X, X, X, X, X, '=', '=', '=', '='] },
  { name: 'top_logprobs 2 alone', field: 'top_logprobs', reported: 'logprobs', given: { top_logprobs: 2 }, cells: [withLogprobs, X, X, X, X, X, X, withLogprobs, withLogprobs, withLogprobs, withLogprobs] },
  { name: 'top_logprobs 2, refused', field: 'top_logprobs', given: { top_logprobs: 2 }, cells: [X, '✗', '✗', '✗', '✗', '✗', '✗', X, X, X, X] },
  { name: 'max_completion_tokens', field: 'max_completion_tokens', given: { max_completion_tokens: 50 }, cells: ['=', '=', '=', '=', toMax(50), toMax(50), '=', toMax(50), toMax(50), '=', '='] },
  { name: 'max_tokens', field: 'max_tokens', given: { max_tokens: 50 }, cells: [toNewMax(50), toNewMax(50), toNewMax(50), '=', '=', '=', toNewMax(50), '=', '=', '=', '='] },
  { name: 'both limits', field: 'max_tokens', given: { max_tokens: 7, max_completion_tokens: 9 }, cells: [bothNew, bothNew, bothNew, bothNew, bothOld, bothOld, bothNew, bothOld, bothOld, bothNew, bothNew] },
  { name: 'n 1', field: 'n', given: { n: 1 }, cells: ['=', '=', '=', '=', '=', '∅', '∅', '∅', '∅', '=', '='] },
  { name: 'n 3', field: 'n', given: { n: 3 }, cells: ['=', '=', '=', '=', '=', threeCalls, threeCalls, threeCalls, threeCalls, '=', '='] },
  { name: 'n 17', field: 'n', given: { n: 17 }, cells: ['=', '=', '=', '=', '=', '✗', '✗', '✗', '✗', '=', '='] },
  { name: 'n 3 beside a seed', field: 'seed', given: { n: 3, seed: 7 }, cells: ['=', '=', '=', '✂', renamed({ random_seed: 7, seed: undefined }), seedOn, seedOn, X, seedOn, '=', '='] },
  { name: 'n 3 with a search model', field: 'n', given: { n: 3 }, models: { 'gpt-4o': 'gpt-4o-search-preview' }, cells: [threeCalls, X, X, X, X, X, X, X, X, X, X] },
  { name: 'n 200', field: 'n', given: { n: 200 }, cells: ['✗', '✗', '✗', X, X, '✗', '✗', '✗', '✗', X, X] },
  { name: 'seed 42', field: 'seed', given: { seed: 42 }, cells: ['=', '=', '=', '✂', renamed({ random_seed: 42, seed: undefined }), '=', '=', '✂', '=', '=', '='] },
  { name: 'seed -1', field: 'seed', given: { seed: -1 }, cells: ['=', '=', '=', '✂', clamped({ random_seed: 0, seed: undefined }), clamped({ seed: 0 }), '=', '✂', '=', '=', '='] },
  { name: 'temperature 2', field: 'temperature', given: { temperature: 2 }, cells: ['=', '✂', '✂', '=', clamped({ temperature: 1.5 }), clamped({ temperature: 1 }), '=', '=', '=', '=', '='] },
  { name: 'temperature 1', field: 'temperature', given: { temperature: 1 }, cells: everywhere('=') },
  { name: 'temperature 0', field: 'temperature', given: { temperature: 0 }, cells: ['=', '✂', '✂', '=', '=', '=', '=', '=', '=', '=', '='] },
  { name: 'top_p 0.5', field: 'top_p', given: { top_p: 0.5 }, cells: ['=', '✂', '✂', '=', '=', '=', '=', '=', '=', '=', '='] },
  { name: 'top_p 0', field: 'top_p', given: { top_p: 0 }, cells: ['=', '✂', '✂', '=', clamped({ top_p: 0.01 }), clamped({ top_p: 0.01 }), '=', '=', '=', '=', '='] },
  { name: 'top_p 1', field: 'top_p', given: { top_p: 1 }, cells: ['=', '∅', '∅', '=', '=', clamped({ top_p: 0.99 }), '=', '=', '=', '=', '='] },
  { name: 'top_logprobs 0', field: 'top_logprobs', given: { top_logprobs: 0 }, cells: everywhere('∅') },
  { name: 'top_logprobs 0 with logprobs', field: 'top_logprobs', given: { top_logprobs: 0, logprobs: true }, cells: ['=', X, X, X, X, X, X, '=', '=', '=', '='] },
  ...(['temperature', 'top_p', 'n'] as const).map(
    (field): Row => ({ name: `${field} 1 with a search model`, field, given: { [field]: 1 }, models: { 'gpt-4o': 'gpt-4o-search-preview' }, cells: ['∅', X, X, X, X, X, X, X, X, X, X] }),
  ),
  ...(['frequency_penalty', 'presence_penalty', 'seed'] as const).map(
    (field): Row => ({ name: `${field} with a search model`, field, given: { [field]: 1 }, models: { 'gpt-4o': 'gpt-4o-search-preview' }, cells: ['✂', X, X, X, X, X, X, X, X, X, X] }),
  ),
];
