/** Scripts that are written without spaces between words, and Hangul, whose words carry their particles with them. */
const UNSPACED_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const MARKS = /\p{M}+/gu;
const LETTERS_AND_DIGITS = /[\p{L}\p{N}]+/gu;

/**
 * The words of a text, in order: runs of letters and digits in lower case and without diacritics ("Café" → "cafe").
 * Runs in an unspaced script become overlapping pairs of characters ("東京都" → "東京", "京都"), which finds them without
 * a dictionary.
 */
export function words(text: string): string[] {
  const runs = foldText(text).match(LETTERS_AND_DIGITS) ?? [];
  return runs.flatMap((run) => (UNSPACED_SCRIPT.test(run) ? characterPairs(run) : run));
}

/**
 * Marks that stand alone go first: sorting a long run of them, as normalisation does, takes the square of its length.
 * NFC at the end puts Hangul syllables together again, which NFKD takes apart.
 */
function foldText(text: string): string {
  return text.replace(MARKS, '').normalize('NFKD').replace(MARKS, '').toLowerCase().normalize('NFC');
}

function characterPairs(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
