import type { ChunkChoice } from '@groundwire/client';
import type { StreamPart } from '../../types.ts';
import { ChoiceCutter } from './choice-cutter.ts';
import { prepareStops, type StopText } from './text-cutter.ts';

// Hot path, for calls with such texts only.

/**
 * A stream whose choices end before the first of `stops`. It is left, which closes the upstream, once its `choices` are all
 * over and the vendor still writes on after a cut: it then never says its usage, and nobody makes one up.
 */
export async function* cutStream(
  parts: AsyncIterable<StreamPart>,
  stops: readonly string[],
  choices: number,
): AsyncGenerator<StreamPart, void> {
  const cutters = new Cutters(prepareStops(stops));
  for await (const part of parts) {
    if (part.type === 'chunk') yield* cutters.cut(part);
    else yield part;
    if (cutters.areOver(choices)) return;
  }
}

class Cutters {
  readonly #stops: readonly StopText[];
  readonly #byIndex = new Map<number, ChoiceCutter>();

  constructor(stops: readonly StopText[]) {
    this.#stops = stops;
  }

  /** The part itself, with its bytes, when nothing in it has to change. */
  *cut(part: Extract<StreamPart, { type: 'chunk' }>): Generator<StreamPart, void> {
    const { chunk, frame: _asItCame, ...counts } = part;
    const left = chunk.choices.map((choice) => ({ choice, pieces: this.#cutterOf(choice).read(choice) }));
    if (left.every(({ choice, pieces }) => pieces.length === 1 && pieces[0] === choice)) {
      yield part;
      return;
    }
    for (const piece of left.flatMap(({ pieces }) => pieces)) {
      const isWhole = chunk.choices.length === 1 && piece === chunk.choices[0];
      yield isWhole ? part : { ...counts, chunk: { ...chunk, choices: [piece] } };
    }
  }

  areOver(choices: number): boolean {
    const known = [...this.#byIndex.values()];
    const isOver = known.length >= choices && known.every(({ isCut, hasEnded }) => isCut || hasEnded);
    return isOver && known.some(({ hasEnded }) => !hasEnded);
  }

  #cutterOf({ index }: ChunkChoice): ChoiceCutter {
    const cutter = this.#byIndex.get(index) ?? new ChoiceCutter(this.#stops);
    this.#byIndex.set(index, cutter);
    return cutter;
  }
}
