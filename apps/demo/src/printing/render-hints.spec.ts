import { describe, expect, it } from '@jest/globals';
import { renderHints } from './render-hints.ts';

const facts = { baseUrl: 'http://127.0.0.1:3000', token: 'a.b.c', projectId: 'p1', question: 'Why?' };
const settings = { model: 'local/extractive', once: false, hasOpenAiKey: false };

describe('renderHints', () => {
  it('names the Swagger UI, the base URL for OpenAI SDKs, the token and a curl line', () => {
    const lines = renderHints({ ...facts, settings }).split('\n');
    expect(lines).toContain('http://127.0.0.1:3000/docs');
    expect(lines).toContain('http://127.0.0.1:3000/v1/projects/p1');
    expect(lines).toContain('a.b.c');
    expect(lines.filter((line) => line.startsWith('curl -sS http://127.0.0.1:3000/v2/'))).toHaveLength(1);
  });

  it('says how to ask a language model, with and without a key at hand', () => {
    expect(renderHints({ ...facts, settings })).toContain(
      'OPENAI_API_KEY=… npm run demo -- --model openai/gpt-4o-mini',
    );
    const withKey = renderHints({ ...facts, settings: { ...settings, hasOpenAiKey: true } });
    expect(withKey).toContain('(your OPENAI_API_KEY is used)');
  });

  it('says with --once that the server does not stay', () => {
    expect(renderHints({ ...facts, settings: { ...settings, once: true } })).toContain('without --once');
  });
});
