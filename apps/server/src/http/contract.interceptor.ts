import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import {
  type BodyName,
  bodyTypesOf,
  checkBody,
  checkParameters,
  OPERATIONS,
  type OperationId,
  operationOf,
} from '@groundwire/dto';
import { finalize } from 'rxjs';
import { faultOfTexts } from './bodies/json-values.ts';
import { readMultipartBody } from './bodies/multipart-body.ts';
import { Problem } from './problems/problem.ts';
import type { UploadingRequest } from './upload.decorator.ts';

type Handled = ReturnType<CallHandler['handle']>;

/** Path and query as Fastify reads them: names and texts. */
type CheckedRequest = UploadingRequest & { params: Record<string, string>; query: Record<string, unknown> };

/**
 * Checks a request against its operation in the contract, parameters and body together, and puts the tidied body in
 * its place. It runs after the guard and before any handler.
 */
@Injectable()
export class ContractInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Handled | Promise<Handled> {
    const operationId = operationOf(context.getHandler());
    if (operationId === undefined) return next.handle();
    const request = context.switchToHttp().getRequest<CheckedRequest>();
    const type = refuseOtherTypes(operationId, request);
    if (type === 'multipart/form-data') return handleForm(operationId, request, next);
    checkRequest(operationId, request);
    return next.handle();
  }
}

async function handleForm(operationId: OperationId, request: CheckedRequest, next: CallHandler): Promise<Handled> {
  const { body, upload } = await readMultipartBody(request);
  request.body = body;
  request.upload = upload;
  const close = (): void => void upload?.close();
  try {
    checkRequest(operationId, request);
  } catch (error) {
    close();
    throw error;
  }
  return next.handle().pipe(finalize(close));
}

/** The media type of the body; undefined when there is none. */
function refuseOtherTypes(operationId: OperationId, { headers }: CheckedRequest): string | undefined {
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  const accepted = bodyTypesOf(operationId);
  if (type === undefined || accepted.length === 0 || accepted.includes(type)) return type;
  throw new Problem('unsupported_media_type', `Send the body as ${accepted.join(' or ')}.`);
}

/** A query parameter is one text. One that is repeated, as lists are, is read as if its values stood behind commas. */
function joinRepeated(query: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(query)) if (Array.isArray(value)) query[name] = value.join(',');
}

function checkRequest(operationId: OperationId, request: CheckedRequest): void {
  const { params: path, query, headers } = request;
  joinRepeated(query);
  // Bodies were looked at where they were read.
  const unstorable = faultOfTexts({ ...path, ...query });
  if (unstorable !== undefined) throw unstorable;
  const parameters = checkParameters(operationId, { path, query, headers });
  const { body: bodyName } = OPERATIONS[operationId] as { body?: BodyName };
  // No body at all is one without fields: where some are required, the answer names them.
  const given = request.body === undefined ? {} : request.body;
  const body = bodyName === undefined ? undefined : checkBody(bodyName, given);
  const faults = [...(parameters.ok ? [] : parameters.faults), ...(body === undefined || body.ok ? [] : body.faults)];
  if (faults.length > 0) throw new Problem('invalid_request_error', faults[0]?.message, { faults });
  if (body?.ok) request.body = body.value;
}
