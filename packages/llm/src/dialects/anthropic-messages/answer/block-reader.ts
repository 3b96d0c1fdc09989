import type {
  CitationsDelta,
  RawContentBlockDelta,
  RawContentBlockStartEvent,
} from '@anthropic-ai/sdk/resources/messages';
import type { Annotation, ChunkChoice } from '@groundwire/client';

export type Delta = ChunkChoice['delta'];
type StartedBlock = RawContentBlockStartEvent['content_block'];

/** Reads one content block: what each of its events adds to the message. */
export interface BlockReader {
  start(): Delta[];
  add(delta: RawContentBlockDelta): Delta[];
  stop(): Delta[];
}

/** What a reader must know of the answer around its block. */
export interface Surroundings {
  /** UTF-16 code units of text before the block. */
  textStart: number;
  /** Tool calls before the block. */
  toolCalls: number;
  /** The caller wrote `functions`: calls are answered in that form. */
  usesFunctions: boolean;
}

/** Blocks of tools that Anthropic runs itself, and kinds that came later, add nothing to the message. */
export function readerOf(block: StartedBlock, surroundings: Surroundings): BlockReader {
  switch (block.type) {
    case 'text':
      return readText(block.text, surroundings.textStart);
    case 'thinking':
      return readThinking(block.thinking, block.signature);
    case 'redacted_thinking':
      return readNothing([{ thinking_blocks: [{ type: 'redacted_thinking', data: block.data }] }]);
    case 'tool_use':
      // The older form has room for one call.
      return surroundings.usesFunctions && surroundings.toolCalls > 0
        ? readNothing([])
        : readToolUse(block, surroundings);
    default:
      return readNothing([]);
  }
}

function readNothing(whole: Delta[]): BlockReader {
  return { start: () => whole, add: () => [], stop: () => [] };
}

function readText(first: string, textStart: number): BlockReader {
  const citations: CitationsDelta['citation'][] = [];
  let textEnd = textStart + first.length;
  return {
    start: () => (first === '' ? [] : [{ content: first }]),
    add: (delta) => {
      if (delta.type === 'citations_delta') citations.push(delta.citation);
      if (delta.type !== 'text_delta' || delta.text === '') return [];
      textEnd += delta.text.length;
      return [{ content: delta.text }];
    },
    stop: () => {
      const annotations = citations.flatMap((citation) => toAnnotation(citation, textStart, textEnd));
      return annotations.length === 0 ? [] : [{ annotations }];
    },
  };
}

/** The text goes out as it comes; the signed whole, which must be sent back unchanged, once it is complete. */
function readThinking(first: string, firstSignature: string): BlockReader {
  let thinking = first;
  let signature = firstSignature;
  return {
    start: () => (first === '' ? [] : [{ reasoning_content: first }]),
    add: (delta) => {
      if (delta.type === 'signature_delta') signature += delta.signature;
      if (delta.type !== 'thinking_delta' || delta.thinking === '') return [];
      thinking += delta.thinking;
      return [{ reasoning_content: delta.thinking }];
    },
    stop: () => (signature === '' ? [] : [{ thinking_blocks: [{ type: 'thinking', thinking, signature }] }]),
  };
}

function readToolUse(
  { id, name, input }: Extract<StartedBlock, { type: 'tool_use' }>,
  { toolCalls: index, usesFunctions }: Surroundings,
): BlockReader {
  const call = (piece: { name?: string; arguments: string }, head: object = {}): Delta =>
    usesFunctions ? ({ function_call: piece } as Delta) : { tool_calls: [{ index, ...head, function: piece }] };
  let isEmpty = true;
  return {
    start: () => [call({ name, arguments: '' }, { id, type: 'function' })],
    add: (delta) => {
      if (delta.type !== 'input_json_delta' || delta.partial_json === '') return [];
      isEmpty = false;
      return [call({ arguments: delta.partial_json })];
    },
    // A call without arguments has no pieces, and neither has one whose input came whole.
    stop: () => (isEmpty ? [call({ arguments: JSON.stringify(input ?? {}) })] : []),
  };
}

/** A span of the text: Anthropic cites by blocks. What it read in the request itself has no address. */
function toAnnotation(citation: CitationsDelta['citation'], start: number, end: number): Annotation[] {
  if (citation.type !== 'web_search_result_location') return [];
  const { url, title } = citation;
  return [{ type: 'url_citation', url_citation: { start_index: start, end_index: end, url, title: title ?? url } }];
}
