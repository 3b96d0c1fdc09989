import { Controller, Param, Query } from '@nestjs/common';
import type { BotPrompt } from '@groundwire/client';
import { Operation } from '@groundwire/dto';
import { Tenant } from '../http/auth/tenant.decorator.ts';
import { PromptsService } from './prompts.service.ts';
import { type PromptQuery, readPrompt } from './read-prompt.ts';

@Controller()
export class PromptsController {
  constructor(private readonly prompts: PromptsService) {}

  @Operation('listBotPrompts')
  list(@Tenant() tenant: string, @Param('project_id') projectId: string): Promise<BotPrompt[]> {
    return this.prompts.list(tenant, projectId);
  }

  @Operation('createBotPrompt')
  create(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Query() query: PromptQuery,
  ): Promise<BotPrompt> {
    return this.prompts.create(tenant, projectId, readPrompt(query));
  }

  @Operation('updateBotPrompt')
  update(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Param('prompt_name') name: string,
    @Query() query: PromptQuery,
  ): Promise<void> {
    return this.prompts.update(tenant, projectId, name, readPrompt(query));
  }

  @Operation('removeBotPrompt')
  remove(@Tenant() tenant: string, @Param('project_id') projectId: string): Promise<void> {
    return this.prompts.remove(tenant, projectId);
  }
}
