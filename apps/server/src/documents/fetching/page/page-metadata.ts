import type { PageDocument } from './dom.ts';

const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}$/i;

/** What relative addresses of the page start from. */
export function baseUrlOf(document: PageDocument, url: string): string {
  const href = document.querySelector('base[href]')?.getAttribute('href');
  return (href != null ? URL.parse(href, url)?.href : undefined) ?? url;
}

export function titleOf(document: PageDocument): string | undefined {
  const own = document.querySelector('head title, title')?.textContent;
  const shared = document.querySelector('meta[property="og:title"]')?.getAttribute('content');
  return [own, shared, document.querySelector('h1')?.textContent]
    .map((text) => text?.replace(/\s+/g, ' ').trim())
    .find((text) => text !== undefined && text !== '');
}

export function languageOf({ documentElement }: PageDocument): string | undefined {
  return languageTag(documentElement.getAttribute('lang'));
}

/** Undefined unless it is one. */
export function languageTag(given: string | null | undefined): string | undefined {
  const tag = given?.trim() ?? '';
  return LANGUAGE_TAG.test(tag) ? tag : undefined;
}

/**
 * A page may name itself on its own host only, with or without `www.`, over http or https: a citation must not be led to
 * a stranger's site by what the page says.
 */
export function canonicalUrlOf(document: PageDocument, base: string, url: string): string {
  const href = document.querySelector('link[rel~="canonical"][href]')?.getAttribute('href');
  const canonical = href != null ? URL.parse(href, base) : null;
  const found = new URL(url);
  found.hash = '';
  if (canonical === null || !/^https?:$/.test(canonical.protocol) || site(canonical) !== site(found)) return found.href;
  if (canonical.username !== '' || canonical.password !== '') return found.href;
  canonical.hash = '';
  return canonical.href;
}

function site({ hostname, port }: URL): string {
  return `${hostname.replace(/^www\./, '')}:${port}`;
}

/** Where pages say when they were published, besides JSON-LD, which readability reads. Each but the last names nothing else. */
const TIMES: readonly (readonly [selector: string, attribute: string])[] = [
  ['meta[property="article:published_time"]', 'content'],
  ['[itemprop~="datePublished"]', 'content'],
  ['time[itemprop~="datePublished"]', 'datetime'],
  ['time[pubdate]', 'datetime'],
];

/** When the page says that it was published. A time in its text is that when it is the only one. */
export function publishedTimeOf(document: PageDocument): string | undefined {
  const named = TIMES.map(([selector, attribute]) => document.querySelector(selector)?.getAttribute(attribute));
  const times = [...document.querySelectorAll('time[datetime]')];
  const only = times.length === 1 ? times[0]!.getAttribute('datetime') : undefined;
  return [...named, only].map(statedTime).find((time) => time !== undefined);
}

/** A date at its start: `Date` alone would take "1" for the year 2001. Then perhaps a time, and where that is told. */
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?/;

/** In ISO 8601 and no more exact than it was stated: a date stays one. Undefined unless it is a time. */
export function statedTime(given: string | null | undefined): string | undefined {
  const [, date, clock, zone] = ISO.exec(given?.trim() ?? '') ?? [];
  if (date === undefined) return undefined;
  const time = new Date(`${date}T${clock ?? '00:00'}${zone ?? 'Z'}`);
  // 31 February is a day in March to `Date`, where it is one at all.
  if (Number.isNaN(time.getTime()) || !new Date(date).toISOString().startsWith(date)) return undefined;
  if (clock === undefined) return date;
  return zone === undefined ? time.toISOString().replace(/Z$/, '') : time.toISOString();
}
