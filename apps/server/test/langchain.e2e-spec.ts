import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AIMessageChunk, type BaseMessage, HumanMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { ChatOpenAI } from '@langchain/openai';
import { z } from 'zod';
import { type ClientServer, FACT, openClientServer, WIRES } from './client-server.ts';

const PLACE = z.object({ city: z.string() });
const weather = tool(({ city }: z.infer<typeof PLACE>) => `${city}: sunny, 21 °C`, {
  name: 'get_weather',
  description: 'The weather now.',
  schema: PLACE,
});

let opened: ClientServer;
beforeAll(async () => {
  opened = await openClientServer();
});
afterAll(() => opened.server.close());

const modelOf = (model: string, fields: object = {}): ChatOpenAI => {
  const { baseURL, apiKey } = opened;
  return new ChatOpenAI({ model, apiKey, maxRetries: 0, configuration: { baseURL }, ...fields });
};

async function collect(pieces: AsyncIterable<AIMessageChunk>): Promise<AIMessageChunk> {
  let whole: AIMessageChunk | undefined;
  for await (const piece of pieces) whole = whole?.concat(piece) ?? piece;
  return whole!;
}

describe.each(WIRES)('LangChain, with %s behind', (wire) => {
  it('invokes, and is given the sources, the citations and the changes', async () => {
    const answer = await modelOf(`${wire}/echo`, { __includeRawResponse: true, topP: 0.5, seed: 7 }).invoke(FACT);
    expect(answer.text).toBe(`You said: ${FACT}`);
    expect(answer.usage_metadata?.total_tokens).toBeGreaterThan(0);
    expect(answer.additional_kwargs['__raw_response']).toMatchObject({
      sources: [{ title: 'Kermorvan' }],
      adjustments: expect.any(Array),
      choices: [{ message: { annotations: [{ type: 'url_citation' }] } }],
    });
  });

  it('streams', async () => {
    const pieces: string[] = [];
    for await (const piece of await modelOf(`${wire}/echo`).stream(FACT)) pieces.push(piece.text);
    expect(pieces.join('')).toBe(`You said: ${FACT}`);
  });

  it.each([false, true])('runs tools until there is an answer (stream: %s)', async (stream) => {
    const model = modelOf(`${wire}/agent`).bindTools([weather]);
    const ask = (messages: BaseMessage[]): Promise<AIMessageChunk> =>
      stream ? model.stream(messages).then(collect) : model.invoke(messages);
    const question = new HumanMessage('What is the weather in Paris?');
    const first = await ask([question]);
    expect(first.tool_calls).toMatchObject([{ name: 'get_weather', args: { city: 'Paris' } }]);
    const result = (await weather.invoke(first.tool_calls![0]!)) as BaseMessage;
    expect((await ask([question, first, result])).text).toMatch(/^The tool said: .*Paris: sunny, 21 °C/);
  });

  it('parses an answer that follows a schema', async () => {
    const model = modelOf(`${wire}/json`).withStructuredOutput(PLACE, { method: 'jsonSchema', name: 'place' });
    expect(await model.invoke('Where?')).toEqual({ city: 'Paris' });
  });

  it.each(['error-mid-stream', 'cut-mid-stream', 'stall-mid-stream'])(
    'throws when a stream fails: %s',
    async (name) => {
      const read = async (): Promise<void> => {
        for await (const piece of await modelOf(`${wire}/${name}`).stream('Hi')) expect(piece.text).toBeDefined();
      };
      await expect(read()).rejects.toThrow(`\`${wire}\``);
    },
  );
});
