import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Principal } from './principal.ts';

/** A request that the bearer guard let through. */
export type AuthenticatedRequest = FastifyRequest & { principal: Principal };

/** The caller's tenant, as the token names it. Every look-up takes it beside the id. */
export const Tenant = createParamDecorator(
  (_data: unknown, context: ExecutionContext): string =>
    context.switchToHttp().getRequest<AuthenticatedRequest>().principal.tenant,
);
