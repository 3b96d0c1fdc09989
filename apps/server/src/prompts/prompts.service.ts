import { Injectable } from '@nestjs/common';
import type { BotPrompt as BotPromptBody, ChatMessage } from '@groundwire/client';
import { Problem } from '../http/problems/problem.ts';
import { ProjectsService } from '../projects/projects.service.ts';
import type { BotPrompt } from './bot-prompt.ts';
import { fillIn } from './fill-in.ts';
import { PromptsStore } from './prompts.store.ts';

/** The bot profile of a project, of which it has one at most. Throws a Problem (404) for a project that is not the tenant's. */
@Injectable()
export class PromptsService {
  constructor(
    private readonly projects: ProjectsService,
    private readonly store: PromptsStore,
  ) {}

  /** The profile, or none. */
  async list(tenant: string, projectId: string): Promise<BotPromptBody[]> {
    await this.projects.require(tenant, projectId);
    const prompt = await this.store.find(projectId);
    return prompt === undefined ? [] : [toBody(prompt)];
  }

  async create(tenant: string, projectId: string, prompt: BotPrompt): Promise<BotPromptBody> {
    await this.projects.require(tenant, projectId);
    await this.store.put(projectId, prompt);
    return toBody(prompt);
  }

  /** Throws a Problem (404) when the profile has another name, or there is none. */
  async update(tenant: string, projectId: string, name: string, prompt: BotPrompt): Promise<void> {
    await this.projects.require(tenant, projectId);
    if (!(await this.store.replace(projectId, name, prompt))) throw new Problem('not_found');
  }

  async remove(tenant: string, projectId: string): Promise<void> {
    await this.projects.require(tenant, projectId);
    if (!(await this.store.delete(projectId))) throw new Problem('not_found');
  }

  /** What a request that names no model asks. */
  async modelOf(projectId: string): Promise<string | undefined> {
    return (await this.store.find(projectId))?.model;
  }

  /** The chat behind what the project's bot is told. */
  async prepend(projectId: string | undefined, messages: ChatMessage[]): Promise<ChatMessage[]> {
    const prompt = projectId === undefined ? undefined : await this.store.find(projectId);
    if (prompt === undefined) return messages;
    const told = [prompt.systemPrompt, fillIn(prompt.text, prompt.params)].filter((part) => part !== null);
    return [{ role: 'system', content: told.join('\n\n') }, ...messages];
  }
}

function toBody({ systemPrompt, fileUrls, ...prompt }: BotPrompt): BotPromptBody {
  const reason = 'Files of a profile are not read; add them to the project with add_url.';
  const unread = { parameter: 'file_urls', action: 'not_executed', from: fileUrls, reason, provider: null } as const;
  const adjustments = fileUrls.length > 0 ? [unread] : [];
  return { ...prompt, system_prompt: systemPrompt, file_urls: fileUrls, adjustments };
}
