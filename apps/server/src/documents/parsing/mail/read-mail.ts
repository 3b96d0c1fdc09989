import PostalMime, { type Address, type Email } from 'postal-mime';
import { parsePage } from '../../fetching/page/parse-page.ts';
import { statedTime } from '../../fetching/page/page-metadata.ts';
import { toMarkdown } from '../../fetching/page/to-markdown.ts';
import { MAX_TREE_BYTES } from '../limits.ts';
import type { Part } from '../part.ts';
import { cleanText } from '../plain/decode-text.ts';
import { attachedFile, isMail, isRead, readAttachment, type ReaderOf } from './read-attachment.ts';
import { readWhole, type Source } from '../source.ts';
import { UnreadableError } from '../unreadable-error.ts';

/** Mails and files in it, together: packed in one another, they take no room in the file. */
const MAX_PARTS = 1_000;
/** Mails within mails: each level is unpacked again, and people forward what was forwarded no deeper. */
const MAX_DEPTH = 10;
/** It is kept with each of the mail's chunks. */
const MAX_HEADING_LENGTH = 300;
const MAX_NAMES = 50;
const NO_SUBJECT = 'A mail without subject';

/** A mail that is to be read. */
interface Unread {
  content: Buffer;
  /** How many mails are around it. */
  depth: number;
}

/** Reads mails; the files in them are read by the other readers. */
export function mailReader(readerOf: ReaderOf): (source: Source) => AsyncGenerator<Part> {
  return (source) => readMail(source, readerOf);
}

/**
 * An e-mail: who wrote to whom and when, the text, and the names of what was attached and is not read. Files attached to
 * it follow, then mails that were attached or forwarded, each as a chapter under its subject, writer and time.
 */
async function* readMail(source: Source, readerOf: ReaderOf): AsyncGenerator<Part> {
  const content = await readWhole(source, MAX_TREE_BYTES);
  const unread: Unread[] = [{ content, depth: 0 }];
  const notRead: string[] = [];
  let count = 0;
  for (let mail = unread.shift(); mail !== undefined; mail = unread.shift()) {
    const { depth } = mail;
    // Those within are taken out rather than mixed into the text, whatever they say of how they are to be shown.
    const options = { maxNestingDepth: 50, forceRfc822Attachments: true };
    const email = await PostalMime.parse(mail.content, options);
    const files = await Promise.all(email.attachments.map(attachedFile));
    const inner = depth < MAX_DEPTH ? files.filter(isMail) : [];
    count += files.length;
    if (count > MAX_PARTS) throw new UnreadableError(`The mail holds more than ${MAX_PARTS} others and files.`);
    const names = files.filter((file) => !inner.includes(file) && !isRead(file)).map(({ name }) => name);
    yield* partsOf(email, names, depth);
    yield { kind: 'progress', done: 0 };
    notRead.push(...names);
    for (const file of files.filter(isRead)) {
      const fault = yield* readAttachment(file, readerOf);
      if (fault !== undefined) notRead.push(`${file.name}: ${fault}`);
    }
    unread.unshift(...inner.map((file) => ({ content: file.content, depth: depth + 1 })));
    const time = depth === 0 ? statedTime(email.date) : undefined;
    if (time !== undefined) yield { kind: 'facts', facts: { time } };
  }
  if (notRead.length > 0) yield { kind: 'facts', facts: { attachments_not_read: listed(notRead) } };
}

/** Each chunk that is found brings its document's metadata along; all names stand in the text. */
function listed(names: readonly string[]): string[] {
  const shown = names.slice(0, MAX_NAMES);
  return names.length > MAX_NAMES ? [...shown, '…'] : shown;
}

function* partsOf(email: Email, notRead: readonly string[], depth: number): Generator<Part> {
  const { subject, text, html } = email;
  if (depth === 0 && subject) yield { kind: 'title', title: subject };
  const body = text?.trim() || (html ? toMarkdown(parsePage(html).document.body) : '');
  const whole = cleanText(`${headOf(email, notRead)}\n\n${body}`);
  const chapter = chapterOf(email);
  if (depth === 0) yield { kind: 'text', text: whole };
  else yield { kind: 'text', text: `\n\n# ${chapter}\n\n${whole}\n\n`, place: { chapter } };
}

function headOf({ from, to = [], cc = [], date, subject }: Email, notRead: readonly string[]): string {
  const lines = [
    subject && `Subject: ${subject}`,
    from && `From: ${writtenOut(from)}`,
    to.length > 0 && `To: ${to.map(writtenOut).join(', ')}`,
    cc.length > 0 && `Cc: ${cc.map(writtenOut).join(', ')}`,
    date && `Date: ${date}`,
    notRead.length > 0 && `Attachments (not read): ${notRead.join(', ')}`,
  ];
  return lines.filter((line) => line).join('\n');
}

function chapterOf({ from, date, subject }: Email): string {
  const heading = [subject ?? NO_SUBJECT, from && writtenOut(from), date].filter((piece) => piece).join(', ');
  return cleanText(heading).replaceAll(/\s+/g, ' ').slice(0, MAX_HEADING_LENGTH).toWellFormed();
}

function writtenOut({ name, address, group }: Address): string {
  if (group !== undefined) return `${name}: ${group.map(writtenOut).join(', ')}`;
  return [name, address && `<${address}>`].filter((part) => part).join(' ');
}
