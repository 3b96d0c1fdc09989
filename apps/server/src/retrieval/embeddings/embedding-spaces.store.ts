import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.ts';
import type { EmbeddedProject, EmbeddingProgress, EmbeddingSpace } from './embedding-space.ts';

const COLUMNS = `embedding_space.id, embedding_space.project_id as "projectId", model, dimensions, embedding_space.status,
  mean_cosine as "meanCosine", sampled_at as "sampledAt"`;

/** Pairs of chunks that the mean cosine is taken of. */
const SAMPLED_PAIRS = 1_000;

/** As if so many pairs with cosine 0 had been seen: the few chunks of a small project may all be about one thing. */
const PRIOR_PAIRS = 20;

/** So long another process leaves a space alone after the last sign of life. */
const LEASE_SECONDS = 30;

/** Who works on a space: until then it is theirs, by `performance.now()` of their process. */
export interface SpaceHolder {
  untilMs: number;
}

/** The spaces of projects in SQL; their vectors are in chunk-vectors.store.ts. */
@Injectable()
export class EmbeddingSpacesStore {
  constructor(private readonly database: Database) {}

  /** Undefined when there is no such project. */
  async read(projectId: string): Promise<EmbeddedProject | undefined> {
    const rows = await this.database.query<{ provider: string; chunkCount: number } & EmbeddingSpace>(
      `select embeddings_provider as provider, chunk_count as "chunkCount", ${COLUMNS}
       from project left join embedding_space on embedding_space.project_id = project.id
                    and embedding_space.status <> 'retired'
       where project.id = $1 and tenant is not null`,
      [projectId],
    );
    const [first] = rows;
    if (first === undefined) return undefined;
    const spaceOf = (status: string): EmbeddingSpace | undefined => rows.find((row) => row.status === status);
    const { provider: embeddingsProvider, chunkCount } = first;
    return { embeddingsProvider, chunkCount, active: spaceOf('active'), building: spaceOf('building') };
  }

  /**
   * Makes a space unless the project has one with this status already, or has turned to another provider meanwhile; the one
   * it has then, if any.
   */
  async make(
    space: Pick<EmbeddingSpace, 'projectId' | 'model' | 'dimensions' | 'status'>,
    embeddingsProvider: string,
  ): Promise<EmbeddingSpace | undefined> {
    const { projectId, model, dimensions, status } = space;
    await this.database.query(
      `insert into embedding_space (project_id, model, dimensions, status)
       select id, $2, $3, $4 from project where id = $1 and tenant is not null and embeddings_provider = $5
       on conflict (project_id, status) where status <> 'retired' do nothing`,
      [projectId, model, dimensions, status, embeddingsProvider],
    );
    const [made] = await this.database.query<EmbeddingSpace>(
      `select ${COLUMNS} from embedding_space where project_id = $1 and status = $2`,
      [projectId, status],
    );
    return made;
  }

  /** Gives a space up: from now on nobody compares in it or adds to it. */
  async retire(spaceId: number): Promise<void> {
    await this.database.query(`update embedding_space set status = 'retired' where id = $1`, [spaceId]);
  }

  /**
   * Puts a space that is complete in the place of the active one, unless another process did, or gave it up. False when a
   * chunk is missing in it.
   */
  async activate({ id, projectId }: EmbeddingSpace): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      // Without this look a second one would retire what the first has just made active.
      const building = `select from embedding_space where id = $1 and status = 'building' for update`;
      if ((await transaction.query(building, [id])).length === 0) return true;
      const missing = await transaction.query(`${MISSING} limit 1`, [projectId, id]);
      if (missing.length > 0) return false;
      const retire = `update embedding_space set status = 'retired' where project_id = $1 and status = 'active'`;
      await transaction.query(retire, [projectId]);
      await transaction.query(`update embedding_space set status = 'active' where id = $1 and status = 'building'`, [
        id,
      ]);
      return true;
    });
  }

  /** What is to be done: spaces to build, and spaces whose vectors are to be removed. */
  async unfinished(): Promise<{ id: number; projectId: string; status: 'building' | 'retired' }[]> {
    return this.database.query(
      `select id, project_id as "projectId", status from embedding_space where status <> 'active' order by id`,
    );
  }

  /** Every project that has a space: whose vectors may be of another model than the one that is wanted now. */
  async projectIds(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>('select distinct project_id as id from embedding_space');
    return rows.map(({ id }) => id);
  }

  /**
   * Whether this process may work on the space; to be asked again before each step, and while one lasts. `busy`: another
   * one is at work on it, or was half a minute ago. `gone`: nobody needs it any more.
   */
  async lease(spaceId: number, holder: SpaceHolder): Promise<'held' | 'busy' | 'gone'> {
    const askedMs = performance.now();
    const rows = await this.database.query(
      `update embedding_space set leased_until = now() + make_interval(secs => ${LEASE_SECONDS})
       where id = $1 and status <> 'retired' and ($2 or leased_until is null or leased_until < now()) returning id`,
      // PGlite has no other process: who held it is dead.
      [spaceId, askedMs < holder.untilMs || this.database.engine === 'pglite'],
    );
    holder.untilMs = rows.length > 0 ? askedMs + LEASE_SECONDS * 1_000 : 0;
    if (rows.length > 0) return 'held';
    const left = await this.database.query(`select from embedding_space where id = $1 and status <> 'retired'`, [
      spaceId,
    ]);
    return left.length > 0 ? 'busy' : 'gone';
  }

  async release(spaceId: number, { untilMs }: SpaceHolder): Promise<void> {
    if (performance.now() >= untilMs) return;
    await this.database.query('update embedding_space set leased_until = null where id = $1', [spaceId]);
  }

  async progress(projectId: string): Promise<EmbeddingProgress[]> {
    return this.database.query<EmbeddingProgress>(
      `select model, dimensions, embedding_space.status, project.chunk_count as chunks,
              (select count(*)::int from chunk_vector join document on document.id = chunk_vector.document_id
               where space_id = embedding_space.id and document.status = 'succeeded') as "embeddedChunks"
       from embedding_space join project on project.id = embedding_space.project_id
       where project_id = $1 and embedding_space.status <> 'retired' order by embedding_space.status`,
      [projectId],
    );
  }

  /** Takes the mean cosine anew, of a project that has so many chunks now. */
  async sampleMeanCosine({ id }: EmbeddingSpace, chunkCount: number): Promise<number> {
    const [space] = await this.database.query<{ meanCosine: number }>(SAMPLE, [id, chunkCount]);
    return space?.meanCosine ?? 0;
  }
}

/** Searchable chunks of project $1 that have no vector in space $2. */
const MISSING = `
select from chunk join document on document.id = chunk.document_id
where chunk.project_id = $1 and document.status = 'succeeded'
and not exists (select from chunk_vector where chunk_vector.chunk_id = chunk.id and space_id = $2)`;

const SAMPLE = `
with sampled as materialized (
  select chunk_id, row_number() over () as place
  from (select chunk_id from chunk_vector where space_id = $1 order by random() limit ${SAMPLED_PAIRS + 1}) as chosen
), pair as (
  select coalesce(sum(-(one.vec <#> other.vec)), 0) as total, count(*) as pairs
  from sampled as first join sampled as second on second.place = first.place + 1
  join chunk_vector as one on one.chunk_id = first.chunk_id and one.space_id = $1
  join chunk_vector as other on other.chunk_id = second.chunk_id and other.space_id = $1
)
update embedding_space set sampled_at = $2, mean_cosine = least(0.95, greatest(0, total / (pairs + ${PRIOR_PAIRS})))
from pair where id = $1 returning mean_cosine as "meanCosine"`;
