import PostalMime, { type Address, type Email } from 'postal-mime';
import { parsePage } from '../../fetching/page/parse-page.ts';
import { statedTime } from '../../fetching/page/page-metadata.ts';
import { toMarkdown } from '../../fetching/page/to-markdown.ts';
import { MAX_TREE_BYTES } from '../limits.ts';
import type { Part } from '../part.ts';
import { cleanText } from '../plain/decode-text.ts';
import { readWhole, type Source } from '../source.ts';
import { UnreadableError } from '../unreadable-error.ts';

/** Packed in one another, they take no room in the file. */
const MAX_MAILS = 1_000;
/** Mails within mails: each level is unpacked again, and people forward what was forwarded no deeper. */
const MAX_DEPTH = 10;
const MAIL_TYPES: readonly string[] = ['message/rfc822', 'message/global'];
/** It is kept with each of the mail's chunks. */
const MAX_HEADING_LENGTH = 300;
const MAX_NAMES = 50;
const MAX_NAME_LENGTH = 200;
const NO_SUBJECT = 'A mail without subject';

/** A mail that is to be read. */
interface Unread {
  content: Buffer | ArrayBuffer;
  /** How many mails are around it. */
  depth: number;
}

/**
 * An e-mail: who wrote to whom and when, the text, and the names of what was attached and is not read. Mails attached to
 * it or forwarded in it follow, each as a chapter under its subject, writer and time.
 */
export async function* readMail(source: Source): AsyncGenerator<Part> {
  const content = await readWhole(source, MAX_TREE_BYTES);
  const unread: Unread[] = [{ content, depth: 0 }];
  let count = 0;
  let time: string | undefined;
  const notRead: string[] = [];
  for (let mail = unread.shift(); mail !== undefined; mail = unread.shift()) {
    const { depth } = mail;
    // Those within are taken out rather than mixed into the text, whatever they say of how they are to be shown.
    const options = { maxNestingDepth: 50, forceRfc822Attachments: true };
    const email = await PostalMime.parse(mail.content, options);
    const inner = depth < MAX_DEPTH ? email.attachments.filter(({ mimeType }) => MAIL_TYPES.includes(mimeType)) : [];
    count += inner.length;
    if (count > MAX_MAILS) throw new UnreadableError(`The mail holds more than ${MAX_MAILS} others.`);
    const others = email.attachments.filter((attachment) => !inner.includes(attachment));
    const names = others.map(nameOf);
    notRead.push(...names.slice(0, MAX_NAMES + 1 - notRead.length));
    if (depth === 0) time = statedTime(email.date);
    yield* partsOf(email, names, depth);
    unread.unshift(...inner.map(({ content }) => ({ content: content as ArrayBuffer, depth: depth + 1 })));
    yield { kind: 'progress', done: 0 };
  }
  yield {
    kind: 'facts',
    facts: { ...(time && { time }), ...(notRead.length > 0 && { attachments_not_read: listed(notRead) }) },
  };
}

/** Each chunk that is found brings its document's metadata along; all names stand in the text. */
function listed(names: readonly string[]): string[] {
  const shown = names.slice(0, MAX_NAMES).map((name) => cleanText(name).slice(0, MAX_NAME_LENGTH).toWellFormed());
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

/** Each attachment is named, also one that has no name. */
function nameOf({ filename, mimeType }: Email['attachments'][number]): string {
  return filename ?? `(${mimeType})`;
}

function writtenOut({ name, address, group }: Address): string {
  if (group !== undefined) return `${name}: ${group.map(writtenOut).join(', ')}`;
  return [name, address && `<${address}>`].filter((part) => part).join(' ');
}
