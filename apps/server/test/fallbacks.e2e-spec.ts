import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatCompletion, ChatCompletionChunk } from '@groundwire/client';
import { ASK_YODA, readEvents } from './harness.ts';
import { openShop, type Shop } from './projects/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.server.close());

const askedModels = (since: number): unknown[] =>
  shop.server.upstream.requests.slice(since).map(({ body }) => (body as { model: string }).model);

describe('fallbacks', () => {
  it('are asked in order until one answers, and the answer lists who was asked', async () => {
    const since = shop.server.upstream.requests.length;
    const answer = await shop.answer({
      model: 'openai/error-503',
      fallbacks: ['openai/reset-before-headers', 'openai/echo', 'local/extractive'],
    });
    expect(answer.attempts).toEqual([
      {
        model: 'openai/error-503',
        provider: 'openai',
        error: { type: 'upstream_unavailable', message: expect.any(String), status: 503 },
        duration_ms: expect.any(Number),
      },
      expect.objectContaining({ error: expect.objectContaining({ status: 502 }) }),
      { model: 'openai/echo', provider: 'openai', error: null, duration_ms: expect.any(Number) },
    ]);
    expect(answer.choices[0]!.message.content).toContain('You said');
    expect(askedModels(since)).toEqual(['error-503', 'reset-before-headers', 'echo']);
  });

  it('take over a stream before its first chunk, and report on that chunk', async () => {
    const events = await readEvents(
      await shop.generate({ model: 'openai/error-first', stream: true, fallbacks: ['local/extractive'] }),
    );
    expect(events[0]).toMatchObject({ provider: 'local', attempts: [{ error: {} }, { error: null }] });
    expect(events.at(-1)).toBe('[DONE]');
  });

  it('are not asked once an answer has begun', async () => {
    const since = shop.server.upstream.requests.length;
    const events = await readEvents(
      await shop.generate({ model: 'openai/cut-mid-stream', stream: true, fallbacks: ['openai/echo'] }),
    );
    expect((events[0] as ChatCompletionChunk).attempts).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({ error: { type: 'upstream_invalid_response' } });
    expect(askedModels(since)).toEqual(['cut-mid-stream']);
  });

  it('adjust the request each in its own way', async () => {
    const answer = await shop.answer({ model: 'openai/error-500', fallbacks: ['local/extractive'], temperature: 0.5 });
    expect(answer.adjustments).toContainEqual(
      expect.objectContaining({ parameter: 'temperature', action: 'not_executed', provider: 'local' }),
    );
  });

  it('stand in for a model that cannot do what was asked for, and which is then not asked', async () => {
    const since = shop.server.upstream.requests.length;
    const answer = await shop.answer({ model: 'openai/o3', logprobs: true, fallbacks: ['openai/echo'] });
    expect(answer.attempts).toMatchObject([{ error: { type: 'unsupported_parameter', status: 400 } }, { error: null }]);
    expect(askedModels(since)).toEqual(['echo']);
  });

  it('stand in for a model that a strict request would have to be changed for', async () => {
    const answer = await shop.answer({
      model: 'local/extractive',
      fallbacks: ['openai/echo'],
      strict: true,
      temperature: 0.5,
      max_tokens: 50,
    });
    expect(answer).toMatchObject({
      provider: 'openai',
      adjustments: expect.not.arrayContaining([{ action: 'dropped' }]),
    });
  });

  it.each([
    ['AskYoda', (body: object) => shop.generate(body), 'error'],
    [
      'OpenAI',
      (body: object) => shop.server.request('alice', 'POST', `/v1/projects/${shop.project}/chat/completions`, body),
      'error',
    ],
  ])('that all fail: the last error, with every attempt (%s)', async (_family, ask) => {
    const response = await ask({
      model: 'openai/error-503',
      fallbacks: ['openai/error-429-after-1'],
      messages: [{ role: 'user', content: 'Hello?' }],
    });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await response.json()).toMatchObject({
      error: {
        type: 'upstream_rate_limited',
        attempts: [{ model: 'openai/error-503' }, { model: 'openai/error-429-after-1' }],
      },
    });
  });

  it('must be models that can be asked here: 404 names the one that is not', async () => {
    const since = shop.server.upstream.requests.length;
    const response = await shop.server.request('alice', 'POST', '/v1/chat/completions', {
      model: 'openai/echo',
      fallbacks: ['openai/echo', 'groq/llama'],
      messages: [{ role: 'user', content: 'Hello?' }],
    });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { type: 'model_not_found', param: 'fallbacks.1' } });
    expect(askedModels(since)).toEqual([]);
  });

  it('are three at most', async () => {
    const response = await shop.generate({ fallbacks: ['a', 'b', 'c', 'd'] });
    expect(response.status).toBe(400);
  });

  it('leave no trace in an answer that named none', async () => {
    const response = await shop.server.request('alice', 'POST', `${ASK_YODA}/${shop.project}/generate/`, {
      model: 'openai/echo',
      fallbacks: [],
      messages: [{ role: 'user', content: 'Hello?' }],
    });
    expect((await response.json()) as ChatCompletion).not.toHaveProperty('attempts');
  });
});
