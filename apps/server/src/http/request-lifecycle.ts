import type { FastifyInstance } from 'fastify';
import type { Drain } from './shutdown/drain.ts';
import { Problem } from './problems/problem.ts';

const HEALTH_PATHS = '/health/';

/** What every request gets, whatever answers it: an id in its headers, one log line, and a place in the drain count. */
export function watchRequests(fastify: FastifyInstance, drain: Drain): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    if (drain.isDraining && !request.url.startsWith(HEALTH_PATHS)) return done(new Problem('server_shutting_down'));
    drain.enter();
    reply.raw.once('close', () => drain.leave());
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    // The route, not the URL: a URL may hold what must not be logged.
    const route = routeOptions.url ?? 'none';
    request.log.info({ method, route, status: reply.statusCode, durationMs: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
}
