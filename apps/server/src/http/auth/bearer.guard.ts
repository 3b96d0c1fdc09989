import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { isPublicOperation } from '@groundwire/dto';
import { Problem } from '../problems/problem.ts';
import type { AuthenticatedRequest } from './tenant.decorator.ts';
import { TokenVerifier } from './token-verifier.ts';

const BEARER = /^Bearer +([\w~+/.=-]+)$/i;

/** Closed unless the contract marks the operation as public. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(private readonly verifier: TokenVerifier) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (isPublicOperation(context.getHandler())) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const token = bearerToken(request.raw.rawHeaders);
    const principal = token === undefined ? undefined : await this.verifier.verify(token);
    if (principal === undefined) throw new Problem('authentication_error');
    request.principal = principal;
    return true;
  }
}

/** The token of the one Authorization header. Node drops a second one silently, so the raw list is counted. */
function bearerToken(rawHeaders: readonly string[]): string | undefined {
  const values = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization',
  );
  return values.length === 1 ? BEARER.exec(values[0] ?? '')?.[1] : undefined;
}
