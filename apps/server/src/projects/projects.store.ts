import { Injectable } from '@nestjs/common';
import type { Limits } from '@groundwire/client';
import { Database } from '../database/database.ts';
import type { Project } from './project.ts';

/** What a project is created from. */
export type NewProject = Omit<Project, 'speechToTextProvider' | 'chunkCount' | 'createdAt' | 'limits'> & {
  limits?: Limits;
  /** Wishes of the creator that nothing reads yet. */
  settings: Record<string, unknown>;
};

/** What is null stays as it is. */
export type ProjectChange = Pick<Project, 'llmProvider' | 'llmModel' | 'chunkSize' | 'chunkSeparators'> & {
  embeddingsProvider: string | null;
  settings: Record<string, unknown>;
};

export type UpdatedProject = Project & { ocrProvider: string };

const COLUMNS = `
  id, project_name as "projectName", collection_name as "collectionName", embeddings_provider as "embeddingsProvider",
  llm_provider as "llmProvider", llm_model as "llmModel", chunk_size as "chunkSize",
  coalesce(settings ->> 'speech_to_text_provider', 'openai') as "speechToTextProvider",
  chunk_separators as "chunkSeparators", limits, chunk_count as "chunkCount", created_at as "createdAt"`;

/** Projects in SQL. Every look-up takes the tenant beside the id. */
@Injectable()
export class ProjectsStore {
  constructor(private readonly database: Database) {}

  /** False, and nothing done, when the id is taken, by whomever. */
  async insert(tenant: string, project: NewProject): Promise<boolean> {
    const inserted = await this.database.query(
      `insert into project (id, tenant, project_name, collection_name, embeddings_provider, llm_provider, llm_model,
                            chunk_size, chunk_separators, settings, limits)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing returning id`,
      [
        project.id,
        tenant,
        project.projectName,
        project.collectionName,
        project.embeddingsProvider,
        project.llmProvider,
        project.llmModel,
        project.chunkSize,
        project.chunkSeparators,
        JSON.stringify(project.settings),
        JSON.stringify(project.limits ?? {}),
      ],
    );
    return inserted.length > 0;
  }

  /** The project as it is now, with its wish for OCR; undefined when there is none. */
  async update(tenant: string, id: string, change: ProjectChange): Promise<UpdatedProject | undefined> {
    const [project] = await this.database.query<UpdatedProject>(
      `update project set
         llm_provider = coalesce($3, llm_provider), llm_model = coalesce($4, llm_model),
         chunk_size = coalesce($5, chunk_size), chunk_separators = coalesce($6::text[], chunk_separators),
         embeddings_provider = coalesce($8, embeddings_provider), settings = settings || $7::jsonb
       where tenant = $1 and id = $2
       returning ${COLUMNS}, coalesce(settings ->> 'ocr_provider', 'amazon') as "ocrProvider"`,
      [
        tenant,
        id,
        change.llmProvider,
        change.llmModel,
        change.chunkSize,
        change.chunkSeparators,
        JSON.stringify(change.settings),
        change.embeddingsProvider,
      ],
    );
    return project;
  }

  /** The project as it is now; undefined when there is none. */
  async replaceLimits(tenant: string, id: string, limits: Limits): Promise<Project | undefined> {
    const [project] = await this.database.query<Project>(
      `update project set limits = $3 where tenant = $1 and id = $2 returning ${COLUMNS}`,
      [tenant, id, JSON.stringify(limits)],
    );
    return project;
  }

  async list(tenant: string): Promise<Project[]> {
    return this.database.query<Project>(`select ${COLUMNS} from project where tenant = $1 order by created_at, id`, [
      tenant,
    ]);
  }

  async find(tenant: string, id: string): Promise<Project | undefined> {
    const [project] = await this.database.query<Project>(
      `select ${COLUMNS} from project where tenant = $1 and id = $2`,
      [tenant, id],
    );
    return project;
  }

  /** Whether there was such a project. From now on it is nobody's, and its files are read no further. */
  async delete(tenant: string, id: string): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      // Files before the project, in the order of their ids, as every deletion locks them.
      await transaction.query(
        `with reading as (
           select id from file
           where project_id = (select id from project where tenant = $1 and id = $2) and status in ('receiving', 'processing')
           order by id for update)
         update file set status = 'failed' from reading where file.id = reading.id`,
        [tenant, id],
      );
      const deleted = await transaction.query(
        'update project set tenant = null where tenant = $1 and id = $2 returning id',
        [tenant, id],
      );
      return deleted.length > 0;
    });
  }

  get engine(): string {
    return this.database.engine;
  }
}
