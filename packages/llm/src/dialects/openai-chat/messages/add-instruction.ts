import type { Draft } from '../request/draft.ts';

/** Adds a line to the first system message, or makes one: some chat templates take only one, and only at the start. */
export function addInstruction(draft: Draft, line: string): string {
  const [first, ...others] = draft.messages;
  const isSystem = first?.role === 'system' || first?.role === 'developer';
  draft.messages =
    isSystem && typeof first['content'] === 'string'
      ? [{ ...first, content: `${first['content']}\n\n${line}` }, ...others]
      : [{ role: 'system', content: line }, ...draft.messages];
  return line;
}
