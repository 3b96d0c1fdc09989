import { setTimeout as wait } from 'node:timers/promises';
import type { Server } from '../server-process/start-server.ts';
import { apiOf } from './call-api.ts';

/** Fills and empties projects of a running server. What does so returns how many chunks came or went. */
export interface Library {
  addProject(settings?: { chunk_size?: number }): Promise<string>;
  addTexts(projectId: string, texts: readonly string[]): Promise<number>;
  /** Waits until the file is read. */
  addFile(projectId: string, content: string): Promise<number>;
  deleteFiles(projectId: string): Promise<number>;
  deleteProject(projectId: string): Promise<number>;
}

interface FileRecord {
  file_id: string;
  status: string;
  chunk_count: number;
  error: string | null;
}

const NAMES = { project_name: 'bench', collection_name: 'bench', embeddings_provider: 'openai' };
const TEXTS_PER_CALL = 500;
const POLL_MS = 100;

export function openLibrary(server: Server): Library {
  const call = apiOf(server);
  return {
    addProject: async (settings) =>
      (await call<{ project_id: string }>('POST', '', { ...NAMES, ...settings })).project_id,
    addTexts: async (projectId, texts) => {
      let chunks = 0;
      for (let first = 0; first < texts.length; first += TEXTS_PER_CALL) {
        const body = { texts: texts.slice(first, first + TEXTS_PER_CALL) };
        chunks += (await call<{ chunk_count: number }>('POST', `${projectId}/add_text/`, body)).chunk_count;
      }
      return chunks;
    },
    addFile: async (projectId, content) => {
      const form = new FormData();
      form.append('file', new Blob([content]), 'bench.txt');
      const { file_id: id } = await call<FileRecord>('POST', `${projectId}/add_file/`, form);
      for (;;) {
        const { status, error, chunk_count: chunks } = await call<FileRecord>('GET', `${projectId}/files/${id}/`);
        if (status === 'succeeded') return chunks;
        if (status === 'failed') throw new Error(`The file failed: ${error}`);
        await wait(POLL_MS);
      }
    },
    deleteFiles: async (projectId) => {
      let chunks = 0;
      for (const file of await call<FileRecord[]>('GET', `${projectId}/files/`)) {
        await call('DELETE', `${projectId}/files/${file.file_id}/`);
        chunks += file.chunk_count;
      }
      return chunks;
    },
    deleteProject: async (projectId) => {
      const { collection_size: chunks } = await call<{ collection_size: number }>('GET', `${projectId}/info/`);
      await call('DELETE', `${projectId}/`);
      return chunks;
    },
  };
}
