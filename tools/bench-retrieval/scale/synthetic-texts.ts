/** A chunk's worth of text, and which hundredth of the corpus it belongs to. */
export interface SyntheticText {
  text: string;
  hundredth: number;
}

const WORDS = 20_000;
const TOPICS = 400;
const WORDS_PER_TOPIC = 150;
/** Makes, with a small word before every second one, texts of about 900 characters, which become one chunk each. */
const WORDS_PER_TEXT = 100;
const SMALL_WORDS = ['the', 'of', 'and', 'to', 'in', 'is', 'for', 'that', 'with', 'was'];
const SYLLABLES = 'b d f g k l m n p r s t'
  .split(' ')
  .flatMap((consonant) => 'a e i o u'.split(' ').map((vowel) => consonant + vowel));

/**
 * Texts of made-up words: some from one of 400 topics, the rest from a vocabulary in which word number n occurs in
 * proportion to 1/n, as in real language. The same for the same count, always.
 */
export function* syntheticTexts(count: number): Generator<SyntheticText> {
  const random = seededRandom(7);
  for (let index = 0; index < count; index++) {
    const topic = Math.floor(random() * TOPICS);
    const words = Array.from({ length: WORDS_PER_TEXT }, (_, place) => {
      const word = random() < 0.3 ? topicWord(topic, random) : anyWord(random);
      return place % 2 === 0 ? word : `${SMALL_WORDS[Math.floor(random() * SMALL_WORDS.length)]} ${word}`;
    });
    yield { text: words.join(' '), hundredth: Math.floor(random() * 100) };
  }
}

/** Questions of eight words: three of a topic, five of any kind. Other seeds make other questions. */
export function syntheticQuestions(count: number, seed = 11): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const topic = Math.floor(random() * TOPICS);
    const topical = Array.from({ length: 3 }, () => topicWord(topic, random));
    return [...topical, ...Array.from({ length: 5 }, () => anyWord(random))].join(' ');
  });
}

function topicWord(topic: number, random: () => number): string {
  return spell(2_000 + ((topic * 7_919 + Math.floor(WORDS_PER_TOPIC * random() ** 2) * 104_729) % (WORDS - 2_000)));
}

/** Zipf's law: the logarithm of the word's number is spread evenly. */
function anyWord(random: () => number): string {
  return spell(Math.floor(WORDS ** random()));
}

/** Each number below 216,000 has a spelling of its own, of three syllables. */
function spell(number: number): string {
  const spread = (number * 48_271) % 216_000;
  const digits = [spread % 60, Math.floor(spread / 60) % 60, Math.floor(spread / 3_600)];
  return digits.map((digit) => SYLLABLES[digit]).join('');
}

/** Mulberry32: small, and good enough to draw words with. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
