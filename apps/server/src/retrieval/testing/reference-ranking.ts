import { characterGrams, stems, words } from '@groundwire/text';

/** Two-field BM25 written down plainly: strings instead of hashes, maps instead of SQL. */
export function referenceScores(question: string, texts: readonly string[]): number[] {
  const byStems = fieldScores(stems(question), texts.map(stems), 100);
  const byGrams = fieldScores(grams(question), texts.map(grams), 550);
  return texts.map((_, index) => Math.min(1, 2.2 * (0.6 * byStems[index]! + 0.4 * byGrams[index]!)));
}

function fieldScores(question: string[], texts: string[][], averageLength: number): number[] {
  const idfs = new Map(question.map((term) => [term, idf(texts.filter((text) => text.includes(term)).length, texts)]));
  const total = question.reduce((sum, term) => sum + idfs.get(term)!, 0);
  return texts.map((text) =>
    question.reduce((sum, term) => {
      const count = text.filter((other) => other === term).length;
      const saturation = count / (count + 1.2 * (1 - 0.75 + (0.75 * text.length) / averageLength));
      return sum + (idfs.get(term)! * saturation) / total;
    }, 0),
  );
}

function idf(holding: number, texts: readonly string[][]): number {
  return Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
}

function grams(text: string): string[] {
  return words(text).flatMap(characterGrams);
}
