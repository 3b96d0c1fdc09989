/** A title or heading of any length must not outweigh the chunk itself. */
const MAX_CONTEXT_LENGTH = 300;

/**
 * What a chunk is found by: its text, and before it the document's title and the headings it stands under. Only the
 * chunk's own text is stored and shown.
 */
export function indexedText(title: unknown, headings: readonly string[], text: string): string {
  const context = [...(typeof title === 'string' ? [title] : []), ...headings].join('\n');
  return `${context.slice(0, MAX_CONTEXT_LENGTH)}\n${text}`;
}
