import PostalMime from 'postal-mime';
import { parsePage } from '../../fetching/page/parse-page.ts';
import { toMarkdown } from '../../fetching/page/to-markdown.ts';
import { MAX_TREE_BYTES } from '../limits.ts';
import type { Part } from '../part.ts';
import { readWhole, type Source } from '../source.ts';
import { UnreadableError } from '../unreadable-error.ts';
import { cleanText } from './decode-text.ts';

const MAX_MAILS = 1_000;

/** An e-mail: who wrote to whom and when, the text, and the names of what was attached, which is not read. */
export async function* readMail(source: Source): AsyncGenerator<Part> {
  const content = await readWhole(source, MAX_TREE_BYTES);
  refuseTooManyMails(content);
  const {
    from,
    to = [],
    date,
    subject,
    text,
    html,
    attachments,
  } = await PostalMime.parse(content, { maxNestingDepth: 50 });
  if (subject) yield { kind: 'title', title: subject };
  const body = text?.trim() || (html ? toMarkdown(parsePage(html).document.body) : '');
  const names = attachments.flatMap(({ filename }) => filename ?? []);
  const head = [
    subject && `Subject: ${subject}`,
    from && `From: ${writtenOut(from)}`,
    to.length > 0 && `To: ${to.map(writtenOut).join(', ')}`,
    date && `Date: ${date}`,
    names.length > 0 && `Attachments (not read): ${names.join(', ')}`,
  ].filter((line) => line);
  yield { kind: 'text', text: cleanText(`${head.join('\n')}\n\n${body}`) };
}

/** The parser bounds how deep parts are nested, but not mails in mails: its time grows with the square of their number. */
function refuseTooManyMails(content: Buffer): void {
  const count = content.toString('latin1').match(/message\/rfc822/gi)?.length ?? 0;
  if (count > MAX_MAILS) throw new UnreadableError(`The mail holds more than ${MAX_MAILS} others.`);
}

function writtenOut({ name, address }: { name?: string; address?: string }): string {
  return [name, address && `<${address}>`].filter((part) => part).join(' ');
}
