import { isSpec, type SourceFile } from './source-files.ts';

// Spelt so that this file does not report itself.
const UNFINISHED = /\b(TO[D]O|FIX[M]E|HA[C]K|X{3})\b(?!\(#\d+\))/;
const SET_ASIDE = /^\s*((it|test|describe)[.](only|skip|todo)|fit|fdescribe|xit|xtest|xdescribe)\b/;

/** What was put off names the issue to find it by, as `(#12)`. No spec is set aside, or runs alone. */
export function checkMarks(files: SourceFile[]): string[] {
  return files.flatMap((file) =>
    file.text.split('\n').flatMap((line, index) => {
      const place = `${file.path}:${index + 1}`;
      if (isSpec(file)) return SET_ASIDE.test(line) ? [`${place} sets a test aside, or runs it alone`] : [];
      return UNFINISHED.test(line) ? [`${place} puts work off without an issue: add its number, as in "(#12)"`] : [];
    }),
  );
}
