import { isSpec, type SourceFile } from './source-files.ts';

const MAX_MEDIAN = 60;
const MAX_95TH = 200;

export interface Sizes {
  files: number;
  /** Lines of a file: half of the files are no longer. */
  median: number;
  /** Lines of a file: 95 % of the files are no longer. */
  in95th: number;
  longest: string;
  /** Share of lines that are comments, in percent. */
  commentPercent: number;
}

function linesOf({ text }: SourceFile): string[] {
  return text.trimEnd().split('\n');
}

/** Measures the hand-written sources, specs aside. */
export function measureSizes(files: SourceFile[]): Sizes {
  const sources = files
    .filter((file) => !isSpec(file))
    .map((file) => ({ path: file.path, lines: linesOf(file) }))
    .sort((one, other) => one.lines.length - other.lines.length);
  const at = (share: number) => sources[Math.max(0, Math.ceil(sources.length * share) - 1)];
  const lines = sources.flatMap((source) => source.lines);
  const comments = lines.filter((line) => /^\s*([/][/*]|[*])/.test(line));
  return {
    files: sources.length,
    median: at(0.5)?.lines.length ?? 0,
    in95th: at(0.95)?.lines.length ?? 0,
    longest: `${at(1)?.path ?? 'none'} with ${at(1)?.lines.length ?? 0}`,
    commentPercent: Math.round((100 * comments.length) / Math.max(1, lines.length)),
  };
}

export function checkSizes({ median, in95th }: Sizes): string[] {
  return [
    ...(median > MAX_MEDIAN ? [`half of the files are longer than ${MAX_MEDIAN} lines: the median is ${median}`] : []),
    ...(in95th > MAX_95TH ? [`more than one file in twenty is longer than ${MAX_95TH} lines`] : []),
  ];
}
