import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOpenAICompatible, type OpenAICompatibleProvider } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, isStepCount, Output, streamText, tool } from 'ai';
import { z } from 'zod';
import { type ClientServer, FACT, openClientServer, WIRES } from './client-server.ts';

const PLACE = z.object({ city: z.string() });
const tools = {
  get_weather: tool({
    description: 'The weather now.',
    inputSchema: PLACE,
    execute: ({ city }) => `${city}: sunny, 21 °C`,
  }),
};

let opened: ClientServer;
let groundwire: OpenAICompatibleProvider;
beforeAll(async () => {
  opened = await openClientServer();
  const { baseURL, apiKey } = opened;
  groundwire = createOpenAICompatible({
    name: 'groundwire',
    baseURL,
    apiKey,
    includeUsage: true,
    supportsStructuredOutputs: true,
    metadataExtractor: {
      extractMetadata: ({ parsedBody }) => Promise.resolve({ groundwire: parsedBody as Record<string, never> }),
      createStreamExtractor: () => ({ processChunk: () => undefined, buildMetadata: () => undefined }),
    },
  });
});
afterAll(() => opened.server.close());

describe.each(WIRES)('the AI SDK, with %s behind', (wire) => {
  const model = (name: string) => groundwire(`${wire}/${name}`);

  it('generates, and is given the sources, the citations and the changes', async () => {
    const { text, finishReason, usage, finalStep } = await generateText({
      model: model('echo'),
      prompt: FACT,
      seed: 7,
    });
    expect({ text, finishReason }).toEqual({ text: `You said: ${FACT}`, finishReason: 'stop' });
    expect(usage.totalTokens).toBeGreaterThan(0);
    expect(finalStep.providerMetadata?.['groundwire']).toMatchObject({
      sources: [{ title: 'Kermorvan' }],
      adjustments: expect.any(Array),
      choices: [{ message: { annotations: [{ type: 'url_citation' }] } }],
    });
  });

  it('streams', async () => {
    const { textStream, finishReason, usage } = streamText({ model: model('echo'), prompt: FACT });
    const pieces: string[] = [];
    for await (const piece of textStream) pieces.push(piece);
    expect(pieces.join('')).toBe(`You said: ${FACT}`);
    expect(await finishReason).toBe('stop');
    expect((await usage).totalTokens).toBeGreaterThan(0);
  });

  it('runs tools until there is an answer, whole and streamed', async () => {
    const request = { model: model('agent'), prompt: 'Weather in Paris?', tools, stopWhen: isStepCount(3) };
    const whole = await generateText(request);
    expect(whole.text).toMatch(/^The tool said: .*Paris: sunny, 21 °C/);
    expect(whole.steps).toHaveLength(2);
    expect(await streamText(request).text).toBe(whole.text);
  });

  it('parses an answer that follows a schema, whole and streamed', async () => {
    const request = { model: model('json'), prompt: 'Where?', output: Output.object({ schema: PLACE }) };
    expect((await generateText(request)).output).toEqual({ city: 'Paris' });
    expect(await streamText(request).output).toEqual({ city: 'Paris' });
  });

  it.each(['error-mid-stream', 'cut-mid-stream', 'stall-mid-stream'])(
    'reports when a stream fails: %s',
    async (name) => {
      const errors: unknown[] = [];
      const { stream } = streamText({
        model: model(name),
        prompt: 'Hi',
        maxRetries: 0,
        onError: ({ error }) => void errors.push(error),
      });
      const types: string[] = [];
      for await (const { type } of stream) types.push(type);
      expect(types).toContain('error');
      expect(errors).toHaveLength(1);
      expect(String(errors[0])).toContain(`\`${wire}\``);
    },
  );

  it('throws with our words when nothing had begun, and does not try again', async () => {
    const before = opened.server.upstream.requests.length;
    const failed = generateText({ model: model('error-500'), prompt: 'Hi', maxRetries: 0 });
    await expect(failed).rejects.toBeInstanceOf(APICallError);
    await expect(failed).rejects.toMatchObject({ statusCode: 502, message: expect.stringContaining(wire) });
    expect(opened.server.upstream.requests).toHaveLength(before + 1);
  });
});
