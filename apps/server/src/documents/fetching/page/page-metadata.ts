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
  const tag = documentElement.getAttribute('lang')?.trim() ?? '';
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

/** Undefined unless it is a time. */
export function publishedTimeOf(given: string | null | undefined): string | undefined {
  // Only a calendar date at its start: `Date` would take "1" for the year 2001.
  if (given == null || !/^\d{4}-\d{2}-\d{2}/.test(given)) return undefined;
  const time = new Date(given);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
