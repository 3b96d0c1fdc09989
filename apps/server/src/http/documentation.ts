import { readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { parse } from 'yaml';

/** openapi.yaml at the root of the repository, from `src/http` and `dist/http` alike. */
const CONTRACT = new URL('../../../../openapi.yaml', import.meta.url);

/** Swagger UI at `/docs`, the contract itself at `/openapi.yaml` and `/openapi.json`. Nothing is loaded from elsewhere. */
export function serveDocumentation(app: NestFastifyApplication): void {
  const document = parse(readFileSync(CONTRACT, 'utf8')) as OpenAPIObject;
  app.getHttpAdapter().get('/', (_request: unknown, reply: FastifyReply) => reply.redirect('/docs'));
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: 'Groundwire',
    swaggerOptions: {
      persistAuthorization: true,
      tryItOutEnabled: true,
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
    },
  });
}
