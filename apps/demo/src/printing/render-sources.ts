import { styleText } from 'node:util';
import type { Source } from '@groundwire/client';

/**
 * The list of sources: number, document, score, and the beginning of the passage on one line.
 * @param cited Ids of the chunks that the answer's citations point at.
 * @param width Columns of a line.
 */
export function renderSources(sources: readonly Source[], cited: ReadonlySet<string>, width: number): string {
  if (sources.length === 0) return '  No passage was found.\n';
  return sources.map((source, index) => renderSource(source, index + 1, cited.has(source.id), width)).join('');
}

function renderSource({ title, score, text }: Source, number: number, isCited: boolean, width: number): string {
  const facts = `score ${score.toFixed(2)}${isCited ? ', cited' : ''}`;
  const heading = `  ${styleText('cyan', `[${number}]`)} ${styleText('bold', title ?? 'Untitled')} (${facts})`;
  return `${heading}\n${styleText('dim', `      ${excerpt(text, width - 6)}`)}\n`;
}

/** The beginning of a text on one line of at most `width` columns, without the marks of Markdown headings. */
export function excerpt(text: string, width: number): string {
  const line = [...text.replaceAll(/^#+ /gm, '').replaceAll(/\s+/g, ' ').trim()];
  return line.length <= width
    ? line.join('')
    : `${line
        .slice(0, Math.max(0, width - 1))
        .join('')
        .trimEnd()}…`;
}
