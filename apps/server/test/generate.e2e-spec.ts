import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatCompletion, ChatCompletionChunk } from '@groundwire/client';
import { readEvents } from './harness.ts';
import { openShop, OPENING, type Shop } from './projects/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.server.close());

describe('local/extractive', () => {
  it('answers from the passages, with sources and citations that point at their words', async () => {
    const answer = await shop.answer({});
    const { content, annotations = [] } = answer.choices[0]!.message;
    expect(content).toContain('On Sundays we open from 10 to 14.');
    expect(answer).toMatchObject({ object: 'chat.completion', provider: 'local', cost: 0 });
    expect(answer.sources[0]).toMatchObject({
      title: 'Opening hours',
      text: OPENING,
      metadata: { department: 'shop' },
    });
    const cited = annotations.map(({ url_citation: { start_index, end_index } }) =>
      content!.slice(start_index, end_index),
    );
    expect(cited).toContain('On Sundays we open from 10 to 14.');
    expect(annotations[0]!.url_citation).toMatchObject({
      title: 'Opening hours',
      chunk_id: answer.sources[0]!.id,
      url: expect.stringContaining(
        `https://groundwire.test/v1/projects/${shop.project}/chunks/${answer.sources[0]!.id}?sig=`,
      ),
    });
    expect(answer.usage!.total_tokens).toBe(answer.usage!.prompt_tokens + answer.usage!.completion_tokens);
  });

  it('cites the URL of the document itself where it has one', async () => {
    const answer = await shop.answer({ messages: [{ role: 'user', content: 'Are returned goods refunded?' }] });
    expect(answer.choices[0]!.message.annotations![0]!.url_citation.url).toBe('https://shop.test/returns');
  });

  it('serves the passage that a citation points at', async () => {
    const { sources } = await shop.answer({});
    const chunk = await shop.server.request('alice', 'GET', `/v1/projects/${shop.project}/chunks/${sources[0]!.id}`);
    expect(await chunk.json()).toMatchObject({
      id: sources[0]!.id,
      text: OPENING,
      position: 0,
      start_offset: 0,
      end_offset: OPENING.length,
    });
  });

  it('says plainly when nothing was found', async () => {
    const answer = await shop.answer({
      messages: [{ role: 'user', content: 'Quantum chromodynamics?' }],
      min_score: 0.5,
    });
    expect(answer.sources).toEqual([]);
    expect(answer.choices[0]!.message.annotations ?? []).toEqual([]);
    expect(answer.choices[0]!.finish_reason).toBe('stop');
  });

  it('streams the same answer: extras on the first chunk, citations before the finish, usage when asked', async () => {
    const [whole, response] = [
      await shop.answer({}),
      await shop.generate({ stream: true, stream_options: { include_usage: true } }),
    ];
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const events = await readEvents(response);
    expect(events.at(-1)).toBe('[DONE]');
    const chunks = events.slice(0, -1) as ChatCompletionChunk[];
    expect(chunks[0]).toMatchObject({
      provider: 'local',
      sources: whole.sources,
      choices: [{ delta: { role: 'assistant' } }],
    });
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe(
      whole.choices[0]!.message.content,
    );
    const annotations = chunks.flatMap(({ choices }) => choices[0]?.delta.annotations ?? []);
    expect(annotations).toEqual(whole.choices[0]!.message.annotations);
    expect(chunks.filter(({ choices }) => choices[0]?.finish_reason)).toHaveLength(1);
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: whole.usage, cost: 0 });
    expect(new Set(chunks.map(({ id, created, model }) => `${id} ${created} ${model}`)).size).toBe(1);
  });

  it('sends no usage chunk that was not asked for', async () => {
    const chunks = (await readEvents(await shop.generate({ stream: true }))).slice(0, -1) as ChatCompletionChunk[];
    expect(chunks.every(({ choices }) => choices.length > 0)).toBe(true);
  });

  it('understands all three shapes of a message', async () => {
    const shapes = [
      { role: 'user', content: [{ type: 'text', text: 'When are you open on Sundays?' }] },
      { role: 'user', message: [{ type: 'text', content: { text: 'When are you open on Sundays?' } }] },
      { role: 'user', message: 'When are you open on Sundays?' },
    ];
    for (const shape of shapes) {
      expect((await shop.answer({ messages: [shape] })).choices[0]!.message.content).toContain('10 to 14');
    }
  });
});

describe('retrieval parameters', () => {
  const sourcesOf = async (extra: object): Promise<string[]> =>
    (await shop.answer(extra)).sources.map(({ title }) => title!);

  it('k limits the sources', async () => expect(await sourcesOf({ k: 1 })).toEqual(['Opening hours']));
  it('filter_documents keeps only equal metadata', async () => {
    expect(await sourcesOf({ filter_documents: { department: 'office' } })).toEqual(['Returns']);
    expect(await sourcesOf({ filter_documents: { department: 'nowhere' } })).toEqual([]);
  });
  it('filter keys are values, never SQL', async () => {
    expect(await sourcesOf({ filter_documents: { "x' or '1'='1": 1, 'a"b': null } })).toEqual([]);
  });
  it('min_score drops what covers too little, and scores lie in [0, 1], best first', async () => {
    const scores = (await shop.answer({})).sources.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    expect(await sourcesOf({ min_score: 1.01 })).toEqual([]);
  });
});

describe('the truth about the request', () => {
  it('reports the default limit of 100 tokens, and none on the OpenAI path', async () => {
    expect((await shop.answer({})).adjustments).toContainEqual(
      expect.objectContaining({ parameter: 'max_tokens', action: 'defaulted', to: 100 }),
    );
    const openAi = await shop.server.request('alice', 'POST', `/v1/projects/${shop.project}/chat/completions`, {
      model: 'local/extractive',
      messages: [{ role: 'user', content: 'Sundays?' }],
    });
    expect(((await openAi.json()) as ChatCompletion).adjustments).toEqual([]);
  });
  it('reports unknown fields by name and never mentions auth', async () => {
    const { adjustments } = await shop.answer({ top_k: 5, auth: 'secret', max_tokens: 50 });
    expect(adjustments).toEqual([
      { parameter: 'top_k', action: 'dropped', reason: expect.any(String), provider: null },
    ]);
  });
  it('names fifty unknown fields and counts the rest', async () => {
    const { adjustments } = await shop.answer({
      max_tokens: 50,
      ...Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`unknown_${index}`, 1])),
    });
    expect(adjustments).toHaveLength(51);
    expect(adjustments.at(-1)).toMatchObject({ parameter: '*', reason: expect.stringContaining('10 further') });
  });
  it('reports what the built-in answerer does not do', async () => {
    const { adjustments } = await shop.answer({ temperature: 0.5, max_tokens: 50 });
    expect(adjustments).toContainEqual(
      expect.objectContaining({ parameter: 'temperature', action: 'not_executed', provider: 'local' }),
    );
  });
  it('says that there is no conversation without a project', async () => {
    const id = '0198c0de-7000-7abc-8def-0123456789ab';
    const response = await shop.server.request('alice', 'POST', '/v1/chat/completions', {
      model: 'openai/echo',
      messages: [{ role: 'user', content: 'Hello' }],
      conversation_id: id,
    });
    expect(response.headers.get('x-conversation-id')).toBe(id);
    const { adjustments } = (await response.json()) as ChatCompletion;
    expect(adjustments).toContainEqual(
      expect.objectContaining({ parameter: 'conversation_id', action: 'not_executed' }),
    );
  });
});
