import { languageTag, statedTime } from '../../fetching/page/page-metadata.ts';
import { elementsNamed, parseXml, textOf } from '../markup/parse-xml.ts';
import type { Part } from '../part.ts';
import type { Archive } from './archive.ts';

/** What an office file says of itself: when it was changed last, and its language where somebody wrote it down. */
export async function coreProperties(archive: Archive): Promise<Part> {
  const nodes = parseXml((await archive.text('docProps/core.xml')) ?? '');
  const named = (name: string): string => textOf([...elementsNamed(nodes, name)].slice(0, 1)).trim();
  const time = statedTime(named('modified'));
  const language = languageTag(named('language'));
  return { kind: 'facts', facts: { ...(time && { time }), ...(language && { language }) } };
}
