import { createDeadline } from './deadline.ts';
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
  CreatedProject,
  CreateProjectRequest,
  GenerateRequest,
  Health,
  ModelList,
  Project,
  ProjectInfo,
  QueryResult,
} from './gen/types.gen.ts';
import type { Client } from './gen/client/index.ts';
import * as operations from './gen/sdk.gen.ts';
import { toForm } from './to-form.ts';
import { readChunks } from './streaming/read-chunks.ts';

/** Settings of one call. */
export interface CallOptions {
  /** Aborting it ends the call, and the work behind it, with a `RequestAbortedError`. */
  signal?: AbortSignal;
  /** Replaces the client's own `timeoutMs` for this call. */
  timeoutMs?: number;
  /** Added to the client's own headers. */
  headers?: Readonly<Record<string, string>>;
}

/** Settings of a call that may go through a project. */
export interface ChatCallOptions extends CallOptions {
  /** The project whose documents answer; without one nothing is retrieved. */
  projectId?: string;
}

/** A request whose answer comes whole. */
export type Whole<Request> = Request & { stream?: false };

/** A request whose answer is streamed; `stream` need not be given. */
export type Streamed<Request> = Omit<Request, 'stream'> & { stream?: true };

/** What every generated operation is called with. */
interface Call {
  client: Client;
  throwOnError: true;
  signal: AbortSignal;
  headers: Readonly<Record<string, string>> | undefined;
}

/** One method for each operation of the API; `createClient` makes it. Every method rejects with a `GroundwireError`. */
export class GroundwireClient {
  readonly #client: Client;
  readonly #timeoutMs: number;

  constructor(client: Client, timeoutMs: number) {
    this.#client = client;
    this.#timeoutMs = timeoutMs;
  }

  /** Creates a project. Settings that the server carries out differently are in `adjustments`. */
  createProject(body: CreateProjectRequest, options?: CallOptions): Promise<CreatedProject> {
    return this.#ask(options, (call) => operations.createProject({ ...call, body }));
  }

  /** All your projects, oldest first. */
  listProjects(options?: CallOptions): Promise<Project[]> {
    return this.#ask(options, (call) => operations.listProjects(call));
  }

  getProject(projectId: string, options?: CallOptions): Promise<Project> {
    return this.#ask(options, (call) => operations.getProject({ ...call, path: { project_id: projectId } }));
  }

  /** What really serves the project, and how many chunks it has. */
  getProjectInfo(projectId: string, options?: CallOptions): Promise<ProjectInfo> {
    return this.#ask(options, (call) => operations.getProjectInfo({ ...call, path: { project_id: projectId } }));
  }

  /** Deletes the project with all its documents. There is no way back. */
  async deleteProject(projectId: string, options?: CallOptions): Promise<void> {
    await this.#ask(options, (call) => operations.deleteProject({ ...call, path: { project_id: projectId } }));
  }

  /** Adds one document for each text. When it resolves, they are stored and can be found; on failure none is. */
  addText(projectId: string, body: AddTextRequest, options?: CallOptions): Promise<AddedTexts> {
    return this.#ask(options, (call) => operations.addText({ ...call, path: { project_id: projectId }, body }));
  }

  /** The best chunks for a question, best first. No model is asked. */
  async query(projectId: string, body: AskLlmRequest, options?: CallOptions): Promise<QueryResult> {
    const path = { project_id: projectId };
    // Without the header of the published shape it is never an `LlmAnswer`.
    return (await this.#ask(options, (call) => operations.queryProject({ ...call, path, body }))) as QueryResult;
  }

  /** One question, answered from the project's documents. */
  async askLlm(projectId: string, body: AskLlmRequest, options?: CallOptions): Promise<LlmAnswer> {
    const path = { project_id: projectId };
    return (await this.#ask(options, (call) => operations.askLlm({ ...call, path, body }))) as LlmAnswer;
  }

  /** The ids of chunks, with their texts on demand; `next_cursor` leads on. */
  listChunks(projectId: string, body: ListChunksRequest = {}, options?: CallOptions): Promise<ChunkList> {
    return this.#ask(options, (call) => operations.listChunkIds({ ...call, path: { project_id: projectId }, body }));
  }

  /** Deletes chunks; those that are gone already do no harm. */
  deleteChunks(projectId: string, ids: string[], options?: CallOptions): Promise<DeletedChunks> {
    const path = { project_id: projectId };
    return this.#ask(options, (call) => operations.deleteChunk({ ...call, path, body: { ids } }));
  }

  deleteAllChunks(projectId: string, options?: CallOptions): Promise<DeletedChunks> {
    return this.#ask(options, (call) => operations.deleteAllChunks({ ...call, path: { project_id: projectId } }));
  }

  /** Changes what `body` names and leaves the rest. */
  updateProject(projectId: string, body: UpdateProjectRequest, options?: CallOptions): Promise<ProjectSettings> {
    return this.#ask(options, (call) => operations.updateProject({ ...call, path: { project_id: projectId }, body }));
  }

  /** Gives the project a bot profile, in place of the one it has. */
  createBotPrompt(projectId: string, query: CreateBotPromptData['query'], options?: CallOptions): Promise<BotPrompt> {
    const path = { project_id: projectId };
    return this.#ask(options, (call) => operations.createBotPrompt({ ...call, path, query }));
  }

  async removeBotPrompt(projectId: string, options?: CallOptions): Promise<void> {
    await this.#ask(options, (call) => operations.removeBotPrompt({ ...call, path: { project_id: projectId } }));
  }

  /** Sends a file, or names its address; it is read afterwards, and `getFile` shows how far that is. */
  addFile(projectId: string, file: AddFileRequest, options?: CallOptions): Promise<AcceptedFile> {
    const path = { project_id: projectId };
    return this.#ask(options, (call) => operations.addFile({ ...call, path, ...toForm(file, call.headers) }));
  }

  /** Names pages that are to be fetched and read. */
  addUrl(projectId: string, body: AddUrlRequest, options?: CallOptions): Promise<AcceptedUrls> {
    return this.#ask(options, (call) => operations.addUrl({ ...call, path: { project_id: projectId }, body }));
  }

  /** The project's files, oldest first. */
  listFiles(projectId: string, options?: CallOptions): Promise<AiProductFile[]> {
    return this.#ask(options, (call) => operations.listFiles({ ...call, path: { project_id: projectId } }));
  }

  getFile(projectId: string, fileId: string, options?: CallOptions): Promise<AiProductFile> {
    const path = { project_id: projectId, file_id: fileId };
    return this.#ask(options, (call) => operations.getFile({ ...call, path }));
  }

  /** Deletes a file and its chunks; one that is being read is stopped. */
  async deleteFile(projectId: string, fileId: string, options?: CallOptions): Promise<void> {
    const path = { project_id: projectId, file_id: fileId };
    await this.#ask(options, (call) => operations.deleteFile({ ...call, path }));
  }

  /** The passage that a source or a citation names. */
  getChunk(projectId: string, chunkId: string, options?: CallOptions): Promise<Chunk> {
    const path = { project_id: projectId, chunk_id: chunkId };
    return this.#ask(options, (call) => operations.getChunk({ ...call, path }));
  }

  /** Answers a chat from the project's documents. */
  generate(projectId: string, body: Whole<GenerateRequest>, options?: CallOptions): Promise<ChatCompletion> {
    return this.#ask(options, (call) => operations.generate({ ...call, path: { project_id: projectId }, body }));
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
    return this.#stream(options, (call) => operations.generate({ ...call, path: { project_id: projectId }, body }));
  }

  /** OpenAI's chat completion, from `projectId`'s documents when it is given. */
  chatCompletion(body: Whole<ChatCompletionRequest>, options: ChatCallOptions = {}): Promise<ChatCompletion> {
    return this.#ask(options, (call) => completeChat(call, body, options.projectId));
  }

  /** As `chatCompletion`, piece by piece; ends and fails as `generateStream` does. */
  chatCompletionStream(
    request: Streamed<ChatCompletionRequest>,
    options: ChatCallOptions = {},
  ): AsyncGenerator<ChatCompletionChunk, void, undefined> {
    const body: ChatCompletionRequest = { ...request, stream: true };
    return this.#stream(options, (call) => completeChat(call, body, options.projectId));
  }

  /** What `model` may be; providers that did not answer are in `unavailable`. */
  listModels(options?: CallOptions): Promise<ModelList> {
    return this.#ask(options, (call) => operations.listModels(call));
  }

  /** Is the process alive? Sends no token. */
  getLiveness(options?: CallOptions): Promise<Health> {
    return this.#ask(options, (call) => operations.getLiveness(call));
  }

  /** Can the server take requests? Sends no token. */
  getReadiness(options?: CallOptions): Promise<Health> {
    return this.#ask(options, (call) => operations.getReadiness(call));
  }

  async #ask<Data>(options: CallOptions = {}, send: (call: Call) => Promise<{ data: Data }>): Promise<Data> {
    const deadline = createDeadline(options.timeoutMs ?? this.#timeoutMs, options.signal);
    try {
      const { data } = await deadline.within(() => send(this.#call(deadline.signal, options)));
      return data;
    } finally {
      deadline.end();
    }
  }

  async *#stream(
    options: CallOptions = {},
    send: (call: Call & { parseAs: 'stream' }) => Promise<{ response: Response }>,
  ): AsyncGenerator<ChatCompletionChunk, void, undefined> {
    const deadline = createDeadline(options.timeoutMs ?? this.#timeoutMs, options.signal);
    try {
      const call = { ...this.#call(deadline.signal, options), parseAs: 'stream' as const };
      const { response } = await deadline.within(() => send(call));
      yield* readChunks(response, deadline);
    } finally {
      deadline.end();
    }
  }

  #call(signal: AbortSignal, { headers }: CallOptions): Call {
    return { client: this.#client, throwOnError: true, signal, headers };
  }
}

function completeChat(call: Call, body: ChatCompletionRequest, projectId: string | undefined) {
  return projectId === undefined
    ? operations.createChatCompletion({ ...call, body })
    : operations.createProjectChatCompletion({ ...call, path: { project_id: projectId }, body });
}
