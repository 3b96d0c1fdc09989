import type { ChunkChoice } from '@groundwire/client';
import { saidTokens, type Token, toTokens } from './said-tokens.ts';
import { type StopText, TextCutter } from './text-cutter.ts';

type Delta = ChunkChoice['delta'];

/** Cuts the text of one choice of a stream. Thoughts and tool calls are not looked at. */
export class ChoiceCutter {
  /** The vendor ended this choice. */
  hasEnded = false;
  readonly #text: TextCutter;
  /** Of the text that is held back. */
  #tokens: Token[] = [];

  constructor(stops: readonly StopText[]) {
    this.#text = new TextCutter(stops);
  }

  get isCut(): boolean {
    return this.#text.isCut;
  }

  /** What goes on in place of a piece; the piece itself when nothing has to change. */
  read(choice: ChunkChoice): ChunkChoice[] {
    const isLast = choice.finish_reason !== null;
    this.hasEnded ||= isLast;
    if (this.isCut) return [];
    const piece = choice.delta.content ?? '';
    const said = this.#text.push(piece);
    if (this.#text.isCut) return this.#cutOff(choice, said);
    const spoken = isLast ? said + this.#text.flush() : said;
    if (spoken === piece && this.#tokens.length === 0) return [choice];
    const changed = this.#withText(choice, spoken, isLast);
    // The finish stands alone, and so its bytes can go on as they came.
    if (isLast && piece === '') return [{ ...changed, delta: { content: spoken }, finish_reason: null }, choice];
    return isLast || saysSomething(changed) ? [changed] : [];
  }

  #cutOff(choice: ChunkChoice, said: string): ChunkChoice[] {
    const last = this.#withText(choice, said, false);
    const {
      tool_calls: _later,
      function_call: _olderForm,
      ...delta
    } = last.delta as Delta & { function_call?: unknown };
    const end: ChunkChoice = {
      ...choice,
      delta: {},
      finish_reason: 'stop',
      ...(choice.logprobs && { logprobs: null }),
    };
    const spoken = { ...last, delta, finish_reason: null };
    return saysSomething(spoken) ? [spoken, end] : [end];
  }

  #withText(choice: ChunkChoice, content: string, isWhole: boolean): ChunkChoice {
    const tokens = [...this.#tokens, ...toTokens(choice.logprobs)];
    const said = isWhole ? tokens : saidTokens(tokens, content.length);
    this.#tokens = tokens.slice(said.length);
    const changed = { ...choice, delta: { ...choice.delta, content } };
    return tokens.length === 0 ? changed : { ...changed, logprobs: { ...choice.logprobs, content: said } };
  }
}

function saysSomething({ delta }: ChunkChoice): boolean {
  return Object.values(delta).some((value) => value != null && value !== '');
}
