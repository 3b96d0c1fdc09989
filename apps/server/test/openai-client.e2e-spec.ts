import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import OpenAI, { APIError } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { z } from 'zod';
import { type ClientServer, FACT, openClientServer, WIRES } from './client-server.ts';

const PLACE = z.object({ city: z.string() });
const PARAMETERS = { type: 'object', properties: { city: { type: 'string' } } };
const functions = [{ name: 'get_weather', description: 'The weather now.', parameters: PARAMETERS }];
const fact: ChatCompletionMessageParam[] = [{ role: 'user', content: FACT }];
const question: ChatCompletionMessageParam[] = [{ role: 'user', content: 'What is the weather in Paris?' }];

let opened: ClientServer;
let chat: OpenAI.Chat.Completions;
beforeAll(async () => {
  opened = await openClientServer();
  const { baseURL, apiKey } = opened;
  chat = new OpenAI({ baseURL, apiKey, maxRetries: 0 }).chat.completions;
});
afterAll(() => opened.server.close());

const lastRoles = (): unknown[] => {
  const { messages } = opened.server.upstream.requests.at(-1)?.body as { messages: { role: string }[] };
  return messages.slice(-2).map(({ role }) => role);
};

describe.each(WIRES)('the openai client, with %s behind', (wire) => {
  it('chats, and is given the sources, the citations and the changes', async () => {
    const answer = await chat.create({ model: `${wire}/echo`, messages: fact, logit_bias: { 1: 0.5 } });
    expect(answer.choices[0]?.message.content).toBe(`You said: ${FACT}`);
    expect(answer.usage?.total_tokens).toBeGreaterThan(0);
    expect(answer).toMatchObject({ sources: [{ title: 'Kermorvan' }], provider: wire });
    expect((answer as unknown as { adjustments: object[] }).adjustments).toContainEqual(
      expect.objectContaining({ parameter: 'logit_bias' }),
    );
    const [citation] = answer.choices[0]?.message.annotations ?? [];
    expect(citation?.url_citation).toMatchObject({ title: 'Kermorvan', url: expect.any(String) });
  });

  it('streams, and collects what it streamed', async () => {
    const request = { model: `${wire}/echo`, messages: fact, stream_options: { include_usage: true } };
    const chunks = [];
    for await (const chunk of await chat.create({ ...request, stream: true })) chunks.push(chunk);
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe(`You said: ${FACT}`);
    expect(chunks[0]).toMatchObject({ sources: [{ title: 'Kermorvan' }] });
    const runner = chat.stream(request);
    expect(await runner.finalContent()).toBe(`You said: ${FACT}`);
    expect((await runner.totalUsage()).completion_tokens).toBeGreaterThan(0);
  });

  it.each([false, true])('runs tools until there is an answer (stream: %s)', async (stream) => {
    const asked: unknown[] = [];
    const tool = {
      type: 'function' as const,
      function: {
        ...functions[0]!,
        name: 'get_weather',
        parse: JSON.parse,
        function: (given: unknown) => {
          asked.push(given);
          return 'Sunny, 21 °C';
        },
      },
    };
    const request = { model: `${wire}/agent`, messages: question, tools: [tool] };
    const runner = stream ? chat.runTools({ ...request, stream: true }) : chat.runTools(request);
    expect(await runner.finalContent()).toMatch(/^The tool said: .*Sunny, 21 °C/);
    expect(asked).toEqual([{ city: 'Paris' }]);
  });

  it('parses an answer that follows a schema, whole and streamed', async () => {
    const request = { model: `${wire}/json`, messages: question, response_format: zodResponseFormat(PLACE, 'place') };
    expect((await chat.parse(request)).choices[0]?.message.parsed).toEqual({ city: 'Paris' });
    const streamed = await chat.stream(request).finalChatCompletion();
    expect(streamed.choices[0]?.message.parsed).toEqual({ city: 'Paris' });
  });

  it.each(['error-mid-stream', 'cut-mid-stream', 'stall-mid-stream'])(
    'throws when a stream fails: %s',
    async (model) => {
      const request = { model: `${wire}/${model}`, messages: question };
      const read = async (): Promise<void> => {
        for await (const { id } of await chat.create({ ...request, stream: true })) expect(id).toBeTruthy();
      };
      await expect(read()).rejects.toBeInstanceOf(APIError);
      await expect(read()).rejects.toMatchObject({ code: expect.stringMatching(/^upstream_/) });
      await expect(chat.stream(request).finalChatCompletion()).rejects.toBeInstanceOf(APIError);
    },
  );

  it('speaks functions to a client of 2023, whole and streamed', async () => {
    const request = { model: `${wire}/agent`, messages: question, functions, function_call: 'auto' as const };
    const call = { name: 'get_weather', arguments: '{"city":"Paris"}' };
    const { message, finish_reason: reason } = (await chat.create(request)).choices[0]!;
    expect(reason).toBe('function_call');
    expect(message).toMatchObject({
      content: null,
      function_call: call,
    });
    expect(message.tool_calls).toBeUndefined();
    const streamed = await chat.stream(request).finalChatCompletion();
    expect(streamed.choices[0]?.message).toMatchObject({ function_call: call });
    const result = { role: 'function' as const, name: 'get_weather', content: 'Sunny, 21 °C' };
    const second = await chat.create({ ...request, messages: [...question, message, result] });
    expect(second.choices[0]?.message.content).toMatch(/^The tool said: .*Sunny, 21 °C/);
    expect(second.choices[0]?.finish_reason).toBe('stop');
    expect(lastRoles()).toEqual(['assistant', wire === 'openai' ? 'tool' : 'user']);
  });
});
