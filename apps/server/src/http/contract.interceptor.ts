import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type BodyName, checkBody, checkParameters, OPERATIONS, type OperationId, operationOf } from '@groundwire/dto';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problems/problem.ts';

/**
 * Checks a request against its operation in the contract, parameters and body together, and puts the tidied body in
 * its place. It runs after the guard and before any handler.
 */
@Injectable()
export class ContractInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
    const operationId = operationOf(context.getHandler());
    if (operationId !== undefined) checkRequest(operationId, context.switchToHttp().getRequest<CheckedRequest>());
    return next.handle();
  }
}

/** Path and query as Fastify reads them: names and texts. */
type CheckedRequest = FastifyRequest<{ Params: Record<string, string>; Querystring: Record<string, unknown> }>;

function checkRequest(operationId: OperationId, request: CheckedRequest): void {
  const { params: path, query, headers } = request;
  const parameters = checkParameters(operationId, { path, query, headers });
  const { body: bodyName } = OPERATIONS[operationId] as { body?: BodyName };
  const body = bodyName === undefined ? undefined : checkBody(bodyName, request.body);
  const faults = [...(parameters.ok ? [] : parameters.faults), ...(body === undefined || body.ok ? [] : body.faults)];
  if (faults.length > 0) throw new Problem('invalid_request_error', faults[0]?.message, { faults });
  if (body?.ok) request.body = body.value;
}
