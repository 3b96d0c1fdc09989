import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Conversation, ConversationDetail } from '@groundwire/client';
import { ConversationRequestDto, NewConversationDto, Operation } from '@groundwire/dto';
import { Tenant } from '../http/auth/tenant.decorator.ts';
import { ConversationsService, type Page } from './conversations.service.ts';

const DEFAULT_LIMIT = 1_000;
const FIRST_PAGE = { limit: DEFAULT_LIMIT, after: undefined };

@Controller()
export class ConversationsController {
  constructor(private readonly conversations: ConversationsService) {}

  @Operation('listConversations')
  list(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Query('limit') limit: string | undefined,
    @Query('after') after: string | undefined,
  ): Promise<Conversation[]> {
    return this.conversations.list(tenant, projectId, { limit: limitOf(limit), after: after || undefined });
  }

  @Operation('createConversation')
  create(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Body() body: NewConversationDto,
  ): Promise<Conversation> {
    return this.conversations.create(tenant, projectId, body);
  }

  @Operation('getConversation')
  get(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Param('conversation_id') id: string,
    @Query('limit') limit: string | undefined,
    @Query('after') after: string | undefined,
  ): Promise<ConversationDetail> {
    const page: Page<number> = { limit: limitOf(limit), after: after ? Number(after) : undefined };
    return this.conversations.get({ tenant, projectId, id }, page);
  }

  @Operation('replaceConversationName')
  replaceName(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Param('conversation_id') id: string,
    @Body() body: ConversationRequestDto,
  ): Promise<ConversationDetail> {
    return this.conversations.rename({ tenant, projectId, id }, body.name ?? null, FIRST_PAGE);
  }

  @Operation('updateConversationName')
  updateName(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Param('conversation_id') id: string,
    @Body() body: ConversationRequestDto,
  ): Promise<ConversationDetail> {
    return this.conversations.rename({ tenant, projectId, id }, body.name, FIRST_PAGE);
  }

  @Operation('deleteConversation')
  delete(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Param('conversation_id') id: string,
  ): Promise<void> {
    return this.conversations.delete({ tenant, projectId, id });
  }
}

/** The contract has seen to it that it is a number; an empty one counts as not given. */
function limitOf(limit: string | undefined): number {
  return limit ? Number(limit) : DEFAULT_LIMIT;
}
