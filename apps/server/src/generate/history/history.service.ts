import { Inject, Injectable } from '@nestjs/common';
import { type Llm, LlmError, type ModelTable, type TokenCounter, tokenCounterOf } from '@groundwire/llm';
import { ConversationsService } from '../../conversations/conversations.service.ts';
import type { OpenConversation } from '../../conversations/conversation.ts';
import { LLM, MODEL_TABLE } from '../../llm/llm.token.ts';
import { promptLimit } from '../request/prompt-limit.ts';
import { maxOutputTokensOf, type SplitRequest } from '../request/split-request.ts';
import { oldestToKeep } from './fit-history.ts';
import { type Chat, joinHistory } from './join-history.ts';
import { needsOlder } from './needs-older.ts';

/** A window to be filled. */
interface Window {
  /** Tokens of a prompt; infinite where it is not known. */
  limit: number;
  counter: TokenCounter;
}

/** Joins a request to the stored conversation that it continues. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly conversations: ConversationsService,
    @Inject(LLM) private readonly llm: Llm,
    @Inject(MODEL_TABLE) private readonly models: ModelTable,
  ) {}

  /**
   * The chat with as much of its past as may fit the window of any model that the request names: what is not read would be
   * left out of every prompt. Throws a Problem (404) when the project has no such conversation.
   */
  async join(projectId: string, conversationId: string, request: SplitRequest): Promise<Chat> {
    const windows = this.#windowsOf(request);
    const isEnough = async (conversation: OpenConversation): Promise<boolean> => {
      if (needsOlder(conversation.turns, request.messages)) return false;
      const { past } = joinHistory(conversation, request.messages);
      for (const window of windows) if (!(await isFull(window, past))) return false;
      return true;
    };
    const isBounded = windows.every(({ limit }) => limit < Infinity);
    const open = await this.conversations.open(projectId, conversationId, isBounded ? isEnough : undefined);
    return joinHistory(open, request.messages);
  }

  #windowsOf(request: SplitRequest): Window[] {
    return [request.model, ...request.fallbacks].flatMap((name) => {
      try {
        const { provider, model } = this.llm.resolve(name);
        const limit = promptLimit(maxOutputTokensOf(request), this.models.find(provider, model));
        return [{ limit: limit ?? Infinity, counter: tokenCounterOf(provider, model) }];
      } catch (error) {
        // Whoever prepares the call says what is wrong with the name.
        if (error instanceof LlmError) return [];
        throw error;
      }
    });
  }
}

/** An estimate says up to so many times what an exact counter does (estimate-tokens.ts). */
const MOST_OVERESTIMATED = 4;

/**
 * Whether the past alone is surely more than the window holds, so that its oldest piece is left out whatever stands beside
 * it. To count exactly would take longer than to read on.
 */
async function isFull({ limit, counter }: Window, past: Chat['past']): Promise<boolean> {
  const estimating = { ...counter, count: (text: string) => Promise.resolve(counter.estimate(text)) };
  return (await oldestToKeep(past, counter.exact ? MOST_OVERESTIMATED * limit : limit, estimating)) > 0;
}
