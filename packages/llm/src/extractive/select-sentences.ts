import { stems } from '@groundwire/text';
import type { GroundingPassage } from '../types.ts';
import { type Candidate, candidatesOf } from './candidates.ts';

const MAX_SENTENCES = 4;
/** What is read at most: the best passages, and so much of the question. Reading is done while all other callers wait. */
const MAX_PASSAGES = 50;
const MAX_QUESTION_LENGTH = 10_000;
/** A sentence must cover this share of the question's weight, and this share of what the best one reaches. */
const LEAST_COVERAGE = 0.25;
const LEAST_SHARE_OF_BEST = 0.7;
/** What a word counts that stands in the title, heading or lead-in only. */
const CONTEXT_WEIGHT = 0.5;
/** Each passage is trusted a little less than the one before it. */
const RANK_PENALTY = 0.05;
const MAX_RANK_PENALTY = 0.25;
/** A sentence of more stems is trusted less: it covers words by its mere length. */
const LONG_SENTENCE = 40;
/** Passages were found by the question's words, which are rarer elsewhere: so many imaginary sentences lack them. */
const IMAGINARY_SENTENCES = 20;
/** Sentences that share so much of their words say the same (overlapping chunks repeat sentences). */
const DUPLICATE_OVERLAP = 0.8;

/**
 * The sentences that best answer the question, at most four, in the order of the passages; none when no sentence has
 * enough in common with the question. The measure is the idf-weighted share of the question's stems.
 */
export function selectSentences(question: string, passages: readonly GroundingPassage[]): Candidate[] {
  const candidates = passages.slice(0, MAX_PASSAGES).flatMap(candidatesOf);
  const weights = stemWeights(new Set(stems(question.slice(0, MAX_QUESTION_LENGTH))), candidates);
  const scored = candidates
    .map((candidate) => ({ candidate, coverage: coverage(candidate, weights) }))
    .filter(({ coverage }) => coverage >= LEAST_COVERAGE)
    .map(({ candidate, coverage }) => ({ candidate, score: coverage * trust(candidate) }))
    .sort((left, right) => right.score - left.score);
  const best = scored[0]?.score ?? 0;
  return scored
    .filter(({ score }) => score >= best * LEAST_SHARE_OF_BEST)
    .map(({ candidate }) => candidate)
    .reduce(chooseNew, [])
    .sort((left, right) => left.passage - right.passage || left.position - right.position);
}

/** Each stem's share of the question; together 1. */
function stemWeights(questionStems: ReadonlySet<string>, candidates: readonly Candidate[]): Map<string, number> {
  const count = candidates.length + IMAGINARY_SENTENCES;
  const idfs = Array.from(questionStems, (stem): [string, number] => {
    const holding = candidates.filter((candidate) => candidate.stems.has(stem)).length;
    return [stem, Math.log(1 + (count - holding + 0.5) / (holding + 0.5))];
  });
  const total = idfs.reduce((sum, [, idf]) => sum + idf, 0);
  return new Map(idfs.map(([stem, idf]) => [stem, idf / total]));
}

function coverage(candidate: Candidate, weights: ReadonlyMap<string, number>): number {
  return Array.from(weights).reduce((sum, [stem, weight]) => {
    if (candidate.stems.has(stem)) return sum + weight;
    return candidate.contextStems.has(stem) ? sum + weight * CONTEXT_WEIGHT : sum;
  }, 0);
}

function trust({ passage, stems: { size } }: Candidate): number {
  const rankPenalty = Math.min(MAX_RANK_PENALTY, passage * RANK_PENALTY);
  return (1 - rankPenalty) * Math.sqrt(LONG_SENTENCE / Math.max(LONG_SENTENCE, size));
}

function chooseNew(chosen: Candidate[], candidate: Candidate): Candidate[] {
  if (chosen.length === MAX_SENTENCES) return chosen;
  return chosen.some((earlier) => saysTheSame(earlier, candidate)) ? chosen : [...chosen, candidate];
}

function saysTheSame(left: Candidate, right: Candidate): boolean {
  if (left.text.includes(right.text) || right.text.includes(left.text)) return true;
  const shared = [...left.stems].filter((stem) => right.stems.has(stem)).length;
  return shared >= DUPLICATE_OVERLAP * (left.stems.size + right.stems.size - shared);
}
