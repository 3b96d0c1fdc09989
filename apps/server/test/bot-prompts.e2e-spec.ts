import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Garden, openGarden } from './garden.ts';

let garden: Garden;
beforeAll(async () => {
  garden = await openGarden();
});
afterAll(() => garden.server.close());
beforeEach(() => garden.plantAnew());

const call: Garden['call'] = (...request) => garden.call(...request);

describe('a bot profile', () => {
  const query = (fields: Record<string, string>): string => `?${new URLSearchParams(fields).toString()}`;
  const support = {
    name: 'support',
    model: 'openai/echo',
    text: 'You answer for {{company}} in {city}; {{unknown}} stays.',
    params: '{"company": "Example {city}", "city": "Oslo"}',
    system_prompt: 'Be kind.',
  };
  const TOLD = 'Be kind.\n\nYou answer for Example {city} in Oslo; {{unknown}} stays.';

  it('stands before every chat over the project, and names the model of ask_llm', async () => {
    expect(await call('POST', `create_bot_prompt/${query(support)}`)).toMatchObject({
      status: 201,
      json: { name: 'support', params: { city: 'Oslo' }, adjustments: [] },
    });
    expect((await call('POST', 'ask_llm/', { query: 'Cactus?' })).json.llm_provider).toBe('openai');
    expect(garden.lastPrompt().map(({ content }) => content)).toContain(TOLD);
    await call('POST', 'generate/', { model: 'openai/echo', messages: [{ role: 'user', content: 'Cactus?' }] });
    expect(garden.lastPrompt().map(({ content }) => content)).toContain(TOLD);
  });

  it.each(['name', 'model', 'text'])('is refused with 400 when %s holds a NUL character', async (field) => {
    const { status, json } = await call('POST', `create_bot_prompt/${query({ ...support, [field]: 'a\0b' })}`);
    expect([status, json]).toMatchObject([400, { error: { message: { [field]: [expect.any(String)] } } }]);
  });

  it('is replaced under its name alone, and removed', async () => {
    await call('POST', `create_bot_prompt/${query(support)}`);
    const renamed = query({ name: 'sales', model: 'local/extractive', text: 'Sell.' });
    expect(await call('PATCH', `nobody/${renamed}`)).toEqual({ status: 404, json: { details: 'Not Found' } });
    expect((await call('PATCH', `support/${renamed}`)).status).toBe(204);
    expect((await call('POST', 'ask_llm/', { query: 'Cactus?' })).json.llm_provider).toBe('local');
    expect((await call('DELETE', 'remove_bot_prompt/')).status).toBe(204);
    expect(await call('DELETE', 'remove_bot_prompt/')).toEqual({ status: 404, json: { details: 'Not Found' } });
  });

  it('leaves the other routes alone', async () => {
    await call('POST', `create_bot_prompt/${query({ ...support, name: 'update_project' })}`);
    expect((await call('PATCH', 'update_project/', { chunk_size: 700 })).json.chunk_size).toBe(700);
    expect((await call('POST', 'nobody/')).status).toBe(404);
  });

  it('says which fields are missing or wrong, and what is not done', async () => {
    const missing = await call('POST', 'create_bot_prompt/?name=a');
    expect(Object.keys((missing.json.error as { message: object }).message).toSorted()).toEqual(['model', 'text']);
    const wrong = await call('POST', `create_bot_prompt/${query({ ...support, params: '[1]' })}`);
    expect(wrong).toMatchObject({ status: 400, json: { error: { message: { params: [expect.any(String)] } } } });
    const files = `${query(support)}&file_urls=https://a.test/x,y&file_urls=https://a.test/z`;
    expect((await call('POST', `create_bot_prompt/${files}`)).json).toMatchObject({
      file_urls: ['https://a.test/x,y', 'https://a.test/z'],
      adjustments: [{ parameter: 'file_urls', action: 'not_executed' }],
    });
  });
});
