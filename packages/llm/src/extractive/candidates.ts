import { sentences, stems, words } from '@groundwire/text';
import type { GroundingPassage } from '../types.ts';

/** A sentence that may be quoted. */
export interface Candidate {
  /** Index of its passage; the best one is 0. */
  passage: number;
  /** Its number within the passage. */
  position: number;
  /** Verbatim, but for white space: each run is one space. */
  text: string;
  stems: ReadonlySet<string>;
  /** Stems of what it stands under: title, heading, and the question or lead-in before it. */
  contextStems: ReadonlySet<string>;
}

const CODE = /^ {0,3}(```|~~~)[^]*?^ {0,3}\1[^\n]*$/gm;
const HEADING = /^#{1,6}\s+/;
const MARKER = /^(?:>\s*)*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?(?:\[[ xX]\]\s+)?/;
const TABLE_ROW = /^\|/;
/** Images, badges and HTML. */
const NO_PROSE = /^(?:!\[|\[!\[|<)/;
/** A question is answered by what follows it, and a lead-in ("You need:") says nothing without it. */
const LEADS_TO_NEXT = /[?？:：]["'”’»)*_]*$/;

/** Longer sentences are no prose but lines without end marks: each line then stands for itself. */
const LONGEST_SENTENCE = 400;
const LEAST_WORDS = 2;
/** Of a longer title or heading the beginning says what it is about. */
const MAX_TITLE_LENGTH = 300;
/** A table's cell with fewer words is a label or a figure, and says nothing without its row. */
const LEAST_WORDS_IN_CELL = 5;

/** The sentences and table cells of a passage that make sense when quoted alone. */
export function candidatesOf({ title, text: passageText }: GroundingPassage, index: number): Candidate[] {
  const candidates: Candidate[] = [];
  const add = (text: string, contextStems: Candidate['contextStems']): void => {
    candidates.push({ passage: index, position: candidates.length, text, stems: new Set(stems(text)), contextStems });
  };
  let heading = '';
  let context = contextStems(title, heading);
  for (const unit of unitsOf(passageText)) {
    const text = unit.replace(HEADING, '').replace(MARKER, '').replace(/\s+/g, ' ');
    if (HEADING.test(unit)) {
      heading = text;
      context = contextStems(title, heading);
    } else if (TABLE_ROW.test(text)) {
      const rowContext = contextStems(title, heading, text);
      for (const cell of cellsOf(text)) add(cell, rowContext);
    } else if (LEADS_TO_NEXT.test(text)) {
      context = contextStems(title, heading, text);
    } else if (!NO_PROSE.test(text) && words(text).length >= LEAST_WORDS) {
      add(text, context);
    }
  }
  return candidates;
}

/** Made once for all that stands under the same: each could be as long as the passage. */
function contextStems(title: string | null, heading: string, below = ''): Set<string> {
  const titles = [title ?? '', heading].map((text) => text.slice(0, MAX_TITLE_LENGTH));
  return new Set(stems([...titles, below].join(' ')));
}

function cellsOf(row: string): string[] {
  return row
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .filter((cell) => words(cell).length >= LEAST_WORDS_IN_CELL);
}

function unitsOf(text: string): string[] {
  return sentences(text.replace(CODE, '\n\n')).flatMap(({ text: sentence }) =>
    sentence.length > LONGEST_SENTENCE ? sentence.split('\n').map((line) => line.trim()) : sentence,
  );
}
