import { characterGrams, stems, words } from '@groundwire/text';

/** Two-field BM25 written down plainly: strings instead of hashes, maps instead of SQL. */
export function referenceScores(question: string, texts: readonly string[]): number[] {
  const byStems = fieldScores(stems(question), texts.map(stems), 100);
  const byGrams = fieldScores(grams(question), texts.map(grams), 550);
  return texts.map((_, index) => Math.min(1, 2.2 * (0.6 * byStems[index]! + 0.4 * byGrams[index]!)));
}

function fieldScores(question: string[], texts: string[][], averageLength: number): number[] {
  const holding = (term: string): number => texts.filter((text) => text.includes(term)).length;
  const idf = (term: string): number => Math.log(1 + (texts.length - holding(term) + 0.5) / (holding(term) + 0.5));
  const total = question.reduce((sum, term) => sum + idf(term), 0);
  return texts.map((text) =>
    question.reduce((sum, term) => {
      const count = text.filter((other) => other === term).length;
      const saturation = count / (count + 1.2 * (1 - 0.75 + (0.75 * text.length) / averageLength));
      return sum + (idf(term) * saturation) / total;
    }, 0),
  );
}

function grams(text: string): string[] {
  return words(text).flatMap(characterGrams);
}
