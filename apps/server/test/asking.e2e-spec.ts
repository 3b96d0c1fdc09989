import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Garden, type Json, openGarden } from './garden.ts';
import { ASK_YODA } from './harness.ts';

let garden: Garden;
beforeAll(async () => {
  garden = await openGarden();
});
afterAll(() => garden.server.close());
beforeEach(() => garden.plantAnew());

const call: Garden['call'] = (...request) => garden.call(...request);

describe("the published cookbook's sequence, with only the host changed", () => {
  it('create, add, ask, list, delete a chunk, delete the project', async () => {
    const created = await garden.server.request('alice', 'POST', `${ASK_YODA}/`, {
      project_name: 'cookbook',
      collection_name: 'cookbook',
      embeddings_provider: 'openai',
      db_provider: 'qdrant',
    });
    garden.project = ((await created.json()) as { project_id: string }).project_id;
    expect((await call('POST', 'add_text/', { texts: ['Bread rises for an hour.', 'Soup simmers.'] })).status).toBe(
      201,
    );
    const answer = await call('POST', 'ask_llm/', { query: 'How long does bread rise?', k: 3 });
    expect(answer).toMatchObject({ status: 200, json: { llm_provider: 'local', llm_model: 'extractive' } });
    expect(answer.json.result).toContain('Bread rises for an hour.');
    const listed = await call('POST', 'list_chunks_ids/', { limit: 10 });
    const [first, second] = listed.json.chunks_ids as string[];
    expect(await call('DELETE', `delete_chunk/?id=${first}`)).toMatchObject({ status: 200, json: { result: 'Done!' } });
    expect((await call('POST', 'list_chunks_ids/', {})).json.chunks_ids).toEqual([second]);
    expect((await call('DELETE', '')).status).toBe(204);
  });
});

describe('update_project', () => {
  it('changes what is named, leaves the rest, and says what is done otherwise', async () => {
    const wish = { llm_provider: 'openai', llm_model: 'echo', chunk_size: 500, ocr_provider: 'google' };
    expect(await call('PATCH', 'update_project/', wish)).toMatchObject({
      status: 200,
      json: { ...wish, speech_to_text_provider: 'openai', chunk_separators: null },
    });
    const again = await call('PATCH', 'update_project/', { chunk_separators: ['\n'], llm_model: '', chunk_size: null });
    expect(again.json).toMatchObject({ ...wish, chunk_separators: ['\n'], adjustments: [] });
    expect((await call('GET', 'info/')).json).toMatchObject({ llm_provider: 'openai', llm_model: 'echo' });
  });

  it('refuses values out of bounds by name', async () => {
    expect(await call('PATCH', 'update_project/', { chunk_size: 10_001 })).toMatchObject({
      status: 400,
      json: { error: { message: { chunk_size: [expect.any(String)] } } },
    });
  });
});

describe('ask_llm', () => {
  it('is what a bot reads `result` of', async () => {
    const { json } = await call('POST', 'ask_llm/', { query: 'How often do I water a cactus?', k: 1 });
    expect(json.result).toContain('every two weeks');
    expect(json).toMatchObject({ cost: 0, sources: [{ metadata: { plant: 'cactus' } }], retrieval: { k: 1 } });
  });

  it('sends history, system message, defaults and passages to the model that is asked', async () => {
    const history = [
      { user: 'Hello', assistant: 'Good day' },
      { role: 'user', content: 'Plants?' },
      { role: 'assistant', message: 'Yes' },
    ];
    const body = {
      query: 'And a cactus?',
      llm_provider: 'openai',
      llm_model: 'echo',
      chatbot_global_action: 'Be brief.',
    };
    expect((await call('POST', 'ask_llm/', { ...body, history })).json).toMatchObject({ llm_provider: 'openai' });
    const said = garden.lastPrompt().map(({ role, content }) => `${role}: ${content}`);
    for (const line of ['system: Be brief.', 'user: Hello', 'assistant: Good day', 'user: Plants?', 'assistant: Yes']) {
      expect(said).toContain(line);
    }
    expect(said.at(-1)).toBe('user: And a cactus?');
    expect(garden.server.upstream.requests.at(-1)!.body).toMatchObject({ temperature: 0, max_completion_tokens: 1024 });
  });

  it.each([
    ['by header', {}, { 'x-groundwire-strict': 'true' }],
    ['by body', { strict: true }, {}],
  ])('is refused rather than changed when it is strict %s, every change named', async (_how, strict, headers) => {
    const body = { query: 'Cactus?', llm_provider: 'openai', llm_model: 'echo', ...strict };
    const asked = garden.server.upstream.requests.length;
    const refused = await call('POST', 'ask_llm/', { ...body, colour: 'green', top_n: 2, k: 2_000 }, headers);
    expect([refused.status, refused.json.error]).toMatchObject([400, { type: 'unsupported_parameter' }]);
    const { message } = refused.json.error as { message: Json };
    expect(Object.keys(message).sort()).toEqual(['colour', 'k', 'top_n']);
    expect(garden.server.upstream.requests).toHaveLength(asked);
    expect((await call('POST', 'ask_llm/', body, headers)).status).toBe(200);
  });

  it('and query in the shapes of the other are strict as well', async () => {
    const [strict, published] = [{ 'x-groundwire-strict': 'true' }, { 'x-groundwire-compat': 'askyoda-spec' }];
    const body = { query: 'Cactus?', use_reranking: true };
    for (const headers of [strict, { ...strict, ...published }]) {
      const refused = await call('POST', 'query/', body, headers);
      expect(refused).toMatchObject({
        status: 400,
        json: { error: { message: { use_reranking: [expect.any(String)] } } },
      });
      expect((await call('POST', 'ask_llm/', body, headers)).status).toBe(400);
    }
    for (const headers of [{}, published]) expect((await call('POST', 'query/', body, headers)).status).toBe(200);
    expect((await call('POST', 'query/', { query: 'Cactus?' }, strict)).status).toBe(200);
  });

  it('asks the model of the project when the request names none', async () => {
    await call('PATCH', 'update_project/', { llm_provider: 'openai', llm_model: 'echo' });
    expect((await call('POST', 'ask_llm/', { query: 'Cactus?' })).json.llm_provider).toBe('openai');
    expect((await call('POST', 'ask_llm/', { query: 'Cactus?', llm_provider: 'local' })).json.llm_provider).toBe(
      'local',
    );
    const unnamed = await call('POST', 'ask_llm/', { query: 'Cactus?', llm_provider: 'mistral' });
    expect(unnamed).toMatchObject({ status: 400, json: { error: { message: { llm_model: [expect.any(String)] } } } });
  });

  it('takes an untouched form with a key in its body, and mentions the key nowhere', async () => {
    const form = {
      query: 'How often do I water a cactus?',
      auth: 'secret-key',
      llm_provider: '',
      llm_model: '',
      history: [],
      chatbot_global_action: '',
      filter_documents: {},
      k: '',
      min_score: null,
      conversation_id: '',
      temperature: null,
    };
    const { status, json } = await call('POST', 'ask_llm/', form);
    expect(status).toBe(200);
    expect(JSON.stringify(json)).not.toContain('secret-key');
    expect(json.adjustments).toEqual([]);
  });

  it('reports what it does not carry out, and refuses a history that says nothing', async () => {
    const { json } = await call('POST', 'ask_llm/', { query: 'Cactus?', use_reranking: true, top_n: 2, odd: 1 });
    // No reranking model is configured here.
    expect((json.adjustments as Json[]).map(({ parameter }) => parameter)).toEqual(['odd', 'use_reranking']);
    const alone = await call('POST', 'ask_llm/', { query: 'Cactus?', top_n: 2 });
    expect(alone.json.adjustments).toMatchObject([{ parameter: 'top_n', action: 'not_executed' }]);
    const refused = await call('POST', 'ask_llm/', { query: 'x', history: [{ user: 'a' }, { nothing: 1 }] });
    expect(refused).toMatchObject({ status: 400, json: { error: { message: { 'history.1': [expect.any(String)] } } } });
  });
});

describe('x-groundwire-compat: askyoda-spec', () => {
  const published = { 'x-groundwire-compat': 'askyoda-spec' };
  const chunk = {
    id: expect.any(String),
    version: expect.any(Number),
    payload: { page_content: 'Water a cactus every two weeks.', place: {}, metadata: { plant: 'cactus' } },
    vector: null,
  };

  it('turns ask_llm and query round, and adds chunks to generate', async () => {
    const query = 'How often do I water a cactus?';
    const asked = await call('POST', 'ask_llm/', { query, k: 1 }, published);
    const [item] = asked.json.result as { score: number }[];
    expect(asked.json).toEqual({ result: [{ ...chunk, score: item!.score }] });
    expect(Number.isInteger(item!.score) && item!.score > 1).toBe(true);
    expect((await call('POST', 'query/', { query }, published)).json).toMatchObject({
      result: expect.stringContaining('every two weeks'),
      llm_provider: 'local',
      llm_model: 'extractive',
    });
    const messages = [{ role: 'user', content: query }];
    const generated = await call('POST', 'generate/', { model: 'local/extractive', messages, k: 1 }, published);
    expect(generated.json).toMatchObject({ object: 'chat.completion', result: [{ score: item!.score }] });
    const usual = await call('POST', 'generate/', { model: 'local/extractive', messages });
    expect(usual.json).not.toHaveProperty('result');
  });
});
