import { Readability } from '@mozilla/readability';
import type { PageDocument, PageElement } from './dom.ts';
import { baseUrlOf, canonicalUrlOf, languageOf, publishedTimeOf, statedTime, titleOf } from './page-metadata.ts';
import { parsePage } from './parse-page.ts';
import { toMarkdown } from './to-markdown.ts';

export interface Page {
  title: string | undefined;
  /** Markdown: headings, lists, tables and code; of links and images only the words. */
  text: string;
  /** As the page names itself, when that is its own site; else the address it was found at. */
  canonicalUrl: string;
  /** A language tag, e.g. `de-AT`. */
  language: string | undefined;
  /** ISO 8601, a date or a time. */
  publishedTime: string | undefined;
}

type Article = NonNullable<ReturnType<Readability<PageElement>['parse']>>;

/** Beyond this, no article is looked for: readability climbs to the root again and again. */
const MAX_ARTICLE_WEIGHT = 250_000;
/** Less is a teaser or a cookie banner, not an article. */
const MIN_ARTICLE_CHARACTERS = 140;

/**
 * What a page says, without what surrounds it: its article, or all of its body where none is found. `url` is where the
 * page was found, after redirects. Takes seconds of CPU on hostile pages: run it off the main thread. Throws
 * `PageTooLargeError`.
 */
export function readPage(html: string, url: string): Page {
  const { document, weight } = parsePage(html);
  const base = baseUrlOf(document, url);
  const title = titleOf(document);
  const language = languageOf(document);
  const canonicalUrl = canonicalUrlOf(document, base, url);
  const named = publishedTimeOf(document);
  const whole = toMarkdown(document.body);
  const article = weight > MAX_ARTICLE_WEIGHT ? undefined : findArticle(document);
  const text = article?.content ? toMarkdown(article.content) : '';
  return {
    title: article?.title?.trim() || title,
    text: text.length >= Math.min(MIN_ARTICLE_CHARACTERS, whole.length) ? text : whole,
    canonicalUrl,
    language,
    publishedTime: statedTime(article?.publishedTime) ?? named,
  };
}

/** Changes the document. */
function findArticle(document: PageDocument): Article | undefined {
  const reader = new Readability<PageElement>(document, {
    keepClasses: true,
    serializer: (node: unknown) => node as PageElement,
  });
  return reader.parse() ?? undefined;
}
