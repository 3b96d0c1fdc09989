import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Library, openLibrary } from '../../documents/testing/open-library.ts';
import { createLogger } from '../../logging.ts';
import { ProjectsStore } from '../projects.store.ts';
import { insertProject } from '../testing/insert-project.ts';
import { RemovalService } from './removal.service.ts';
import { RemovalStore } from './removal.store.ts';

const CHUNKS = 450;

let library: Library;
let projects: ProjectsStore;
let removal: RemovalStore;
beforeAll(async () => {
  library = await openLibrary();
  projects = new ProjectsStore(library.database);
  removal = new RemovalStore(library.database);
});
afterAll(() => library.close());

async function deleted(): Promise<string> {
  const project = await library.addProject();
  await library.documents.addText(project, {
    texts: Array.from({ length: CHUNKS }, (_, index) => `Text number ${index}.`),
  });
  expect(await projects.delete('tenant', project.id)).toBe(true);
  return project.id;
}

async function count(table: string, projectId: string): Promise<number> {
  const rows = await library.database.query(`select from ${table} where project_id = $1`, [projectId]);
  return rows.length;
}

describe('a deleted project', () => {
  it("is nobody's at once, and its id is free when it is removed", async () => {
    const id = await deleted();
    expect(await projects.find('tenant', id)).toBeUndefined();
    expect((await projects.list('tenant')).map((project) => project.id)).not.toContain(id);
    expect(await projects.delete('tenant', id)).toBe(false);
    await expect(
      library.documents.addText({ id, chunkSize: null, chunkSeparators: null }, { texts: ['Late.'] }),
    ).rejects.toMatchObject({ status: 404 });
    expect(await insertProject(library.database, id, 'tenant')).toBe(false);
    for await (const _ of removal.removeBitByBit(id));
    expect(await insertProject(library.database, id, 'tenant')).toBe(true);
  });

  it('is removed in small steps, and by the next start when the process dies between two of them', async () => {
    const id = await deleted();
    const kept = await library.addProject();
    await library.documents.addText(kept, { texts: ['This one stays.'] });
    const left: number[] = [];
    for await (const _ of removal.removeBitByBit(id)) {
      left.push(await count('chunk', id));
      if (left.length === 2) break;
    }
    expect(left).toEqual([250, 50]);

    const service = new RemovalService(removal, createLogger('silent'));
    service.onApplicationBootstrap();
    await service.removeDeleted();
    await service.beforeApplicationShutdown();
    for (const table of ['chunk', 'chunk_lex', 'chunk_word', 'document', 'lex_df', 'lex_df_change']) {
      expect([table, await count(table, id)]).toEqual([table, 0]);
    }
    expect(await removal.findDeleted()).toEqual([]);
    expect(await count('chunk', kept.id)).toBe(1);
  });

  it('is left where it is when the server stops', async () => {
    const id = await deleted();
    const service = new RemovalService(removal, createLogger('silent'));
    const removing = service.removeDeleted();
    await service.beforeApplicationShutdown();
    await removing;
    expect(await removal.findDeleted()).toEqual([id]);
  });

  it('is removed once when two servers do so together', async () => {
    const id = await deleted();
    await Promise.all(
      [1, 2].map(async () => {
        for await (const _ of removal.removeBitByBit(id));
      }),
    );
    expect(await removal.findDeleted()).not.toContain(id);
  });
});
