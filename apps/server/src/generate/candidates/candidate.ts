import type { Adjustment, ChatMessage } from '@groundwire/client';
import type { ModelAnswer, StreamPart } from '@groundwire/llm';
import type { Problem } from '../../http/problems/problem.ts';
import type { Passage } from '../../retrieval/passage.ts';

/** A model that can be asked, with its call prepared: nothing has been sent. */
export interface ReadyCandidate {
  /** As the caller named it. */
  name: string;
  answer: ModelAnswer;
  /** Sees every part of the answer, for the thinking that has to be kept; absent where there is none. */
  watch?: (part: StreamPart) => void;
  /** The prompt as assembled. */
  messages: readonly ChatMessage[];
  /** What it is given to read, best first. */
  passages: readonly Passage[];
  /** Every change to the request that this candidate makes necessary. */
  adjustments: Adjustment[];
}

/** A model that cannot do what was asked for; another candidate may. */
export interface RefusedCandidate {
  name: string;
  provider: string;
  /** The model as its vendor names it. */
  model: string;
  refusal: Problem;
}

/** `model` or one of `fallbacks`. */
export type Candidate = ReadyCandidate | RefusedCandidate;
