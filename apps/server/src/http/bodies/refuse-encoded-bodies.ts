import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems/problem.ts';

/**
 * Answers 415 to a body that is compressed, whatever its type, before any of it is read: what one unpacks to is not known
 * until it is.
 */
export function refuseEncodedBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ headers }, _reply, done) => {
    const encoding = headers['content-encoding'] ?? '';
    if (encoding === '' || encoding.toLowerCase() === 'identity') return done();
    done(new Problem('unsupported_media_type', 'Send the body as it is, without content-encoding.'));
  });
}
