import type { Call, CallOptions } from './caller.ts';
import { DocumentsClient } from './documents-client.ts';
import type {
  AskLlmRequest,
  BotPrompt,
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionRequest,
  Conversation,
  ConversationDetail,
  ConversationRequest,
  CreateBotPromptData,
  CreateProjectRequest,
  CreatedProject,
  ExplainedRequest,
  GenerateRequest,
  GetUsageData,
  Health,
  LimitReport,
  Limits,
  ListRequestsData,
  LlmAnswer,
  ModelList,
  NewConversation,
  Project,
  ProjectInfo,
  ProjectSettings,
  RequestDetail,
  RequestList,
  UpdateBotPromptData,
  UpdateProjectRequest,
  UsageReport,
} from './gen/types.gen.ts';
import * as operations from './gen/sdk.gen.ts';
import type { Streamed, Whole } from './streaming/whole-or-streamed.ts';

/** Settings of a call that may go through a project. */
export interface ChatCallOptions extends CallOptions {
  /** The project whose documents answer; without one nothing is retrieved. */
  projectId?: string;
}

/** One method for each operation of the API; `createClient` makes it. Every method rejects with a `GroundwireError`. */
export class GroundwireClient extends DocumentsClient {
  /** Creates a project. Settings that the server carries out differently are in `adjustments`. */
  createProject(body: CreateProjectRequest, options?: CallOptions): Promise<CreatedProject> {
    return this.caller.ask(options, (call) => operations.createProject({ ...call, body }));
  }

  /** All your projects, oldest first. */
  listProjects(options?: CallOptions): Promise<Project[]> {
    return this.caller.ask(options, (call) => operations.listProjects(call));
  }

  getProject(projectId: string, options?: CallOptions): Promise<Project> {
    return this.caller.ask(options, (call) => operations.getProject({ ...call, path: { project_id: projectId } }));
  }

  /** What really serves the project, and how many chunks it has. */
  getProjectInfo(projectId: string, options?: CallOptions): Promise<ProjectInfo> {
    return this.caller.ask(options, (call) => operations.getProjectInfo({ ...call, path: { project_id: projectId } }));
  }

  /** Deletes the project with all its documents. There is no way back. */
  async deleteProject(projectId: string, options?: CallOptions): Promise<void> {
    await this.caller.ask(options, (call) => operations.deleteProject({ ...call, path: { project_id: projectId } }));
  }

  /** One question, answered from the project's documents. */
  async askLlm(projectId: string, body: AskLlmRequest, options?: CallOptions): Promise<LlmAnswer> {
    const path = { project_id: projectId };
    return (await this.caller.ask(options, (call) => operations.askLlm({ ...call, path, body }))) as LlmAnswer;
  }

  /** Changes what `body` names and leaves the rest. */
  updateProject(projectId: string, body: UpdateProjectRequest, options?: CallOptions): Promise<ProjectSettings> {
    return this.caller.ask(options, (call) =>
      operations.updateProject({ ...call, path: { project_id: projectId }, body }),
    );
  }

  /** The limits that calls over the project are held to, and how much of each is taken. */
  getLimits(projectId: string, options?: CallOptions): Promise<LimitReport> {
    return this.caller.ask(options, (call) => operations.getLimits({ ...call, path: { project_id: projectId } }));
  }

  /** Replaces all limits of the project; what is left out is not limited any more. */
  replaceLimits(projectId: string, body: Limits, options?: CallOptions): Promise<LimitReport> {
    return this.caller.ask(options, (call) =>
      operations.replaceLimits({ ...call, path: { project_id: projectId }, body }),
    );
  }

  /** Gives the project a bot profile, in place of the one it has. */
  createBotPrompt(projectId: string, query: CreateBotPromptData['query'], options?: CallOptions): Promise<BotPrompt> {
    const path = { project_id: projectId };
    return this.caller.ask(options, (call) => operations.createBotPrompt({ ...call, path, query }));
  }

  /** Replaces the profile of that name; optional fields that are left out are removed. */
  async updateBotPrompt(
    projectId: string,
    name: string,
    query: UpdateBotPromptData['query'],
    options?: CallOptions,
  ): Promise<void> {
    const path = { project_id: projectId, prompt_name: name };
    await this.caller.ask(options, (call) => operations.updateBotPrompt({ ...call, path, query }));
  }

  /** The project's bot profile, or none. */
  listBotPrompts(projectId: string, options?: CallOptions): Promise<BotPrompt[]> {
    return this.caller.ask(options, (call) => operations.listBotPrompts({ ...call, path: { project_id: projectId } }));
  }

  async removeBotPrompt(projectId: string, options?: CallOptions): Promise<void> {
    await this.caller.ask(options, (call) => operations.removeBotPrompt({ ...call, path: { project_id: projectId } }));
  }

  /** Begins a conversation; name its id in the `conversation_id` of `generate`. */
  createConversation(projectId: string, body: NewConversation = {}, options?: CallOptions): Promise<Conversation> {
    return this.caller.ask(options, (call) =>
      operations.createConversation({ ...call, path: { project_id: projectId }, body }),
    );
  }

  /** Newest first; `after` is the last one of the page before. */
  listConversations(
    projectId: string,
    query: { limit?: number; after?: string } = {},
    options?: CallOptions,
  ): Promise<Conversation[]> {
    return this.caller.ask(options, (call) =>
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
    return this.caller.ask(options, (call) => operations.getConversation({ ...call, path, query }));
  }

  /** Without a `name` the conversation has none from now on. */
  renameConversation(
    projectId: string,
    id: string,
    body: ConversationRequest,
    options?: CallOptions,
  ): Promise<ConversationDetail> {
    const path = { project_id: projectId, conversation_id: id };
    return this.caller.ask(options, (call) => operations.replaceConversationName({ ...call, path, body }));
  }

  /** Deletes the conversation with all its messages. */
  async deleteConversation(projectId: string, id: string, options?: CallOptions): Promise<void> {
    const path = { project_id: projectId, conversation_id: id };
    await this.caller.ask(options, (call) => operations.deleteConversation({ ...call, path }));
  }

  /** Answers a chat from the project's documents. */
  generate(projectId: string, body: Whole<GenerateRequest>, options?: CallOptions): Promise<ChatCompletion> {
    return this.caller.ask(options, (call) => operations.generate({ ...call, path: { project_id: projectId }, body }));
  }

  /** What `generate` would do: passages, prompts, the bodies that providers would get, adjustments and the highest cost. */
  explain(projectId: string, body: Whole<GenerateRequest>, options?: CallOptions): Promise<ExplainedRequest> {
    const path = { project_id: projectId };
    return this.caller.ask(options, (call) => operations.explainGenerate({ ...call, path, body }));
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
    return this.caller.stream(options, (call) =>
      operations.generate({ ...call, path: { project_id: projectId }, body }),
    );
  }

  /** OpenAI's chat completion, from `projectId`'s documents when it is given. */
  chatCompletion(body: Whole<ChatCompletionRequest>, options: ChatCallOptions = {}): Promise<ChatCompletion> {
    return this.caller.ask(options, (call) => completeChat(call, body, options.projectId));
  }

  /** As `chatCompletion`, piece by piece; ends and fails as `generateStream` does. */
  chatCompletionStream(
    request: Streamed<ChatCompletionRequest>,
    options: ChatCallOptions = {},
  ): AsyncGenerator<ChatCompletionChunk, void, undefined> {
    const body: ChatCompletionRequest = { ...request, stream: true };
    return this.caller.stream(options, (call) => completeChat(call, body, options.projectId));
  }

  /** Who asked what of a project and how it went, newest first; `next_cursor` leads on. */
  listRequests(projectId: string, query: ListRequestsData['query'] = {}, options?: CallOptions): Promise<RequestList> {
    const path = { project_id: projectId };
    return this.caller.ask(options, (call) => operations.listRequests({ ...call, path, query }));
  }

  /** `requestId` is the `x-request-id` of an answer or of an error. */
  getRequest(projectId: string, requestId: string, options?: CallOptions): Promise<RequestDetail> {
    const path = { project_id: projectId, request_id: requestId };
    return this.caller.ask(options, (call) => operations.getRequest({ ...call, path }));
  }

  /** Tokens and cost by day and model. */
  getUsage(projectId: string, query: GetUsageData['query'] = {}, options?: CallOptions): Promise<UsageReport> {
    const path = { project_id: projectId };
    return this.caller.ask(options, (call) => operations.getUsage({ ...call, path, query }));
  }

  /** What `model` may be; providers that did not answer are in `unavailable`. */
  listModels(options?: CallOptions): Promise<ModelList> {
    return this.caller.ask(options, (call) => operations.listModels(call));
  }

  /** Is the process alive? Sends no token. */
  getLiveness(options?: CallOptions): Promise<Health> {
    return this.caller.ask(options, (call) => operations.getLiveness(call));
  }

  /** Can the server take requests? Sends no token. */
  getReadiness(options?: CallOptions): Promise<Health> {
    return this.caller.ask(options, (call) => operations.getReadiness(call));
  }
}

function completeChat(call: Call, body: ChatCompletionRequest, projectId: string | undefined) {
  return projectId === undefined
    ? operations.createChatCompletion({ ...call, body })
    : operations.createProjectChatCompletion({ ...call, path: { project_id: projectId }, body });
}
