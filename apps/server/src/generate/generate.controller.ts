import { Body, Controller, Headers, Param, Res } from '@nestjs/common';
import type { ExplainedRequest } from '@groundwire/client';
import { ChatCompletionRequestDto, GenerateRequestDto, Operation } from '@groundwire/dto';
import type { FastifyReply } from 'fastify';
import { Tenant } from '../http/auth/tenant.decorator.ts';
import { ClientSignal } from '../http/client-signal.decorator.ts';
import { sendEventStream } from '../http/event-stream.ts';
import { Problem } from '../http/problems/problem.ts';
import { COMPAT, isPublishedShape, publishedChunks } from './answer/published-chunks.ts';
import type { GenerateInput } from './request/generate-input.ts';
import { isStrict, STRICT } from './request/is-strict.ts';
import { GenerateService } from './generate.service.ts';

@Controller()
export class GenerateController {
  constructor(private readonly service: GenerateService) {}

  @Operation('generate')
  generate(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Headers(STRICT) strict: string | undefined,
    @Headers(COMPAT) compat: string | undefined,
    @Body() body: GenerateRequestDto,
    @ClientSignal() signal: AbortSignal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const input = {
      tenant,
      projectId,
      schema: 'GenerateRequest',
      body,
      strict: isStrict(strict, body),
      requestId: null,
    } as const;
    return this.#answer(input, signal, reply, isPublishedShape(compat));
  }

  @Operation('explainGenerate')
  explain(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Headers(STRICT) strict: string | undefined,
    @Body() body: GenerateRequestDto,
    @ClientSignal() signal: AbortSignal,
  ): Promise<ExplainedRequest> {
    const input = {
      tenant,
      projectId,
      schema: 'GenerateRequest',
      body,
      strict: isStrict(strict, body),
      requestId: null,
    } as const;
    return this.service.explain(input, signal);
  }

  @Operation('createProjectChatCompletion')
  createProjectChatCompletion(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Headers(STRICT) strict: string | undefined,
    @Body() body: ChatCompletionRequestDto,
    @ClientSignal() signal: AbortSignal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#answer(chatInput(tenant, projectId, strict, body), signal, reply);
  }

  @Operation('createChatCompletion')
  createChatCompletion(
    @Tenant() tenant: string,
    @Headers('x-project-id') projectId: string | undefined,
    @Headers(STRICT) strict: string | undefined,
    @Body() body: ChatCompletionRequestDto,
    @ClientSignal() signal: AbortSignal,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#answer(chatInput(tenant, projectId, strict, body), signal, reply);
  }

  async #answer(input: GenerateInput, signal: AbortSignal, reply: FastifyReply, isPublished = false): Promise<void> {
    const output = await this.service.generate({ ...input, requestId: reply.request.id }, signal);
    const { conversationId, limits } = output;
    const headers = { ...limits, ...(conversationId !== undefined && { 'x-conversation-id': conversationId }) };
    if ('frames' in output) return sendEventStream(reply, output.frames, headers);
    const { completion } = output;
    const published = isPublished ? { result: publishedChunks(completion.sources) } : {};
    await reply.headers(headers).send({ ...completion, ...published });
  }
}

/** The project may be named by path or header, and by the body; when both name one, they must agree. */
function chatInput(
  tenant: string,
  named: string | undefined,
  strict: string | undefined,
  body: ChatCompletionRequestDto,
): GenerateInput {
  // An empty header counts as none.
  const projectId = named || body.project_id;
  if (projectId?.toLowerCase() !== (body.project_id ?? projectId)?.toLowerCase()) {
    const detail = 'project_id names another project than the path or the x-project-id header.';
    throw new Problem('invalid_request_error', detail, { param: 'project_id' });
  }
  return { tenant, projectId, schema: 'ChatCompletionRequest', body, strict: isStrict(strict, body), requestId: null };
}
