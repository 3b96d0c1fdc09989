import type { Annotation, GenerateRequest, GroundwireClient, Source } from '@groundwire/client';
import { cite } from './printing/cite.ts';
import { LineWrapper, wrapText } from './printing/line-wrapper.ts';

/** What an answer rests on. */
export interface Grounds {
  sources: Source[];
  /** Ids of the chunks that citations point at. */
  cited: ReadonlySet<string>;
}

/** Where an answer is printed. */
export interface Page {
  write(text: string): void;
  /** Columns of a line. */
  width: number;
}

export type Question = Pick<GenerateRequest, 'model' | 'messages' | 'k' | 'max_tokens'>;

const INDENT = '  ';

/** A question to a model, as the demo puts it. */
export function questionOf(text: string, model: string): Question {
  return { model, messages: [{ role: 'user', content: text }], k: 3, max_tokens: 400 };
}

/** Asks, waits for the whole answer and prints it. */
export async function askWhole(
  client: GroundwireClient,
  projectId: string,
  question: Question,
  page: Page,
  signal: AbortSignal,
): Promise<Grounds> {
  const { choices, sources } = await client.generate(projectId, question, { signal });
  const message = choices[0]?.message;
  const annotations = message?.annotations ?? [];
  page.write(wrapText(cite(message?.content ?? '', annotations, sources), page.width, INDENT));
  return { sources, cited: citedChunks(annotations) };
}

/** Asks and prints the answer as it is written. */
export async function askStreamed(
  client: GroundwireClient,
  projectId: string,
  question: Question,
  page: Page,
  signal: AbortSignal,
): Promise<Grounds> {
  const sources: Source[] = [];
  const annotations: Annotation[] = [];
  const wrapper = new LineWrapper((text) => page.write(text), page.width, INDENT);
  for await (const chunk of client.generateStream(projectId, question, { signal })) {
    const delta = chunk.choices[0]?.delta;
    sources.push(...(chunk.sources ?? []));
    annotations.push(...(delta?.annotations ?? []));
    wrapper.push(delta?.content ?? '');
  }
  wrapper.end();
  return { sources, cited: citedChunks(annotations) };
}

function citedChunks(annotations: Annotation[]): ReadonlySet<string> {
  return new Set(annotations.flatMap(({ url_citation }) => url_citation.chunk_id ?? []));
}
