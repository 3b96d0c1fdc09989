// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.
import type { CompiledValidator } from '../explain.ts';
import * as plans from './forgiving.gen.ts';
import {
  CREATE_PROJECT_REQUEST,
  LIMITS,
  ADD_TEXT_REQUEST,
  ADD_FILE_REQUEST,
  ADD_IMAGE_REQUEST,
  ADD_VIDEO_REQUEST,
  ADD_URL_REQUEST,
  ASK_LLM_REQUEST,
  GENERATE_REQUEST,
  NEW_CONVERSATION,
  CONVERSATION_REQUEST,
  UPDATE_PROJECT_REQUEST,
  LIST_CHUNKS_REQUEST,
  DELETE_CHUNKS_REQUEST,
  CHAT_COMPLETION_REQUEST,
} from './names.gen.ts';
import * as parameters from './parameters.gen.ts';
import * as schemas from './schemas.gen.ts';
import * as validators from './validators.gen.ts';

/** Every request body: its class, its compiled validator, how it is tidied, and the fields it knows. */
export const BODIES = {
  CreateProjectRequest: {
    dto: schemas.CreateProjectRequestDto,
    accepts: validators.CreateProjectRequest as CompiledValidator,
    plan: plans.CreateProjectRequest,
    fields: CREATE_PROJECT_REQUEST,
  },
  Limits: {
    dto: schemas.LimitsDto,
    accepts: validators.Limits as CompiledValidator,
    plan: plans.Limits,
    fields: LIMITS,
  },
  AddTextRequest: {
    dto: schemas.AddTextRequestDto,
    accepts: validators.AddTextRequest as CompiledValidator,
    plan: plans.AddTextRequest,
    fields: ADD_TEXT_REQUEST,
  },
  AddFileRequest: {
    dto: schemas.AddFileRequestDto,
    accepts: validators.AddFileRequest as CompiledValidator,
    plan: plans.AddFileRequest,
    fields: ADD_FILE_REQUEST,
  },
  AddImageRequest: {
    dto: schemas.AddImageRequestDto,
    accepts: validators.AddImageRequest as CompiledValidator,
    plan: plans.AddImageRequest,
    fields: ADD_IMAGE_REQUEST,
  },
  AddVideoRequest: {
    dto: schemas.AddVideoRequestDto,
    accepts: validators.AddVideoRequest as CompiledValidator,
    plan: plans.AddVideoRequest,
    fields: ADD_VIDEO_REQUEST,
  },
  AddUrlRequest: {
    dto: schemas.AddUrlRequestDto,
    accepts: validators.AddUrlRequest as CompiledValidator,
    plan: plans.AddUrlRequest,
    fields: ADD_URL_REQUEST,
  },
  AskLlmRequest: {
    dto: schemas.AskLlmRequestDto,
    accepts: validators.AskLlmRequest as CompiledValidator,
    plan: plans.AskLlmRequest,
    fields: ASK_LLM_REQUEST,
  },
  GenerateRequest: {
    dto: schemas.GenerateRequestDto,
    accepts: validators.GenerateRequest as CompiledValidator,
    plan: plans.GenerateRequest,
    fields: GENERATE_REQUEST,
  },
  NewConversation: {
    dto: schemas.NewConversationDto,
    accepts: validators.NewConversation as CompiledValidator,
    plan: plans.NewConversation,
    fields: NEW_CONVERSATION,
  },
  ConversationRequest: {
    dto: schemas.ConversationRequestDto,
    accepts: validators.ConversationRequest as CompiledValidator,
    plan: plans.ConversationRequest,
    fields: CONVERSATION_REQUEST,
  },
  UpdateProjectRequest: {
    dto: schemas.UpdateProjectRequestDto,
    accepts: validators.UpdateProjectRequest as CompiledValidator,
    plan: plans.UpdateProjectRequest,
    fields: UPDATE_PROJECT_REQUEST,
  },
  ListChunksRequest: {
    dto: schemas.ListChunksRequestDto,
    accepts: validators.ListChunksRequest as CompiledValidator,
    plan: plans.ListChunksRequest,
    fields: LIST_CHUNKS_REQUEST,
  },
  DeleteChunksRequest: {
    dto: schemas.DeleteChunksRequestDto,
    accepts: validators.DeleteChunksRequest as CompiledValidator,
    plan: plans.DeleteChunksRequest,
    fields: DELETE_CHUNKS_REQUEST,
  },
  ChatCompletionRequest: {
    dto: schemas.ChatCompletionRequestDto,
    accepts: validators.ChatCompletionRequest as CompiledValidator,
    plan: plans.ChatCompletionRequest,
    fields: CHAT_COMPLETION_REQUEST,
  },
} as const;

/** The parameters of every operation that has any. */
export const PARAMETERS = {
  createProject: {
    dto: parameters.CreateProjectParametersDto,
    accepts: validators.CreateProjectParameters as CompiledValidator,
    plan: plans.CreateProjectParameters,
  },
  getProject: {
    dto: parameters.GetProjectParametersDto,
    accepts: validators.GetProjectParameters as CompiledValidator,
    plan: plans.GetProjectParameters,
  },
  deleteProject: {
    dto: parameters.DeleteProjectParametersDto,
    accepts: validators.DeleteProjectParameters as CompiledValidator,
    plan: plans.DeleteProjectParameters,
  },
  getProjectInfo: {
    dto: parameters.GetProjectInfoParametersDto,
    accepts: validators.GetProjectInfoParameters as CompiledValidator,
    plan: plans.GetProjectInfoParameters,
  },
  getLimits: {
    dto: parameters.GetLimitsParametersDto,
    accepts: validators.GetLimitsParameters as CompiledValidator,
    plan: plans.GetLimitsParameters,
  },
  replaceLimits: {
    dto: parameters.ReplaceLimitsParametersDto,
    accepts: validators.ReplaceLimitsParameters as CompiledValidator,
    plan: plans.ReplaceLimitsParameters,
  },
  addText: {
    dto: parameters.AddTextParametersDto,
    accepts: validators.AddTextParameters as CompiledValidator,
    plan: plans.AddTextParameters,
  },
  addFile: {
    dto: parameters.AddFileParametersDto,
    accepts: validators.AddFileParameters as CompiledValidator,
    plan: plans.AddFileParameters,
  },
  addImage: {
    dto: parameters.AddImageParametersDto,
    accepts: validators.AddImageParameters as CompiledValidator,
    plan: plans.AddImageParameters,
  },
  addVideo: {
    dto: parameters.AddVideoParametersDto,
    accepts: validators.AddVideoParameters as CompiledValidator,
    plan: plans.AddVideoParameters,
  },
  addUrl: {
    dto: parameters.AddUrlParametersDto,
    accepts: validators.AddUrlParameters as CompiledValidator,
    plan: plans.AddUrlParameters,
  },
  listFiles: {
    dto: parameters.ListFilesParametersDto,
    accepts: validators.ListFilesParameters as CompiledValidator,
    plan: plans.ListFilesParameters,
  },
  getFile: {
    dto: parameters.GetFileParametersDto,
    accepts: validators.GetFileParameters as CompiledValidator,
    plan: plans.GetFileParameters,
  },
  deleteFile: {
    dto: parameters.DeleteFileParametersDto,
    accepts: validators.DeleteFileParameters as CompiledValidator,
    plan: plans.DeleteFileParameters,
  },
  queryProject: {
    dto: parameters.QueryProjectParametersDto,
    accepts: validators.QueryProjectParameters as CompiledValidator,
    plan: plans.QueryProjectParameters,
  },
  generate: {
    dto: parameters.GenerateParametersDto,
    accepts: validators.GenerateParameters as CompiledValidator,
    plan: plans.GenerateParameters,
  },
  explainGenerate: {
    dto: parameters.ExplainGenerateParametersDto,
    accepts: validators.ExplainGenerateParameters as CompiledValidator,
    plan: plans.ExplainGenerateParameters,
  },
  listConversations: {
    dto: parameters.ListConversationsParametersDto,
    accepts: validators.ListConversationsParameters as CompiledValidator,
    plan: plans.ListConversationsParameters,
  },
  createConversation: {
    dto: parameters.CreateConversationParametersDto,
    accepts: validators.CreateConversationParameters as CompiledValidator,
    plan: plans.CreateConversationParameters,
  },
  getConversation: {
    dto: parameters.GetConversationParametersDto,
    accepts: validators.GetConversationParameters as CompiledValidator,
    plan: plans.GetConversationParameters,
  },
  replaceConversationName: {
    dto: parameters.ReplaceConversationNameParametersDto,
    accepts: validators.ReplaceConversationNameParameters as CompiledValidator,
    plan: plans.ReplaceConversationNameParameters,
  },
  updateConversationName: {
    dto: parameters.UpdateConversationNameParametersDto,
    accepts: validators.UpdateConversationNameParameters as CompiledValidator,
    plan: plans.UpdateConversationNameParameters,
  },
  deleteConversation: {
    dto: parameters.DeleteConversationParametersDto,
    accepts: validators.DeleteConversationParameters as CompiledValidator,
    plan: plans.DeleteConversationParameters,
  },
  listRequests: {
    dto: parameters.ListRequestsParametersDto,
    accepts: validators.ListRequestsParameters as CompiledValidator,
    plan: plans.ListRequestsParameters,
  },
  getRequest: {
    dto: parameters.GetRequestParametersDto,
    accepts: validators.GetRequestParameters as CompiledValidator,
    plan: plans.GetRequestParameters,
  },
  getUsage: {
    dto: parameters.GetUsageParametersDto,
    accepts: validators.GetUsageParameters as CompiledValidator,
    plan: plans.GetUsageParameters,
  },
  updateProject: {
    dto: parameters.UpdateProjectParametersDto,
    accepts: validators.UpdateProjectParameters as CompiledValidator,
    plan: plans.UpdateProjectParameters,
  },
  listChunkIds: {
    dto: parameters.ListChunkIdsParametersDto,
    accepts: validators.ListChunkIdsParameters as CompiledValidator,
    plan: plans.ListChunkIdsParameters,
  },
  deleteChunk: {
    dto: parameters.DeleteChunkParametersDto,
    accepts: validators.DeleteChunkParameters as CompiledValidator,
    plan: plans.DeleteChunkParameters,
  },
  deleteAllChunks: {
    dto: parameters.DeleteAllChunksParametersDto,
    accepts: validators.DeleteAllChunksParameters as CompiledValidator,
    plan: plans.DeleteAllChunksParameters,
  },
  createBotPrompt: {
    dto: parameters.CreateBotPromptParametersDto,
    accepts: validators.CreateBotPromptParameters as CompiledValidator,
    plan: plans.CreateBotPromptParameters,
  },
  listBotPrompts: {
    dto: parameters.ListBotPromptsParametersDto,
    accepts: validators.ListBotPromptsParameters as CompiledValidator,
    plan: plans.ListBotPromptsParameters,
  },
  removeBotPrompt: {
    dto: parameters.RemoveBotPromptParametersDto,
    accepts: validators.RemoveBotPromptParameters as CompiledValidator,
    plan: plans.RemoveBotPromptParameters,
  },
  updateBotPrompt: {
    dto: parameters.UpdateBotPromptParametersDto,
    accepts: validators.UpdateBotPromptParameters as CompiledValidator,
    plan: plans.UpdateBotPromptParameters,
  },
  askLlm: {
    dto: parameters.AskLlmParametersDto,
    accepts: validators.AskLlmParameters as CompiledValidator,
    plan: plans.AskLlmParameters,
  },
  createProjectChatCompletion: {
    dto: parameters.CreateProjectChatCompletionParametersDto,
    accepts: validators.CreateProjectChatCompletionParameters as CompiledValidator,
    plan: plans.CreateProjectChatCompletionParameters,
  },
  createChatCompletion: {
    dto: parameters.CreateChatCompletionParametersDto,
    accepts: validators.CreateChatCompletionParameters as CompiledValidator,
    plan: plans.CreateChatCompletionParameters,
  },
  listProjectModels: {
    dto: parameters.ListProjectModelsParametersDto,
    accepts: validators.ListProjectModelsParameters as CompiledValidator,
    plan: plans.ListProjectModelsParameters,
  },
  getChunk: {
    dto: parameters.GetChunkParametersDto,
    accepts: validators.GetChunkParameters as CompiledValidator,
    plan: plans.GetChunkParameters,
  },
} as const;
