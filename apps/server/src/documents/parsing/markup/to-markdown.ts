import TurndownService from 'turndown';

/** What is used here of the DOM, which Node's types do not have. */
interface Element {
  textContent: string | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

const turndown = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-' });

/** Inside a cell there is no room for paragraphs. */
const cellText = (cell: Element): string =>
  (cell.textContent ?? '').replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();

turndown.remove(['script', 'style', 'noscript', 'template']);
turndown.addRule('picture', { filter: 'img', replacement: (_content, node) => (node as unknown as Element).getAttribute('alt') ?? '' });
turndown.addRule('table', {
  filter: 'table',
  replacement: (_content, node) => {
    const rows = [...(node as unknown as Element).querySelectorAll('tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map(cellText),
    );
    const [header = []] = rows;
    const lines = rows.filter((cells) => cells.length > 0).map((cells) => `| ${cells.join(' | ')} |`);
    return `\n\n${lines.toSpliced(1, 0, `|${' --- |'.repeat(header.length)}`).join('\n')}\n\n`;
  },
});

/** HTML as Markdown: headings, lists, tables, code and links; pictures become their description. */
export function toMarkdown(html: string): string {
  return turndown.turndown(html);
}
