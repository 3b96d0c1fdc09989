import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import { countUsage } from '../extractive/count-tokens.ts';
import { countPrompt, type Prompt, promptAtMost } from './count-prompt.ts';
import { tokenCounterOf } from './token-counter.ts';

const counter = tokenCounterOf('openai', 'gpt-4o');
const messages: ChatMessage[] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', message: [{ type: 'text', content: { text: 'Что это? 这是什么?' } }] },
];
const count = (prompt: Prompt): Promise<number> => countPrompt(prompt, counter);

describe('tokenCounterOf', () => {
  it.each<[string, string, boolean]>([
    ['openai', 'gpt-4o-mini', true],
    ['openai', 'gpt-5.4', true],
    ['openai', 'o3', true],
    ['openai', 'gpt-4-turbo', true],
    ['groq', 'openai/gpt-oss-20b', true],
    ['fireworks', 'accounts/fireworks/models/gpt-oss-120b', true],
    ['local', 'extractive', true],
    ['openai', 'o3x', false],
    ['openai', 'a-new-one', false],
    ['anthropic', 'claude-opus-5', false],
    ['azure', 'gpt-4o', false],
    ['custom', 'gpt-4o', false],
  ])('%s/%s exactly: %p', (provider, model, exact) => {
    expect(tokenCounterOf(provider, model).exact).toBe(exact);
  });

  it('expects more tokens of Claude, whose newer tokenizer makes more', async () => {
    const text = 'Guests may stay for as long as they like. '.repeat(10);
    const [claude, other] = [tokenCounterOf('anthropic', 'claude-opus-5'), tokenCounterOf('gemini', 'gemini-2.5-pro')];
    expect(await claude.count(text)).toBeGreaterThan(1.25 * (await other.count(text)));
  });

  it('tells the encodings apart', async () => {
    const text = '检索增强生成';
    const [newer, older] = [tokenCounterOf('openai', 'gpt-4o'), tokenCounterOf('openai', 'gpt-4')];
    expect(await older.count(text)).toBeGreaterThan(await newer.count(text));
  });
});

describe('countPrompt', () => {
  it('counts a little more than the chat format takes', async () => {
    const { prompt_tokens } = await countUsage(messages, '');
    expect(await count({ messages })).toBeGreaterThanOrEqual(prompt_tokens);
    expect(await count({ messages })).toBeLessThanOrEqual(prompt_tokens + 2 * messages.length);
  });

  it('counts whatever else is sent: calls, their answers, thinking, tools, formats, images', async () => {
    const bare = await count({ messages });
    const others: Prompt[] = [
      { messages: [...messages, { role: 'tool', tool_call_id: 'a', content: '21' }] },
      { messages: [messages[0] as ChatMessage, { ...(messages[1] as ChatMessage), name: 'Ada' }] },
      { messages: [...messages, { role: 'assistant', content: null, tool_calls: [{ id: 'a' }] }] },
      { messages: [...messages, { role: 'assistant', content: '', reasoning_content: 'Let me think.' }] },
      { messages, parameters: { tools: [{ type: 'function', function: { name: 'look' } }] } },
      { messages, parameters: { response_format: { type: 'json_object' } } },
    ];
    for (const prompt of others) expect(await count(prompt)).toBeGreaterThan(bare);
    const image: ChatMessage = {
      role: 'user',
      content: [{ type: 'image_url', image_url: { url: 'https://x.org/a.png' } }],
    };
    expect(await count({ messages: [image] })).toBeGreaterThan(1_000);
  });

  it('does not count millions of characters', async () => {
    const never = { ...counter, count: () => Promise.reject(new Error('It was counted.')) };
    const content = 'word '.repeat(500_000);
    expect(await countPrompt({ messages: [{ role: 'user', content }] }, never)).toBeGreaterThan(500_000);
  });

  it.each([
    ['openai', 'gpt-4o'],
    ['openai', 'gpt-4'],
    ['openai', 'another'],
    ['anthropic', 'claude-opus-5'],
  ])('is never above the free bound, for %s/%s', async (provider, model) => {
    const own = tokenCounterOf(provider, model);
    for (const text of ['', 'a b c d', '1 2 3', '語語', '🙂🙂', '!!!', 'é'.repeat(99)]) {
      const prompt: Prompt = { messages: [{ role: 'user', content: text }] };
      expect(await countPrompt(prompt, own)).toBeLessThanOrEqual(promptAtMost(prompt, own) + 1);
    }
  });
});
