import { type Call, type CallOptions, Caller } from './caller.ts';
import type {
  AcceptedFile,
  AcceptedUrls,
  AddFileRequest,
  AddUrlRequest,
  AiProductFile,
  AddedTexts,
  AskLlmRequest,
  BotPrompt,
  ChunkList,
  CreateBotPromptData,
  DeletedChunks,
  ListChunksRequest,
  LlmAnswer,
  ProjectSettings,
  UpdateProjectRequest,
  AddTextRequest,
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionRequest,
  Chunk,
  Conversation,
  ConversationDetail,
  ConversationRequest,
  CreatedProject,
  CreateProjectRequest,
  GenerateRequest,
  GetUsageData,
  Health,
  ListRequestsData,
  ModelList,
  NewConversation,
  Project,
  ProjectInfo,
  QueryResult,
  RequestDetail,
  RequestList,
  UsageReport,
} from './gen/types.gen.ts';
import type { Client } from './gen/client/index.ts';
import * as operations from './gen/sdk.gen.ts';
import type { Streamed, Whole } from './streaming/whole-or-streamed.ts';
import { toForm } from './to-form.ts';

/** Settings of a call that may go through a project. */
export interface ChatCallOptions extends CallOptions {
  /** The project whose documents answer; without one nothing is retrieved. */
  projectId?: string;
}

/** One method for each operation of the API; `createClient` makes it. Every method rejects with a `GroundwireError`. */
export class GroundwireClient {
  readonly #caller: Caller;

  constructor(client: Client, timeoutMs: number) {
    this.#caller = new Caller(client, timeoutMs);
  }

  /** Creates a project. Settings that the server carries out differently are in `adjustments`. */
  createProject(body: CreateProjectRequest, options?: CallOptions): Promise<CreatedProject> {
    return this.#caller.ask(options, (call) => operations.createProject({ ...call, body }));
  }

  /** All your projects, oldest first. */
  listProjects(options?: CallOptions): Promise<Project[]> {
    return this.#caller.ask(options, (call) => operations.listProjects(call));
  }

  getProject(projectId: string, options?: CallOptions): Promise<Project> {
    return this.#caller.ask(options, (call) => operations.getProject({ ...call, path: { project_id: projectId } }));
  }

  /** What really serves the project, and how many chunks it has. */
  getProjectInfo(projectId: string, options?: CallOptions): Promise<ProjectInfo> {
    return this.#caller.ask(options, (call) => operations.getProjectInfo({ ...call, path: { project_id: projectId } }));
  }

  /** Deletes the project with all its documents. There is no way back. */
  async deleteProject(projectId: string, options?: CallOptions): Promise<void> {
    await this.#caller.ask(options, (call) => operations.deleteProject({ ...call, path: { project_id: projectId } }));
  }

  /** Adds one document for each text. When it resolves, they are stored and can be found; on failure none is. */
  addText(projectId: string, body: AddTextRequest, options?: CallOptions): Promise<AddedTexts> {
    return this.#caller.ask(options, (call) => operations.addText({ ...call, path: { project_id: projectId }, body }));
  }

  /** The best chunks for a question, best first. No model is asked. */
  async query(projectId: string, body: AskLlmRequest, options?: CallOptions): Promise<QueryResult> {
    const path = { project_id: projectId };
    // Without the header of the published shape it is never an `LlmAnswer`.
    return (await this.#caller.ask(options, (call) => operations.queryProject({ ...call, path, body }))) as QueryResult;
  }

  /** One question, answered from the project's documents. */
  async askLlm(projectId: string, body: AskLlmRequest, options?: CallOptions): Promise<LlmAnswer> {
    const path = { project_id: projectId };
    return (await this.#caller.ask(options, (call) => operations.askLlm({ ...call, path, body }))) as LlmAnswer;
  }

  /** The ids of chunks, with their texts on demand; `next_cursor` leads on. */
  listChunks(projectId: string, body: ListChunksRequest = {}, options?: CallOptions): Promise<ChunkList> {
    return this.#caller.ask(options, (call) =>
      operations.listChunkIds({ ...call, path: { project_id: projectId }, body }),
    );
  }

  /** Deletes chunks; those that are gone already do no harm. */
  deleteChunks(projectId: string, ids: string[], options?: CallOptions): Promise<DeletedChunks> {
    const path = { project_id: projectId };
    return this.#caller.ask(options, (call) => operations.deleteChunk({ ...call, path, body: { ids } }));
  }

  deleteAllChunks(projectId: string, options?: CallOptions): Promise<DeletedChunks> {
    return this.#caller.ask(options, (call) =>
      operations.deleteAllChunks({ ...call, path: { project_id: projectId } }),
    );
  }

  /** Changes what `body` names and leaves the rest. */
  updateProject(projectId: string, body: UpdateProjectRequest, options?: CallOptions): Promise<ProjectSettings> {
    return this.#caller.ask(options, (call) =>
      operations.updateProject({ ...call, path: { project_id: projectId }, body }),
    );
  }

  /** Gives the project a bot profile, in place of the one it has. */
  createBotPrompt(projectId: string, query: CreateBotPromptData['query'], options?: CallOptions): Promise<BotPrompt> {
    const path = { project_id: projectId };
    return this.#caller.ask(options, (call) => operations.createBotPrompt({ ...call, path, query }));
  }

  /** The project's bot profile, or none. */
  listBotPrompts(projectId: string, options?: CallOptions): Promise<BotPrompt[]> {
    return this.#caller.ask(options, (call) => operations.listBotPrompts({ ...call, path: { project_id: projectId } }));
  }

  async removeBotPrompt(projectId: string, options?: CallOptions): Promise<void> {
    await this.#caller.ask(options, (call) => operations.removeBotPrompt({ ...call, path: { project_id: projectId } }));
  }

  /** Sends a file, or names its address; it is read afterwards, and `getFile` shows how far that is. */
  addFile(projectId: string, file: AddFileRequest, options?: CallOptions): Promise<AcceptedFile> {
    const path = { project_id: projectId };
    return this.#caller.ask(options, (call) => operations.addFile({ ...call, path, ...toForm(file, call.headers) }));
  }

  /** Names pages that are to be fetched and read. */
  addUrl(projectId: string, body: AddUrlRequest, options?: CallOptions): Promise<AcceptedUrls> {
    return this.#caller.ask(options, (call) => operations.addUrl({ ...call, path: { project_id: projectId }, body }));
  }

  /** The project's files, oldest first. */
  listFiles(projectId: string, options?: CallOptions): Promise<AiProductFile[]> {
    return this.#caller.ask(options, (call) => operations.listFiles({ ...call, path: { project_id: projectId } }));
  }

  getFile(projectId: string, fileId: string, options?: CallOptions): Promise<AiProductFile> {
    const path = { project_id: projectId, file_id: fileId };
    return this.#caller.ask(options, (call) => operations.getFile({ ...call, path }));
  }

  /** Deletes a file and its chunks; one that is being read is stopped. */
  async deleteFile(projectId: string, fileId: string, options?: CallOptions): Promise<void> {
    const path = { project_id: projectId, file_id: fileId };
    await this.#caller.ask(options, (call) => operations.deleteFile({ ...call, path }));
  }

  /** The passage that a source or a citation names. */
  getChunk(projectId: string, chunkId: string, options?: CallOptions): Promise<Chunk> {
    const path = { project_id: projectId, chunk_id: chunkId };
    return this.#caller.ask(options, (call) => operations.getChunk({ ...call, path }));
  }

  /** Begins a conversation; name its id in the `conversation_id` of `generate`. */
  createConversation(projectId: string, body: NewConversation = {}, options?: CallOptions): Promise<Conversation> {
    return this.#caller.ask(options, (call) =>
      operations.createConversation({ ...call, path: { project_id: projectId }, body }),
    );
  }

  /** Newest first; `after` is the last one of the page before. */
  listConversations(
    projectId: string,
    query: { limit?: number; after?: string } = {},
    options?: CallOptions,
  ): Promise<Conversation[]> {
    return this.#caller.ask(options, (call) =>
      operations.listConversations({ ...call, path: { project_id: projectId }, query }),
    );
  }

  /** With its messages, oldest first; `after` is the `turn` of the last one of the page before. */
  getConversation(
    projectId: string,
    id: string,
    query: { limit?: number; after?: number } = {},
    options?: CallOptions,
  ): Promise<ConversationDetail> {
    const path = { project_id: projectId, conversation_id: id };
    return this.#caller.ask(options, (call) => operations.getConversation({ ...call, path, query }));
  }

  /** Without a `name` the conversation has none from now on. */
  renameConversation(
    projectId: string,
    id: string,
    body: ConversationRequest,
    options?: CallOptions,
  ): Promise<ConversationDetail> {
    const path = { project_id: projectId, conversation_id: id };
    return this.#caller.ask(options, (call) => operations.replaceConversationName({ ...call, path, body }));
  }

  /** Deletes the conversation with all its messages. */
  async deleteConversation(projectId: string, id: string, options?: CallOptions): Promise<void> {
    const path = { project_id: projectId, conversation_id: id };
    await this.#caller.ask(options, (call) => operations.deleteConversation({ ...call, path }));
  }

  /** Answers a chat from the project's documents. */
  generate(projectId: string, body: Whole<GenerateRequest>, options?: CallOptions): Promise<ChatCompletion> {
    return this.#caller.ask(options, (call) => operations.generate({ ...call, path: { project_id: projectId }, body }));
  }

  /**
   * Answers a chat from the project's documents, piece by piece. The request is sent when the iteration begins; leaving
   * the loop cancels it. A stream that fails or breaks off ends with an error, never like a complete one.
   */
  generateStream(
    projectId: string,
    request: Streamed<GenerateRequest>,
    options?: CallOptions,
  ): AsyncGenerator<ChatCompletionChunk, void, undefined> {
    const body: GenerateRequest = { ...request, stream: true };
    return this.#caller.stream(options, (call) =>
      operations.generate({ ...call, path: { project_id: projectId }, body }),
    );
  }

  /** OpenAI's chat completion, from `projectId`'s documents when it is given. */
  chatCompletion(body: Whole<ChatCompletionRequest>, options: ChatCallOptions = {}): Promise<ChatCompletion> {
    return this.#caller.ask(options, (call) => completeChat(call, body, options.projectId));
  }

  /** As `chatCompletion`, piece by piece; ends and fails as `generateStream` does. */
  chatCompletionStream(
    request: Streamed<ChatCompletionRequest>,
    options: ChatCallOptions = {},
  ): AsyncGenerator<ChatCompletionChunk, void, undefined> {
    const body: ChatCompletionRequest = { ...request, stream: true };
    return this.#caller.stream(options, (call) => completeChat(call, body, options.projectId));
  }

  /** Who asked what of a project and how it went, newest first; `next_cursor` leads on. */
  listRequests(projectId: string, query: ListRequestsData['query'] = {}, options?: CallOptions): Promise<RequestList> {
    const path = { project_id: projectId };
    return this.#caller.ask(options, (call) => operations.listRequests({ ...call, path, query }));
  }

  /** `requestId` is the `x-request-id` of an answer or of an error. */
  getRequest(projectId: string, requestId: string, options?: CallOptions): Promise<RequestDetail> {
    const path = { project_id: projectId, request_id: requestId };
    return this.#caller.ask(options, (call) => operations.getRequest({ ...call, path }));
  }

  /** Tokens and cost by day and model. */
  getUsage(projectId: string, query: GetUsageData['query'] = {}, options?: CallOptions): Promise<UsageReport> {
    const path = { project_id: projectId };
    return this.#caller.ask(options, (call) => operations.getUsage({ ...call, path, query }));
  }

  /** What `model` may be; providers that did not answer are in `unavailable`. */
  listModels(options?: CallOptions): Promise<ModelList> {
    return this.#caller.ask(options, (call) => operations.listModels(call));
  }

  /** Is the process alive? Sends no token. */
  getLiveness(options?: CallOptions): Promise<Health> {
    return this.#caller.ask(options, (call) => operations.getLiveness(call));
  }

  /** Can the server take requests? Sends no token. */
  getReadiness(options?: CallOptions): Promise<Health> {
    return this.#caller.ask(options, (call) => operations.getReadiness(call));
  }
}

function completeChat(call: Call, body: ChatCompletionRequest, projectId: string | undefined) {
  return projectId === undefined
    ? operations.createChatCompletion({ ...call, body })
    : operations.createProjectChatCompletion({ ...call, path: { project_id: projectId }, body });
}
