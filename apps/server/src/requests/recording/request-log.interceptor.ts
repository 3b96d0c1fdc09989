import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { RequestRecord } from '@groundwire/client';
import { operationOf } from '@groundwire/dto';
import type { FastifyReply } from 'fastify';
import { finalize, tap } from 'rxjs';
import type { AuthenticatedRequest } from '../../http/auth/tenant.decorator.ts';
import { isUuid } from './read-request.ts';
import { RequestLogService } from './request-log.service.ts';

type Recorded = RequestRecord['operation'];
type Handled = ReturnType<CallHandler['handle']>;

const RECORDED: Readonly<Record<Recorded, true>> = {
  generate: true,
  createProjectChatCompletion: true,
  createChatCompletion: true,
  askLlm: true,
  queryProject: true,
};

/** Opens an entry for each request to a project. It stands before the contract's check, so that what that refuses is recorded. */
@Injectable()
export class RequestLogInterceptor implements NestInterceptor {
  constructor(private readonly requests: RequestLogService) {}

  intercept(context: ExecutionContext, next: CallHandler): Handled {
    const operation = operationOf(context.getHandler());
    const http = context.switchToHttp();
    const request = http.getRequest<AuthenticatedRequest>();
    const projectId = operation !== undefined && isRecorded(operation) ? projectOf(request) : undefined;
    if (projectId === undefined) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    const entry = this.requests.begin({
      id: request.id,
      tenant: request.principal.tenant,
      projectId,
      operation: operation as Recorded,
      userAgent: request.headers['user-agent'] ?? null,
      arrivedAt: performance.now() - reply.elapsedTime,
    });
    const { raw } = reply;
    const close = (): void => entry.closed(raw.headersSent ? raw.statusCode : undefined, raw.writableFinished);
    if (raw.destroyed) close();
    else raw.once('close', close);
    return next.handle().pipe(
      tap({ error: (error: unknown) => entry.failed(error) }),
      finalize(() => entry.settled(request.body)),
    );
  }
}

function isRecorded(operation: string): operation is Recorded {
  return Object.hasOwn(RECORDED, operation);
}

/** By path, header or body, of which nothing was checked yet. Whether it is the caller's is seen to when it is stored. */
function projectOf({ params, headers, body }: AuthenticatedRequest): string | undefined {
  const inBody = typeof body === 'object' && body !== null && 'project_id' in body ? body.project_id : undefined;
  const named = (params as Record<string, unknown>).project_id ?? (headers['x-project-id'] || inBody);
  return isUuid(named) ? named : undefined;
}
