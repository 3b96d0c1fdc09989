import { Injectable } from '@nestjs/common';
import type { AskLlmRequest, ChatCompletion, LlmAnswer } from '@groundwire/client';
import { ProjectsService } from '../../projects/projects.service.ts';
import { PromptsService } from '../../prompts/prompts.service.ts';
import { GenerateService } from '../generate.service.ts';
import { chooseModel } from './choose-model.ts';
import { askingAdjustments, toGenerateRequest } from './to-generate-request.ts';

/** An answer, and how the limits stand that apply, as headers tell it. */
export interface Asked {
  answer: LlmAnswer;
  limits: Readonly<Record<string, string>>;
}

/** Who asks, and where. */
export interface Asker {
  tenant: string;
  projectId: string;
  /** The `x-request-id` of the call. */
  requestId: string;
  /** A refusal is wanted in place of a changed request. */
  strict: boolean;
}

/** One question in, one text out: `generate` with fewer fields. */
@Injectable()
export class AskingService {
  constructor(
    private readonly projects: ProjectsService,
    private readonly prompts: PromptsService,
    private readonly generating: GenerateService,
  ) {}

  /** Throws `Problem` and `LlmError`. */
  async ask(
    { tenant, projectId, requestId, strict }: Asker,
    request: AskLlmRequest,
    signal: AbortSignal,
  ): Promise<Asked> {
    const project = await this.projects.require(tenant, projectId);
    const model = chooseModel(request, await this.prompts.modelOf(project.id), project);
    const body = toGenerateRequest(request, model);
    const about = { tenant, projectId, strict, requestId, adjustments: askingAdjustments(request) };
    const output = await this.generating.generate({ ...about, schema: 'GenerateRequest', body }, signal);
    if (!('completion' in output)) throw new Error('a question was answered by a stream');
    return { answer: toAnswer(output.completion), limits: output.limits };
  }
}

function toAnswer(completion: ChatCompletion): LlmAnswer {
  const { provider, model, usage, cost, sources, retrieval, adjustments, conversation_id } = completion;
  const [choice] = completion.choices;
  return {
    result: choice?.message.content ?? '',
    llm_provider: provider,
    // The answerer of our own names itself with its provider.
    llm_model: model.replace(`${provider}/`, ''),
    ...(choice !== undefined && { finish_reason: choice.finish_reason }),
    ...(usage !== undefined && { usage }),
    cost,
    sources,
    retrieval,
    adjustments,
    ...(conversation_id !== undefined && { conversation_id }),
  };
}
