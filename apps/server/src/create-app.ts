import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { AppModule, type Collaborators } from './app.module.ts';
import { serveDocumentation } from './http/documentation.ts';
import { readFormBodies } from './http/bodies/form-body.ts';
import { MAX_BODY_BYTES, readJsonBodies } from './http/bodies/json-body.ts';
import { acceptMultipartBodies } from './http/bodies/multipart-body.ts';
import { refuseEncodedBodies } from './http/bodies/refuse-encoded-bodies.ts';
import { refuseConnection } from './http/problems/refuse-connection.ts';
import { sendProblem } from './http/problems/send-problem.ts';
import { watchRequests } from './http/request-lifecycle.ts';
import { timeOrderedId } from './http/time-ordered-id.ts';
import { nestLogger } from './logging.ts';

/** Longest time from the first byte of a request to its last, so that dawdling connections are closed. */
const REQUEST_TIMEOUT_MS = 60_000;
/** How often Node looks for such connections: they end this much later at the most. */
const TIMEOUT_CHECK_INTERVAL_MS = 5_000;

/** The whole application around its collaborators, ready to listen or to be injected into. */
export async function createApp(collaborators: Collaborators): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: collaborators.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => timeOrderedId(),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { connectionsCheckingInterval: TIMEOUT_CHECK_INTERVAL_MS },
    // What fails before Nest sees it; Nest's own way is the ProblemFilter.
    frameworkErrors: sendProblem,
    clientErrorHandler: refuseConnection,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(collaborators), adapter, {
    bodyParser: false,
    logger: nestLogger(collaborators.logger),
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  readJsonBodies(fastify);
  readFormBodies(fastify);
  await acceptMultipartBodies(fastify);
  watchRequests(fastify, collaborators.drain);
  refuseEncodedBodies(fastify);
  serveDocumentation(app);
  await app.init();
  await fastify.ready();
  return app;
}
