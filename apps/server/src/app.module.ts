import { type DynamicModule, Module } from '@nestjs/common';
import { BudgetsModule } from './budgets/budgets.module.ts';
import { CONFIG, type Config } from './config.ts';
import { ConversationsModule } from './conversations/conversations.module.ts';
import { DatabaseModule } from './database/database.module.ts';
import type { Database } from './database/database.ts';
import { DocumentsModule } from './documents/documents.module.ts';
import { GenerateModule } from './generate/generate.module.ts';
import { HealthModule } from './health/health.module.ts';
import type { TokenVerifier } from './http/auth/token-verifier.ts';
import type { Drain } from './http/shutdown/drain.ts';
import { HttpModule } from './http/http.module.ts';
import { IdempotencyModule } from './idempotency/idempotency.module.ts';
import { LlmModule } from './llm/llm.module.ts';
import { LOGGER, type Logger } from './logging.ts';
import { ModelsModule } from './models/models.module.ts';
import { PassagesModule } from './passages/passages.module.ts';
import { ProjectsModule } from './projects/projects.module.ts';
import { PromptsModule } from './prompts/prompts.module.ts';
import { RequestsModule } from './requests/requests.module.ts';

/** What the application is made of and does not make itself. */
export interface Collaborators {
  config: Config;
  database: Database;
  verifier: TokenVerifier;
  drain: Drain;
  logger: Logger;
}

/** The list of rooms. */
@Module({})
export class AppModule {
  static forRoot({ config, database, verifier, drain, logger }: Collaborators): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        // Interceptors stand in this order: what the contract refuses is recorded too.
        RequestsModule,
        HttpModule.forRoot(verifier, drain),
        DatabaseModule.forRoot(database),
        IdempotencyModule,
        LlmModule.forRoot(config),
        BudgetsModule,
        ProjectsModule,
        PromptsModule,
        DocumentsModule,
        PassagesModule,
        ConversationsModule,
        GenerateModule,
        ModelsModule,
        HealthModule,
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
      ],
      exports: [CONFIG, LOGGER],
    };
  }
}
