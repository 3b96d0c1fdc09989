/** One chunk that was found. */
export interface Found {
  id: string;
  score: number;
  metadata: Record<string, unknown>;
}

export interface QueryOptions {
  k: number;
  filter?: Record<string, unknown>;
}

/** One project of a running server, over its public API. */
export interface ProjectClient {
  /** Returns how many chunks the texts made. */
  add(texts: readonly string[], metadata: readonly Record<string, unknown>[]): Promise<number>;
  query(text: string, options: QueryOptions): Promise<Found[]>;
}

/** Makes a new project; it belongs to the tenant of the headers' token. */
export async function createProject(origin: string, headers: Record<string, string>): Promise<ProjectClient> {
  const post = async (path: string, body: object): Promise<unknown> => {
    const url = `${origin}/v2/aiproducts/askyoda/v2/${path}`;
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const names = { project_name: 'bench', collection_name: 'bench', embeddings_provider: 'openai' };
  const { project_id } = (await post('', names)) as { project_id: string };
  return {
    add: async (texts, metadata) => {
      const added = (await post(`${project_id}/add_text/`, { texts, metadata })) as { chunk_count: number };
      return added.chunk_count;
    },
    query: async (query, { k, filter }) => {
      const found = (await post(`${project_id}/query/`, { query, k, filter_documents: filter })) as QueryAnswer;
      return found.result.map(({ id, score, payload }) => ({ id, score, metadata: payload.metadata }));
    },
  };
}

interface QueryAnswer {
  result: { id: string; score: number; payload: { metadata: Record<string, unknown> } }[];
}
