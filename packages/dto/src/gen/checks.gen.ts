// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.
import type { CompiledValidator } from '../explain.ts';
import * as plans from './forgiving.gen.ts';
import {
  CREATE_PROJECT_REQUEST,
  ADD_TEXT_REQUEST,
  QUERY_REQUEST,
  GENERATE_REQUEST,
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
  AddTextRequest: {
    dto: schemas.AddTextRequestDto,
    accepts: validators.AddTextRequest as CompiledValidator,
    plan: plans.AddTextRequest,
    fields: ADD_TEXT_REQUEST,
  },
  QueryRequest: {
    dto: schemas.QueryRequestDto,
    accepts: validators.QueryRequest as CompiledValidator,
    plan: plans.QueryRequest,
    fields: QUERY_REQUEST,
  },
  GenerateRequest: {
    dto: schemas.GenerateRequestDto,
    accepts: validators.GenerateRequest as CompiledValidator,
    plan: plans.GenerateRequest,
    fields: GENERATE_REQUEST,
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
  addText: {
    dto: parameters.AddTextParametersDto,
    accepts: validators.AddTextParameters as CompiledValidator,
    plan: plans.AddTextParameters,
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
