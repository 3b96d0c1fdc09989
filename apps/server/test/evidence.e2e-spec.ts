import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatCompletion, ChatCompletionChunk } from '@groundwire/client';
import { readEvents } from './harness.ts';
import { openShop, OPENING, type Shop } from './projects/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.server.close());

const OFF_TOPIC = { messages: [{ role: 'user', content: 'Quantum chromodynamics?' }], min_score: 0.5 };
const FOLLOW_UP = [
  { role: 'user', content: 'When are you open?' },
  { role: 'assistant', content: 'From 9 to 17.' },
  { role: 'user', content: 'and on Sundays?' },
];

describe('retrieval in an answer', () => {
  it('says what was searched for, with what, and how well it was found', async () => {
    const { retrieval, sources } = await shop.answer({
      k: 1,
      min_score: 0.1,
      filter_documents: { department: 'shop' },
    });
    expect(retrieval).toEqual({
      status: 'grounded',
      query: 'When are you open on Sundays?',
      rewritten_by: 'none',
      mode: 'lexical',
      k: 1,
      min_score: 0.1,
      filter: { department: 'shop' },
      passages: sources.map(({ id, document, score }) => ({ id, document, score, score_lexical: score })),
    });
  });

  it.each([
    ['none', OFF_TOPIC],
    ['partial', { messages: [{ role: 'user', content: 'Are balloons filled with helium or hydrogen gas?' }] }],
  ])('is %s when the documents hold as much', async (status, request) => {
    expect((await shop.answer(request)).retrieval.status).toBe(status);
  });

  it('is disabled, on the first chunk too, when no project was named', async () => {
    const response = await shop.server.request('alice', 'POST', '/v1/chat/completions', {
      model: 'openai/echo',
      messages: FOLLOW_UP,
      stream: true,
    });
    expect((await readEvents(response))[0]).toMatchObject({ retrieval: { status: 'disabled', query: null } });
  });
});

describe('a follow-up', () => {
  it('is searched for with the question that it follows', async () => {
    const { retrieval, sources } = await shop.answer({ messages: FOLLOW_UP, k: 1 });
    expect(retrieval).toMatchObject({ query: 'When are you open? and on Sundays?', rewritten_by: 'rule' });
    expect(sources[0]!.text).toBe(OPENING);
  });

  it('is rewritten by the chosen model where the caller allows it', async () => {
    const { retrieval } = await shop.answer({
      model: 'openai/echo',
      messages: FOLLOW_UP,
      retrieval: { rewrite: 'auto' },
    });
    expect(retrieval).toMatchObject({ rewritten_by: 'model', query: expect.stringContaining('When are you open?') });
  });

  it('is rewritten by the rule where the model fails, and the answer says so', async () => {
    const { retrieval, adjustments } = await shop.answer({
      model: 'openai/error-500',
      fallbacks: ['openai/echo'],
      messages: FOLLOW_UP,
      retrieval: { rewrite: 'auto' },
    });
    expect(retrieval.rewritten_by).toBe('rule');
    expect(adjustments).toContainEqual(
      expect.objectContaining({ parameter: 'retrieval.rewrite', action: 'not_executed', from: 'auto' }),
    );
  });

  it('is searched for as it is where the caller wants that', async () => {
    const { retrieval } = await shop.answer({ messages: FOLLOW_UP, retrieval: { rewrite: 'never' } });
    expect(retrieval).toMatchObject({ query: 'and on Sundays?', rewritten_by: 'none' });
  });
});

describe('without evidence', () => {
  const asked = (): number => shop.server.upstream.requests.length;

  it('a model is asked all the same, unless the caller says otherwise', async () => {
    const before = asked();
    expect((await shop.answer({ ...OFF_TOPIC, model: 'openai/echo' })).provider).toBe('openai');
    expect(asked()).toBe(before + 1);
  });

  it('refuse answers without asking anybody', async () => {
    const before = asked();
    const answer = await shop.answer({
      ...OFF_TOPIC,
      model: 'openai/echo',
      retrieval: { on_no_evidence: 'refuse' },
    });
    expect(answer).toMatchObject({
      provider: 'groundwire',
      model: 'openai/echo',
      usage: { total_tokens: 0 },
      choices: [{ finish_reason: 'stop', message: { content: expect.stringContaining('hold nothing') } }],
    });
    expect(asked()).toBe(before);
  });

  it('refuse streams too', async () => {
    const request = { ...OFF_TOPIC, model: 'openai/echo', stream: true, retrieval: { on_no_evidence: 'refuse' } };
    const events = await readEvents(await shop.generate(request));
    const chunks = events.slice(0, -1) as ChatCompletionChunk[];
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toContain('hold nothing');
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe('stop');
    expect(events.at(-1)).toBe('[DONE]');
  });

  it('error is a 422 in both families', async () => {
    const request = { ...OFF_TOPIC, model: 'openai/echo', retrieval: { on_no_evidence: 'error' } };
    const responses = [
      await shop.generate(request),
      await shop.server.request('alice', 'POST', `/v1/projects/${shop.project}/chat/completions`, request),
    ];
    for (const response of responses) {
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ error: { type: 'no_evidence' } });
    }
  });

  it('an answer that has evidence is not refused', async () => {
    const answer: ChatCompletion = await shop.answer({ retrieval: { on_no_evidence: 'error' } });
    expect(answer.provider).toBe('local');
  });
});
