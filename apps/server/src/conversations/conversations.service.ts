import { randomUUID } from 'node:crypto';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import type { Conversation, ConversationDetail, NewConversation } from '@groundwire/client';
import { Problem } from '../http/problems/problem.ts';
import { LOGGER, type Logger } from '../logging.ts';
import { ProjectsService } from '../projects/projects.service.ts';
import type { NewTurn, OpenConversation, StoredConversation } from './conversation.ts';
import { ConversationsStore } from './conversations.store.ts';
import { conversationBody, detailBody, pastTurn } from './conversation-bodies.ts';
import { TurnsUnderWay, type TurnUnderWay } from './turns-under-way.ts';

/** Which part of a list is asked for. */
export interface Page<Cursor> {
  limit: number;
  after: Cursor | undefined;
}

/** As many turns are read first; then twice as many again and again, until it is enough. */
const TURNS_OF_FIRST_PAGE = 32;
/** A prompt holds no more than these of the latest turns, whatever its model could read. */
const MOST_TURNS_OF_A_PROMPT = 1_000;
/** Of JSON: more than any window has room for, images aside. */
const MOST_BYTES_OF_A_PROMPT = 16 * 1024 * 1024;

/** Which conversation, and whose it must be. */
interface Address {
  tenant: string;
  projectId: string;
  id: string;
}

@Injectable()
export class ConversationsService implements BeforeApplicationShutdown {
  readonly #turns = new TurnsUnderWay();

  constructor(
    private readonly store: ConversationsStore,
    private readonly projects: ProjectsService,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Throws a Problem (400) when the request names an id that is taken. */
  async create(tenant: string, projectId: string, request: NewConversation = {}): Promise<Conversation> {
    await this.projects.require(tenant, projectId);
    const { name = null, id = randomUUID(), messages = [] } = request;
    const conversation = await this.store.insert(projectId, id.toLowerCase(), name, messages.map(pastTurn));
    if (conversation !== undefined) return conversationBody(conversation);
    // Either the project went meanwhile, or the id is somebody's.
    await this.projects.require(tenant, projectId);
    throw new Problem('invalid_request_error', 'id is taken.', { param: 'id' });
  }

  async list(tenant: string, projectId: string, { limit, after }: Page<string>): Promise<Conversation[]> {
    await this.projects.require(tenant, projectId);
    if (after !== undefined && (await this.store.find(projectId, after)) === undefined) {
      throw new Problem('invalid_request_error', 'after names no conversation of this project.', { param: 'after' });
    }
    return (await this.store.list(projectId, limit, after)).map(conversationBody);
  }

  async get(address: Address, page: Page<number>): Promise<ConversationDetail> {
    await this.projects.require(address.tenant, address.projectId);
    await this.#turns.written(address.id);
    return this.#detail(found(await this.store.find(address.projectId, address.id)), page);
  }

  /** Undefined leaves the name as it is. Answers with the first page of messages. */
  async rename(address: Address, name: string | null | undefined, page: Page<number>): Promise<ConversationDetail> {
    if (name === undefined) return this.get(address, page);
    await this.projects.require(address.tenant, address.projectId);
    await this.#turns.written(address.id);
    return this.#detail(found(await this.store.rename(address.projectId, address.id, name)), page);
  }

  async delete({ tenant, projectId, id }: Address): Promise<void> {
    await this.projects.require(tenant, projectId);
    if (!(await this.store.delete(projectId, id))) throw new Problem('not_found');
  }

  /**
   * The conversation as a call has to continue it, with as many of its latest turns as `isEnough` wants, asked of more and
   * more of them; without it, all that may be read. Throws a Problem (404) when the project, which is the caller's, has none such.
   */
  async open(
    projectId: string,
    id: string,
    isEnough?: (conversation: OpenConversation) => Promise<boolean> | boolean,
  ): Promise<OpenConversation> {
    // A client may be quicker with its next question than we are with the disk.
    await this.#turns.written(id);
    const { turnCount } = found(await this.store.find(projectId, id));
    let open: OpenConversation = { id, turnCount, turns: [], earlier: { opening: [], within: [] } };
    let bytesLeft = MOST_BYTES_OF_A_PROMPT;
    for (let pageSize = isEnough === undefined ? MOST_TURNS_OF_A_PROMPT : TURNS_OF_FIRST_PAGE; ; pageSize *= 2) {
      const { turns } = open;
      const limit = Math.min(pageSize, MOST_TURNS_OF_A_PROMPT - turns.length);
      const page = await this.store.turnsBefore(id, turnCount - turns.length + 1, limit, bytesLeft);
      open = { ...open, turns: [...page, ...turns] };
      bytesLeft -= page.reduce((sum, { byteCount }) => sum + byteCount, 0);
      const isAllThatMayBeRead = open.turns.length === MOST_TURNS_OF_A_PROMPT || bytesLeft <= 0;
      if (page.length < limit || isAllThatMayBeRead || (await isEnough?.(open)) === true) break;
    }
    const before = turnCount - open.turns.length + 1;
    if (before <= 1) return open;
    return { ...open, earlier: await this.store.instructionsBefore(id, before, MOST_TURNS_OF_A_PROMPT) };
  }

  /** `describe` is asked once, when the turn ends. What is stored is ordered by that moment, question and answer together. */
  begin(id: string, describe: () => Omit<NewTurn, 'status'>): TurnUnderWay {
    return this.#turns.begin(id, (status) => this.#write(id, { ...describe(), status }));
  }

  /** Nothing that was said is lost when the server stops. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.#turns.endAll();
  }

  async #detail(conversation: StoredConversation, { limit, after = 0 }: Page<number>): Promise<ConversationDetail> {
    return detailBody(conversation, await this.store.turns(conversation.id, limit, after));
  }

  async #write(id: string, turn: NewTurn): Promise<void> {
    try {
      await this.store.append(id, turn);
    } catch (error) {
      this.log.error({ err: error, conversation: id }, 'a turn could not be stored');
    }
  }
}

function found(conversation: StoredConversation | undefined): StoredConversation {
  if (conversation === undefined) throw new Problem('not_found');
  return conversation;
}
