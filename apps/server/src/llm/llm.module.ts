import { type DynamicModule, Module, type OnApplicationShutdown, Inject } from '@nestjs/common';
import { MODEL_PARAMETERS, OPEN_AI_PARAMETERS } from '@groundwire/dto';
import { createLlm, type Llm } from '@groundwire/llm';
import type { UpstreamSettings } from '../config.ts';
import { LLM } from './llm.token.ts';

/** Binds packages/llm into Nest. */
@Module({})
export class LlmModule implements OnApplicationShutdown {
  constructor(@Inject(LLM) private readonly llm: Llm) {}

  static forRoot(settings: UpstreamSettings): DynamicModule {
    return {
      module: LlmModule,
      global: true,
      providers: [
        {
          provide: LLM,
          useFactory: () => createLlm({ ...settings, parameterNames: [...MODEL_PARAMETERS, ...OPEN_AI_PARAMETERS] }),
        },
      ],
      exports: [LLM],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.llm.close();
  }
}
