// A stand-in for an embedding model: texts that share word stems and parts of words get vectors that are near each other.
// Deterministic, and by design no better than hashing can be (shared/retrieval.md: far below a trained model).

const STOP_WORDS = new Set(
  (
    'a an and are as at be by can do does for from had has have how i in is it its may not of on or that the their ' +
    'there these they this to was we were what when which who will with you your'
  ).split(' '),
);
const STEM_WEIGHT = 1;
const GRAM_WEIGHT = 0.35;
const GRAM_LENGTH = 4;

/** A unit vector; a text without words gets an arbitrary one. */
export function embedText(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const [feature, weight] of features(text)) {
    const hash = hashOf(feature);
    const sign = hash & 1 ? 1 : -1;
    vector[(hash >>> 1) % dimensions]! += sign * weight;
  }
  const length = Math.hypot(...vector);
  if (length === 0) vector[0] = 1;
  return length === 0 ? vector : vector.map((value) => value / length);
}

function features(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (feature: string): unknown => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (STOP_WORDS.has(word)) continue;
    count(`w:${stemOf(word)}`);
    const marked = `^${word}$`;
    for (let at = 0; at + GRAM_LENGTH <= marked.length; at++) count(`g:${marked.slice(at, at + GRAM_LENGTH)}`);
  }
  return new Map(Array.from(counts, ([feature, times]) => [feature, weightOf(feature) * Math.sqrt(times)]));
}

function weightOf(feature: string): number {
  return feature.startsWith('w:') ? STEM_WEIGHT : GRAM_WEIGHT;
}

/** English endings, roughly. */
function stemOf(word: string): string {
  if (word.length < 5) return word;
  return word.replace(/(ations?|ings?|ed|ies|es|s|ly|al|ic|ity|ment)$/, '');
}

function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < feature.length; index++) {
    hash = Math.imul(hash ^ feature.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
