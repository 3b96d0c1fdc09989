import { Injectable } from '@nestjs/common';
import type { Adjustment, AskLlmRequest, ChatCompletion, LlmAnswer } from '@groundwire/client';
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

/** One question in, one text out: `generate` with fewer fields. */
@Injectable()
export class AskingService {
  constructor(
    private readonly projects: ProjectsService,
    private readonly prompts: PromptsService,
    private readonly generating: GenerateService,
  ) {}

  /** Throws `Problem` and `LlmError`. */
  async ask(tenant: string, projectId: string, request: AskLlmRequest, signal: AbortSignal): Promise<Asked> {
    const project = await this.projects.require(tenant, projectId);
    const model = chooseModel(request, await this.prompts.modelOf(project.id), project);
    const body = toGenerateRequest(request, model);
    const input = { tenant, projectId, schema: 'GenerateRequest', body, strict: false, requestId: null } as const;
    const output = await this.generating.generate(input, signal);
    if (!('completion' in output)) throw new Error('a question was answered by a stream');
    return { answer: toAnswer(output.completion, askingAdjustments(request)), limits: output.limits };
  }
}

function toAnswer(completion: ChatCompletion, adjustments: readonly Adjustment[]): LlmAnswer {
  const { provider, model, usage, cost, sources, retrieval, conversation_id } = completion;
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
    adjustments: [...adjustments, ...completion.adjustments],
    ...(conversation_id !== undefined && { conversation_id }),
  };
}
