import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from '../../../../tools/fake-upstream/start-fake-upstream.ts';
import { createTestLlm } from '../__fixtures__/create-test-llm.ts';
import type { LlmErrorKind } from '../llm-error.ts';
import type { Llm } from '../types.ts';
import type { Transcription, TranscriptionRequest } from './task-types.ts';

let fake: FakeUpstream;
let llm: Llm;
beforeAll(async () => {
  fake = await startFakeUpstream();
  llm = createTestLlm(fake.url, {
    apiKeys: { openai: 'sk-test', groq: 'k' },
    baseUrls: { openai: fake.url, groq: fake.url, custom: fake.url },
    headersTimeoutMs: 150,
    idleTimeoutMs: 150,
    maxRetries: 1,
  });
});
afterAll(async () => {
  await llm.close();
  await fake.close();
});

const SPEECH = 'The shop opens at nine. Für Gäste is a word.\r\n\r\nBoundaries may follow.';
const transcribe = (model: string, request: Partial<TranscriptionRequest> = {}): Promise<Transcription> =>
  llm.transcribe(
    { model, file: Buffer.from(SPEECH), filename: 'My "secret" meeting.wav', ...request },
    new AbortController().signal,
  );

describe('transcription', () => {
  it.each(['openai/whisper-1', 'groq/whisper-large-v3-turbo', 'custom/whisper'])(
    '%s: text and times',
    async (model) => {
      const { segments = [], ...rest } = await transcribe(model, { language: 'en' });
      expect(rest).toEqual({ text: SPEECH, model });
      expect(segments).toHaveLength(3);
      expect(segments.map(({ text }) => text).join('')).toBe(SPEECH);
      expect(segments.every(({ start, end }, index) => end > start && start === (segments[index - 1]?.end ?? 0))).toBe(
        true,
      );
      expect(fake.requests.at(-1)).toMatchObject({
        path: '/v1/audio/transcriptions',
        body: { language: 'en', response_format: 'verbose_json', filename: 'audio.wav' },
      });
    },
  );

  it('has no times from a model that gives none', async () => {
    expect(await transcribe('openai/gpt-4o-transcribe')).toEqual({ text: SPEECH, model: 'openai/gpt-4o-transcribe' });
  });

  it('sends the file again when the vendor was busy', async () => {
    expect(await transcribe('openai/flaky-1-503')).toMatchObject({ text: SPEECH });
  });

  it('sends nothing that is larger than the vendor takes', async () => {
    const sent = fake.requests.length;
    const refused = transcribe('openai/whisper-1', { file: new Uint8Array(25_000_001) });
    await expect(refused).rejects.toMatchObject({ kind: 'invalid_request', param: 'file' });
    expect(fake.requests).toHaveLength(sent);
  });

  it.each<[string, LlmErrorKind]>([
    ['error-400', 'invalid_request'],
    ['error-401', 'auth'],
    ['error-429-quota', 'rate_limit'],
    ['stall-before-headers', 'timeout'],
    ['reset-mid-body', 'network'],
    ['html', 'malformed'],
    ['empty-choices', 'malformed'],
  ])('%s ends as %s', async (model, kind) => {
    await expect(transcribe(`openai/${model}`)).rejects.toMatchObject({ name: 'LlmError', kind });
  });
});
