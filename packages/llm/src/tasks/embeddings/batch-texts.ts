interface Limits {
  maxTexts: number;
  maxTokens: number;
  maxTokensPerText: number;
}

/** The texts, each cut to what a model reads, in groups that fit into one request. */
export function batchTexts(texts: readonly string[], { maxTexts, maxTokens, maxTokensPerText }: Limits): string[][] {
  const batches: string[][] = [];
  let tokens = 0;
  for (const text of texts) {
    const cut = cutToTokens(text, Math.min(maxTokens, maxTokensPerText));
    const last = batches.at(-1);
    if (last === undefined || last.length === maxTexts || tokens + cut.tokens > maxTokens) {
      batches.push([cut.text]);
      tokens = 0;
    } else last.push(cut.text);
    tokens += cut.tokens;
  }
  return batches;
}

/**
 * A guess at the number of tokens that is seldom too low: vendors' tokenisers differ, and counting exactly would take
 * longer than analysing the text. English has some four characters to a token, Greek or Cyrillic two, Chinese one.
 */
function tokensOf(codePoint: number): number {
  if (codePoint < 0x80) return 1 / 3;
  return codePoint < 0x800 ? 0.7 : 1.2;
}

function cutToTokens(text: string, maxTokens: number): { text: string; tokens: number } {
  let tokens = 0;
  let length = 0;
  for (const character of text) {
    const more = tokensOf(character.codePointAt(0)!);
    if (tokens + more > maxTokens) break;
    tokens += more;
    length += character.length;
  }
  return { text: text.slice(0, length), tokens };
}
