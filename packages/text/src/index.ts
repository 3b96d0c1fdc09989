export * from './character-grams.ts';
export * from './hash-term.ts';
export * from './sentences.ts';
export * from './stem.ts';
export * from './stop-words.ts';
export * from './words.ts';
