import type { Completion } from '../../types.ts';
import { addUsage } from '../../usage/add-usage.ts';

/** Several whole answers as one with a choice for each. The first failure cancels the other calls, and is thrown once they are over. */
export async function askSeveral(
  calls: number,
  ask: (index: number, signal: AbortSignal) => Promise<Completion>,
  caller: AbortSignal,
): Promise<Completion> {
  const others = new AbortController();
  const signal = AbortSignal.any([caller, others.signal]);
  const pending = Array.from({ length: calls }, (_, index) => ask(index, signal));
  try {
    return asOne(await Promise.all(pending));
  } finally {
    others.abort();
    await Promise.allSettled(pending);
  }
}

function asOne(completions: readonly Completion[]): Completion {
  const { usage: _ofTheFirst, ...first } = completions[0] as Completion;
  const choices = completions.flatMap(({ choices: [choice] }, index) => (choice ? [{ ...choice, index }] : []));
  const usages = completions.map(({ usage }) => usage).filter((usage) => usage != null);
  // A sum that lacks a part would be a wrong number.
  return { ...first, choices, ...(usages.length === completions.length && { usage: usages.reduce(addUsage) }) };
}
