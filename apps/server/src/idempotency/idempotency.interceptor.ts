import { createHash } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { OPERATIONS, operationOf } from '@groundwire/dto';
import { from, lastValueFrom, type Observable, of } from 'rxjs';
import type { AuthenticatedRequest } from '../http/auth/tenant.decorator.ts';
import { Problem } from '../http/problems/problem.ts';
import type { UploadingRequest } from '../http/upload.decorator.ts';
import { IdempotencyStore } from './idempotency.store.ts';

const KEY_HEADER = 'idempotency-key';

/**
 * Carries out a request with a key once: sent again, it gets the same answer. Which operations take a key is the
 * contract's to say. It runs after the contract's check; a request that fails leaves its key free.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor, OnApplicationBootstrap {
  constructor(private readonly store: IdempotencyStore) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.store.recover();
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> | Promise<Observable<unknown>> {
    const operationId = operationOf(context.getHandler());
    if (operationId === undefined || !(KEY_HEADER in OPERATIONS[operationId].parameters)) return next.handle();
    const request = context.switchToHttp().getRequest<AuthenticatedRequest & UploadingRequest>();
    const key = request.headers[KEY_HEADER];
    if (typeof key !== 'string' || key === '') return next.handle();
    return this.#once(request, key, hashOf(operationId, request), next);
  }

  async #once(
    { principal: { tenant }, params }: AuthenticatedRequest,
    key: string,
    hash: string,
    next: CallHandler,
  ): Promise<Observable<unknown>> {
    const { project_id: projectId } = params as { project_id?: string };
    const kept = await this.store.reserve(tenant, key, hash, projectId);
    if (kept !== undefined) {
      if (kept.request !== hash) throw new Problem('idempotency_key_reused', undefined, { param: KEY_HEADER });
      if (kept.answer === undefined) throw new Problem('idempotency_conflict', undefined, { retryAfterMs: 1_000 });
      return of(kept.answer);
    }
    return from(this.#carryOut(tenant, key, next));
  }

  async #carryOut(tenant: string, key: string, next: CallHandler): Promise<unknown> {
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.store.keep(tenant, key, answer);
      return answer;
    } catch (error) {
      await this.store.release(tenant, key).catch(() => undefined);
      throw error;
    }
  }
}

/** Names what is asked: the operation, where, the fields, and the file by its content. */
function hashOf(operationId: string, { params, body, upload }: UploadingRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([operationId, params, body, upload?.sha256]))
    .digest('hex');
}
