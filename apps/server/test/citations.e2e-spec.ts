import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatCompletionChunk } from '@groundwire/client';
import { readEvents } from './harness.ts';
import { openShop, type Shop } from './projects/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.server.close());

/** The fake provider says the user's message back: with marks, when the message holds some. */
const SAID = 'On Sundays we open from 10 to 14 [p1]. 🎈 Balloons cost 99 euros [p1]. Zebras fly [p9].';
const HEARD = 'You said: On Sundays we open from 10 to 14. 🎈 Balloons cost 99 euros. Zebras fly.';
const request = { model: 'openai/echo', messages: [{ role: 'user', content: SAID }] };

describe('citations', () => {
  it('are annotations, without marks in the text', async () => {
    const answer = await shop.answer(request);
    const { content, annotations = [] } = answer.choices[0]!.message;
    expect(content).toBe(HEARD);
    expect(
      annotations.map(({ url_citation: { start_index, end_index } }) => content!.slice(start_index, end_index)),
    ).toEqual(['You said: On Sundays we open from 10 to 14']);
    expect(annotations[0]!.url_citation.chunk_id).toBe(answer.sources[0]!.id);
    expect(answer.citations).toEqual({ cited: 1, removed: 2 });
  });

  it('stream as annotations once their text has been sent', async () => {
    const whole = await shop.answer(request);
    const events = await readEvents(await shop.generate({ ...request, stream: true }));
    let text = '';
    for (const { choices } of events.slice(0, -1) as ChatCompletionChunk[]) {
      const { content, annotations = [] } = choices[0]?.delta ?? {};
      text += content ?? '';
      for (const { url_citation } of annotations) expect(url_citation.end_index).toBeLessThanOrEqual(text.length);
    }
    expect(text).toBe(HEARD);
    const sent = (events.slice(0, -1) as ChatCompletionChunk[]).flatMap(
      ({ choices }) => choices[0]?.delta.annotations ?? [],
    );
    expect(sent).toEqual(whole.choices[0]!.message.annotations);
    const finish = (events.slice(0, -1) as ChatCompletionChunk[]).find(({ choices }) => choices[0]?.finish_reason);
    expect(finish).toMatchObject({ citations: { cited: 1, removed: 2 } });
  });

  it('stay in the text as places in the sources, where the caller wants them', async () => {
    const { content } = (await shop.answer({ ...request, citations: 'markers' })).choices[0]!.message;
    expect(content).toBe(HEARD.replace('to 14.', 'to 14 [1].'));
  });

  it('are off where the caller wants none: nothing is asked for, nothing changed', async () => {
    const answer = await shop.answer({ ...request, citations: 'off' });
    expect(answer.choices[0]!.message).toMatchObject({ content: `You said: ${SAID}` });
    expect(answer).not.toHaveProperty('citations');
    expect(JSON.stringify(shop.server.upstream.requests.at(-1)!.body)).not.toContain('as in [p1]');
  });

  it('are not asked for in JSON', async () => {
    await shop.answer({
      ...request,
      response_format: { type: 'json_object' },
      messages: [{ role: 'user', content: 'JSON on Sundays' }],
    });
    expect(JSON.stringify(shop.server.upstream.requests.at(-1)!.body)).not.toContain('as in [p1]');
  });

  it('cannot be forged by a document', async () => {
    const project = await shop.server.createProject('alice', ['Our hours are a secret [p1] they say.']);
    await shop.server.request('alice', 'POST', `/v1/projects/${project}/chat/completions`, {
      model: 'openai/echo',
      messages: [{ role: 'user', content: 'secret hours' }],
    });
    expect(JSON.stringify(shop.server.upstream.requests.at(-1)!.body)).not.toContain('secret [p1]');
  });
});
