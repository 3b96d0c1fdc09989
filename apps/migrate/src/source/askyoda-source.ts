import { readBotPrompts } from '../reading/read-bot-prompts.ts';
import { readChunkList } from '../reading/read-chunk-list.ts';
import {
  inOrderOfCreation,
  type ListedConversation,
  readConversation,
  readConversationList,
} from '../reading/read-conversations.ts';
import { readProject } from '../reading/read-project.ts';
import { isObject, type JsonObject, listAt, objectAt } from '../reading/record.ts';
import { type AskYodaApi, inWords } from './askyoda-api.ts';
import { chunkPages } from './chunk-pages.ts';
import type { Source, SourceBotPrompt, SourceChunk, SourceConversation, SourceProject } from './source.ts';

const PAGE = 1_000;

/** A project behind the AskYoda v2 API: Eden AI's own, or another Groundwire. */
export class AskYodaSource implements Source {
  readonly address: string;
  readonly #api: AskYodaApi;
  #answers = 0;
  /** Of the project's own record, where there is one. */
  #record: unknown;

  constructor(api: AskYodaApi) {
    this.#api = api;
    this.address = api.address.baseUrl;
  }

  get largeNumbers(): number {
    return this.#api.reader.largeNumbers;
  }

  async project(): Promise<SourceProject> {
    const info = await this.#get('info/', 'info.json');
    this.#record = await this.#getOptional('', 'project.json');
    return readProject(this.#api.address.projectId, info, this.#record);
  }

  async files(): Promise<JsonObject[]> {
    const body = await this.#get('files/', 'files.json');
    const list = isObject(body) ? (body.results ?? body.files) : body;
    return listAt(list, 'files').map((file, index) => objectAt(file, `files.${index}`));
  }

  async *chunks(): AsyncGenerator<SourceChunk[]> {
    const { chunkCount } = await this.project();
    if (chunkCount === 0 && (await this.#isWithoutChunks())) return;
    yield* chunkPages(async (query) => readChunkList(await this.#post('list_chunks_ids/', query)), chunkCount);
  }

  async *conversations(): AsyncGenerator<SourceConversation> {
    for (const { id } of inOrderOfCreation(await this.#listConversations())) {
      const path = `conversations/${encodeURIComponent(id)}/`;
      const turns = [];
      let query = '';
      let name: string | null;
      for (;;) {
        const page = readConversation(
          await this.#get(path + query, this.#numbered(`conversation-${id}`)),
          turns.length,
        );
        turns.push(...page.turns);
        name = page.name;
        if (page.after === undefined) break;
        query = `?limit=${PAGE}&after=${page.after}`;
      }
      yield { id, name, turns };
    }
  }

  async botPrompts(): Promise<SourceBotPrompt[] | undefined> {
    const record = isObject(this.#record) ? this.#record : {};
    const listed = await this.#getOptional('bot_prompts/', 'bot_prompts.json');
    const known = listed ?? record.bot_prompts ?? record.bot_prompt;
    return known === undefined || known === null ? undefined : readBotPrompts(known);
  }

  /** An empty collection may be an error to a vector store; `info` has said enough then. */
  async #isWithoutChunks(): Promise<boolean> {
    const query = { with_payload: true, limit: 1 };
    const answer = await this.#post('list_chunks_ids/', query).catch(() => undefined);
    return answer === undefined || readChunkList(answer).chunks.length === 0;
  }

  async #listConversations(): Promise<ListedConversation[]> {
    const found = new Map<string, ListedConversation>();
    let query: string | undefined = `?limit=${PAGE}`;
    while (query !== undefined) {
      const body = await this.#get(`conversations/${query}`, this.#numbered('conversations'));
      const { conversations, nextQuery } = readConversationList(body);
      const unseen = conversations.filter(({ id }) => !found.has(id));
      for (const each of unseen) found.set(each.id, each);
      const isFull = conversations.length >= PAGE && unseen.length > 0;
      query = nextQuery ?? (isFull ? `?limit=${PAGE}&after=${conversations.at(-1)!.id}` : undefined);
      if (unseen.length === 0) break;
    }
    return [...found.values()];
  }

  #numbered(name: string): string {
    this.#answers += 1;
    return `${name}-${String(this.#answers).padStart(6, '0')}.json`;
  }

  #get(path: string, recordAs: string): Promise<unknown> {
    return this.#said(this.#api.get(path, recordAs));
  }

  #getOptional(path: string, recordAs: string): Promise<unknown> {
    return this.#said(this.#api.getOptional(path, recordAs));
  }

  #post(path: string, body: unknown): Promise<unknown> {
    return this.#said(this.#api.post(path, body, this.#numbered('chunks')));
  }

  async #said(answer: Promise<unknown>): Promise<unknown> {
    try {
      return await answer;
    } catch (error) {
      throw inWords(error, this.address);
    }
  }
}
