import { Injectable } from '@nestjs/common';
import type { Adjustment, AskLlmRequest, ChatCompletion, LlmAnswer } from '@groundwire/client';
import { RequestLogService } from '../../requests/recording/request-log.service.ts';
import { ProjectsService } from '../../projects/projects.service.ts';
import { PromptsService } from '../../prompts/prompts.service.ts';
import { GenerateService } from '../generate.service.ts';
import { chooseModel } from './choose-model.ts';
import { askingAdjustments, toGenerateRequest } from './to-generate-request.ts';

/** Who asks, and where. */
export interface Asker {
  tenant: string;
  projectId: string;
  /** The `x-request-id` of the call. */
  requestId: string;
}

/** One question in, one text out: `generate` with fewer fields. */
@Injectable()
export class AskingService {
  constructor(
    private readonly projects: ProjectsService,
    private readonly prompts: PromptsService,
    private readonly generating: GenerateService,
    private readonly requests: RequestLogService,
  ) {}

  /** Throws `Problem` and `LlmError`. */
  async ask({ tenant, projectId, requestId }: Asker, request: AskLlmRequest, signal: AbortSignal): Promise<LlmAnswer> {
    const project = await this.projects.require(tenant, projectId);
    const model = chooseModel(request, await this.prompts.modelOf(project.id), project);
    const body = toGenerateRequest(request, model);
    const input = { tenant, projectId, schema: 'GenerateRequest', body, strict: false, requestId } as const;
    const adjustments = askingAdjustments(request);
    this.requests.entryOf(requestId).adjusted(adjustments);
    const output = await this.generating.generate(input, signal);
    if (!('completion' in output)) throw new Error('a question was answered by a stream');
    return toAnswer(output.completion, adjustments);
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
