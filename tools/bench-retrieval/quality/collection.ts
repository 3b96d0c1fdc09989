import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Judgements } from './metrics.ts';

export interface CollectionDocument {
  id: string;
  title: string;
  text: string;
}

export interface Question {
  id: string;
  text: string;
}

/** A test collection: documents, questions, and which of them belong together. */
export interface Collection {
  /** Those with a title or a text: an empty one cannot be stored, nor found. */
  documents: CollectionDocument[];
  /** Only those with a judgement above 0. */
  questions: Question[];
  judgements: ReadonlyMap<string, Judgements>;
}

/** Reads a folder in BEIR's layout: `corpus.jsonl`, `queries.jsonl`, and `qrels.tsv` with its line of names. */
export function readCollection(folder: string): Collection {
  const judgements = readJudgements(join(folder, 'qrels.tsv'));
  return {
    documents: readLines<{ _id: string; title?: string; text: string }>(join(folder, 'corpus.jsonl'))
      .map(({ _id, title = '', text }) => ({ id: _id, title: title.trim(), text }))
      .filter(({ title, text }) => `${title}${text}`.trim() !== ''),
    questions: readLines<{ _id: string; text: string }>(join(folder, 'queries.jsonl'))
      .map(({ _id, text }) => ({ id: _id, text }))
      .filter(({ id }) => judgements.has(id)),
    judgements,
  };
}

function readLines<Line>(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Line);
}

function readJudgements(file: string): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>();
  for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
    const [question = '', document = '', grade] = line.trim().split('\t');
    if (!(Number(grade) > 0)) continue;
    all.set(question, (all.get(question) ?? new Map<string, number>()).set(document, Number(grade)));
  }
  return all;
}
