/** How a provider's transcription differs from OpenAI's plain `/audio/transcriptions`. */
export interface TranscriptionVendor {
  defaultModel?: string;
  /** The largest file it takes. */
  maxBytes?: number;
  /** Models that answer with the text alone, without times. */
  textOnly?: RegExp;
}

/** Read on 2026-11-26. */
export const TRANSCRIPTION_VENDORS: Readonly<Record<string, TranscriptionVendor>> = {
  // platform.openai.com/docs/guides/speech-to-text: 25 MB; only whisper-1 answers in `verbose_json`, which has the times.
  openai: { defaultModel: 'whisper-1', maxBytes: 25_000_000, textOnly: /^gpt-/ },
  // console.groq.com/docs/speech-to-text: 25 MB on the free plan.
  groq: { defaultModel: 'whisper-large-v3-turbo' },
};
