import { Problem } from '../../http/problems/problem.ts';

const MAX_DEPTH = 8;
const MAX_COMPARISONS = 100;
const MAX_VALUES = 1_000;
const MAX_CHARACTERS = 64_000;

/** Refuses the filter, naming the place in it. */
export function refuse(path: string, detail: string): never {
  throw new Problem('invalid_request_error', `${path} ${detail}`, { param: path });
}

/** Counts what a filter asks for while it is read, so that none costs much more than another. */
export class FilterLimits {
  #comparisons = 0;
  #values = 0;
  #characters = 0;

  enter(path: string, depth: number): void {
    if (depth > MAX_DEPTH) refuse(path, `is nested more than ${MAX_DEPTH} deep.`);
  }

  countComparison(path: string): void {
    this.#comparisons += 1;
    if (this.#comparisons > MAX_COMPARISONS) refuse(path, `is one comparison too many: at most ${MAX_COMPARISONS}.`);
  }

  /** @param value of a comparison; a number must be one that JSON can write */
  countValue(path: string, value: unknown): void {
    this.#values += 1;
    this.#characters += JSON.stringify(value).length;
    if (typeof value === 'number' && !Number.isFinite(value)) refuse(path, 'is too large a number.');
    if (this.#values > MAX_VALUES) refuse(path, `is one value too many: at most ${MAX_VALUES}.`);
    if (this.#characters > MAX_CHARACTERS) refuse(path, `makes the filter longer than ${MAX_CHARACTERS} characters.`);
  }
}
