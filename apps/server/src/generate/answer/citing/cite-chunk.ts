// Hot path: every chunk of an answer from documents passes here; one without a marker goes on as it came.
import type { Annotation, ChunkChoice } from '@groundwire/client';
import type { CompletionChunk, StreamPart } from '@groundwire/llm';
import type { Cited } from './cited-text.ts';
import { type Citing, moved } from './citing.ts';

type ChunkPart = Extract<StreamPart, { type: 'chunk' }>;

/** The chunks that one chunk becomes: its text without markers, then the citations of what has been said. */
export function citeChunk(part: ChunkPart, citing: Citing): ChunkPart[] {
  const { chunk } = part;
  if (chunk.choices.length === 0) return [part];
  const passed = chunk.choices.map((choice) => citeChoice(choice, citing));
  if (passed.every((choice) => choice === undefined)) return [part];
  const said = chunk.choices.map((choice, index) => passed[index]?.said ?? choice).filter(saysSomething);
  const cited = passed.flatMap((choice) => choice?.cited ?? []);
  const finished = passed.flatMap((choice) => choice?.finished ?? []);
  return [
    ...(said.length === 0 ? [] : [chunkOf(chunk, said)]),
    ...(cited.length === 0 ? [] : [chunkOf(chunk, cited)]),
    ...(finished.length === 0 ? [] : [chunkOf(chunk, finished, { citations: citing.report })]),
  ];
}

interface PassedChoice {
  said: ChunkChoice;
  /** At most one; sent once its text has been. */
  cited: ChunkChoice[];
  /** At most one. */
  finished: ChunkChoice[];
}

const NOTHING: Cited = { text: '', citations: [] };

/** Undefined: the choice goes on as it is. */
function citeChoice(choice: ChunkChoice, citing: Citing): PassedChoice | undefined {
  const { content, annotations = [] } = choice.delta;
  const isPlain = annotations.length === 0 && choice.finish_reason === null;
  if (!content && isPlain) return undefined;
  const text = citing.textOf(choice.index);
  const wasHolding = text.isHolding;
  const cited = content ? text.push(content) : NOTHING;
  if (isPlain && !wasHolding && cited.text === content) return undefined;
  const ended = choice.finish_reason === null ? NOTHING : text.end();
  const found = [
    ...annotations.map((annotation) => moved(annotation, text)),
    ...citing.annotations([...cited.citations, ...ended.citations]),
  ];
  return parted(choice, cited.text + ended.text, found);
}

function parted(choice: ChunkChoice, said: string, annotations: Annotation[]): PassedChoice {
  const { index, finish_reason: finish } = choice;
  const delta = { ...choice.delta };
  delete delta.content;
  delete delta.annotations;
  return {
    said: { ...choice, delta: said === '' ? delta : { ...delta, content: said }, finish_reason: null },
    cited: annotations.length === 0 ? [] : [{ index, delta: { annotations }, finish_reason: null }],
    finished: finish === null ? [] : [{ index, delta: {}, finish_reason: finish }],
  };
}

function saysSomething({ delta, logprobs }: ChunkChoice): boolean {
  return logprobs != null || Object.keys(delta).length > 0;
}

function chunkOf(chunk: CompletionChunk, choices: ChunkChoice[], extra: object = {}): ChunkPart {
  return { type: 'chunk', chunk: { ...chunk, choices, ...extra } };
}
