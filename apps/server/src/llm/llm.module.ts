import { type DynamicModule, Module, type OnApplicationShutdown, Inject } from '@nestjs/common';
import { MODEL_PARAMETERS, OPEN_AI_PARAMETERS } from '@groundwire/dto';
import { createLlm, createModelTable, type Llm } from '@groundwire/llm';
import type { Config } from '../config.ts';
import { CallCosts } from './call-costs.service.ts';
import { LLM, MODEL_TABLE } from './llm.token.ts';

/** Binds packages/llm into Nest. */
@Module({})
export class LlmModule implements OnApplicationShutdown {
  constructor(@Inject(LLM) private readonly llm: Llm) {}

  static forRoot({ llm, models }: Pick<Config, 'llm' | 'models'>): DynamicModule {
    return {
      module: LlmModule,
      global: true,
      providers: [
        {
          provide: LLM,
          useFactory: () => createLlm({ ...llm, parameterNames: [...MODEL_PARAMETERS, ...OPEN_AI_PARAMETERS] }),
        },
        { provide: MODEL_TABLE, useFactory: () => createModelTable(models) },
        CallCosts,
      ],
      exports: [LLM, MODEL_TABLE, CallCosts],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.llm.close();
  }
}
