import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { isPublicOperation, opensBySignedLink } from '@groundwire/dto';
import { Problem } from '../problems/problem.ts';
import { LinkVerifier } from './link-verifier.ts';
import type { AuthenticatedRequest } from './tenant.decorator.ts';
import type { Principal } from './principal.ts';
import { TokenVerifier } from './token-verifier.ts';

const BEARER = /^Bearer +([\w~+/.=-]+)$/i;

/** Closed unless the contract marks the operation as public. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly links: LinkVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (isPublicOperation(handler)) return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const principal = opensBySignedLink(handler) ? this.#byLink(request) : undefined;
    request.principal = principal ?? (await this.#byToken(request));
    return true;
  }

  /** A link without a signature is a path like any other; a wrong one opens nothing, whatever else was sent. */
  #byLink(request: AuthenticatedRequest): Principal | undefined {
    const { sig: signature } = request.query as Record<string, unknown>;
    if (signature === undefined) return undefined;
    const path = request.params as Record<string, string>;
    const principal = typeof signature === 'string' ? this.links.verify(path, signature) : undefined;
    if (principal === undefined) throw new Problem('authentication_error');
    return principal;
  }

  async #byToken(request: AuthenticatedRequest): Promise<Principal> {
    const token = bearerToken(request.raw.rawHeaders);
    const principal = token === undefined ? undefined : await this.verifier.verify(token);
    if (principal === undefined) throw new Problem('authentication_error');
    return principal;
  }
}

/** The token of the one Authorization header. Node drops a second one silently, so the raw list is counted. */
function bearerToken(rawHeaders: readonly string[]): string | undefined {
  const values = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization',
  );
  return values.length === 1 ? BEARER.exec(values[0] ?? '')?.[1] : undefined;
}
