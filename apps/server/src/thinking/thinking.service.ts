import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import type { ChatMessage } from '@groundwire/client';
import {
  type CallParameters,
  type KeptThinking,
  type Llm,
  missingThinking,
  putThinkingBack,
  type StreamPart,
  ThinkingCollector,
  type ThinkingForm,
} from '@groundwire/llm';
import { CONFIG, type Config } from '../config.ts';
import { LLM } from '../llm/llm.token.ts';
import { LOGGER, type Logger } from '../logging.ts';
import { PendingWrites } from '../http/shutdown/pending-writes.ts';
import { type ThinkingRow, type ThinkingScope, ThinkingStore } from './thinking.store.ts';

/** A caller's own chat and the model that is to continue it. */
export interface ThinkingTurn {
  tenant: string;
  projectId: string | undefined;
  /** With a project, one of its conversations; without, whatever the caller chose. */
  conversationId: string | undefined;
  /** As the caller named it. */
  model: string;
  parameters: CallParameters;
  messages: ChatMessage[];
}

export interface RecalledTurn {
  /** With the thinking that was known. */
  messages: ChatMessage[];
  /** To be shown every part of the answer, before it is sent on; never waits. Undefined: this answer has nothing to keep. */
  watch: ((part: StreamPart) => void) | undefined;
}

/** Longer thinking is not kept, in UTF-16 code units of JSON: the longest answers have half as many. */
const MOST_CHARACTERS = 1024 * 1024;

/**
 * Keeps the thinking that models want back with later turns, because plain OpenAI clients do not send it. What the model
 * does without it is its dialect's business, and is reported there.
 */
@Injectable()
export class ThinkingService implements BeforeApplicationShutdown {
  readonly #writes = new PendingWrites();

  constructor(
    private readonly store: ThinkingStore,
    @Inject(LLM) private readonly llm: Llm,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Throws `LlmError` (`not_found`) for an unknown model. Costs no query where nothing is missing. */
  async recall(turn: ThinkingTurn): Promise<RecalledTurn> {
    const form = this.llm.thinkingForm(turn);
    if (form === undefined || this.config.thinkingTtlDays === 0) return { messages: turn.messages, watch: undefined };
    const { provider, model } = this.llm.resolve(turn.model);
    const { tenant, projectId, conversationId } = turn;
    const scope = { tenant, provider, model, projectId, conversationId };
    return {
      messages: await this.#restore(scope, form, turn.messages),
      watch: hasTools(turn.parameters) ? this.#watch(scope, form, turn.messages) : undefined,
    };
  }

  /** Nothing that was kept is lost when the server stops. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.#writes.settled();
  }

  async #restore(scope: ThinkingScope, form: ThinkingForm, messages: ChatMessage[]): Promise<ChatMessage[]> {
    const keys = [...missingThinking(messages, form).values()].flat();
    if (keys.length === 0) return messages;
    try {
      // A client may be quicker with its tool than we are with the disk.
      await this.#writes.settled(scope.tenant);
      const rows = await this.store.find(scope, keys, this.config.thinkingTtlDays);
      const found = rows.map(({ key, thinking }) => [key, JSON.parse(thinking) as KeptThinking] as const);
      return putThinkingBack(messages, form, new Map(found));
    } catch (error) {
      this.log.error({ err: error }, 'kept thinking could not be read');
      return messages;
    }
  }

  #watch(scope: ThinkingScope, form: ThinkingForm, messages: ChatMessage[]): (part: StreamPart) => void {
    const collector = new ThinkingCollector(form, messages);
    return (part) => {
      const entries = collector.add(part);
      if (entries.length === 0) return;
      const rows = new Map(entries.map(({ key, thinking }) => [key, { key, thinking: JSON.stringify(thinking) }]));
      this.#save(scope, [...rows.values()]);
    };
  }

  #save(scope: ThinkingScope, rows: readonly ThinkingRow[]): void {
    const kept = rows.filter(({ thinking }) => thinking.length <= MOST_CHARACTERS);
    if (kept.length < rows.length) this.log.warn({ provider: scope.provider }, 'thinking is too long to be kept');
    if (kept.length === 0) return;
    const write = this.store
      .save(scope, kept)
      .catch((error: unknown) => this.log.error({ err: error }, 'thinking could not be kept'));
    this.#writes.add(scope.tenant, write);
  }
}

/** An answer without tools ends its turn: its thinking is never wanted back. */
function hasTools({ tools, functions }: CallParameters): boolean {
  return (tools ?? functions ?? []).length > 0;
}
