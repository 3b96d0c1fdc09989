import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import type { BotPrompt } from './bot-prompt.ts';

/** Bot profiles in SQL. The caller has seen to it that the project is the tenant's. */
@Injectable()
export class PromptsStore {
  constructor(private readonly database: Database) {}

  async find(projectId: string): Promise<BotPrompt | undefined> {
    const [prompt] = await this.database.query<BotPrompt>(
      `select name, model, body as text, params, system_prompt as "systemPrompt", file_urls as "fileUrls"
       from bot_prompt where project_id = $1`,
      [projectId],
    );
    return prompt;
  }

  /** Takes the place of the one there is. Throws when the project is gone. */
  async put(projectId: string, prompt: BotPrompt): Promise<void> {
    await this.database.query(
      `insert into bot_prompt (project_id, name, model, body, params, system_prompt, file_urls)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (project_id) do update set name = excluded.name, model = excluded.model, body = excluded.body,
         params = excluded.params, system_prompt = excluded.system_prompt, file_urls = excluded.file_urls`,
      [projectId, ...columns(prompt)],
    );
  }

  /** Whether the project has a profile of this name. */
  async replace(projectId: string, name: string, prompt: BotPrompt): Promise<boolean> {
    const replaced = await this.database.query(
      `update bot_prompt set name = $3, model = $4, body = $5, params = $6, system_prompt = $7, file_urls = $8
       where project_id = $1 and name = $2 returning name`,
      [projectId, name, ...columns(prompt)],
    );
    return replaced.length > 0;
  }

  /** Whether there was one. */
  async delete(projectId: string): Promise<boolean> {
    const deleted = await this.database.query('delete from bot_prompt where project_id = $1 returning name', [
      projectId,
    ]);
    return deleted.length > 0;
  }
}

function columns({ name, model, text, params, systemPrompt, fileUrls }: BotPrompt): unknown[] {
  return [name, model, text, JSON.stringify(params), systemPrompt, fileUrls];
}
