import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import {
  type AIMessage,
  type AIMessageChunk,
  type BaseMessage,
  HumanMessage,
  ToolMessage,
} from '@langchain/core/messages';
import { ChatOpenAI } from '@langchain/openai';
import { generateText, jsonSchema, stepCountIs, streamText, tool } from 'ai';
import { type FakeUpstream, startFakeUpstream } from '../../../tools/fake-upstream/start-fake-upstream.ts';
import { signToken, startTestServer, type TestServer } from './harness.ts';

let vendors: FakeUpstream;
let server: TestServer;
let apiKey: string;
beforeAll(async () => {
  vendors = await startFakeUpstream();
  const settings = ['ANTHROPIC', 'DEEPSEEK', 'GEMINI'].flatMap((id) => [
    [`${id}_BASE_URL`, vendors.url],
    [`${id}_API_KEY`, 'sk-test'],
  ]);
  server = await startTestServer(Object.fromEntries(settings) as Record<string, string>);
  apiKey = await signToken({ sub: 'alice' });
});
afterAll(async () => {
  await server.close();
  await vendors.close();
});

const thinking = { type: 'enabled', budget_tokens: 2_048 };
const parameters = { type: 'object' as const, properties: { city: { type: 'string' as const } } };
const MODELS: [string, RegExp][] = [
  ['anthropic/claude-3-7-tool-loop', /"thinking":"I need the weather\.","signature":"fake-[^"]+"/],
  ['deepseek/deepseek-v4-tool-loop', /"reasoning_content":"I think about message 1\."/],
  ['gemini/gemini-3-tool-loop', /"thought_signature":"(?!skip)[^"]+"/],
];
const lastBody = (): string => JSON.stringify(vendors.requests.at(-1)?.body);

describe.each(MODELS)('a tool loop with %s, thinking', (model, thought) => {
  it.each([false, true])('goes round in LangChain (stream: %s)', async (isStreamed) => {
    const chat = new ChatOpenAI({
      model,
      apiKey,
      maxRetries: 0,
      configuration: { baseURL: `${server.url}/v1` },
      modelKwargs: { thinking },
    }).bindTools([{ type: 'function', function: { name: 'get_weather', parameters } }]);
    const question = new HumanMessage('What is the weather?');
    const ask = async (messages: BaseMessage[]): Promise<AIMessage> => {
      if (!isStreamed) return chat.invoke(messages);
      let whole: AIMessageChunk | undefined;
      for await (const chunk of await chat.stream(messages)) whole = whole?.concat(chunk) ?? chunk;
      return whole!;
    };
    const called = await ask([question]);
    expect(called.tool_calls).toHaveLength(2);
    const results = called.tool_calls!.map(({ id }) => new ToolMessage({ tool_call_id: id!, content: '21 °C' }));
    const said = await ask([question, called, ...results]);
    expect(said.text).toContain('The tool said');
    expect(lastBody()).toMatch(thought);
  });

  const vendor = (): ReturnType<typeof createOpenAICompatible> =>
    createOpenAICompatible({ name: 'groundwire', baseURL: `${server.url}/v1`, apiKey });
  const loop = () => ({
    model: vendor()(model),
    prompt: 'What is the weather?',
    tools: { get_weather: tool({ inputSchema: jsonSchema(parameters), execute: () => '21 °C' }) },
    stopWhen: stepCountIs(3),
    maxRetries: 0,
    providerOptions: { groundwire: { thinking } },
  });

  it('goes round in the AI SDK', async () => {
    expect((await generateText(loop())).text).toContain('The tool said');
    expect(lastBody()).toMatch(thought);
  });

  it('goes round in the AI SDK, streamed', async () => {
    expect(await streamText(loop()).text).toContain('The tool said');
    expect(lastBody()).toMatch(thought);
  });
});
