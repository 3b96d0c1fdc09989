import { CAUTIOUS, OPEN_ROUTER, XAI } from './policy/vendors/cautious.ts';
import { COHERE } from './policy/vendors/cohere.ts';
import { DEEPSEEK } from './policy/vendors/deepseek.ts';
import { GEMINI } from './policy/vendors/gemini.ts';
import { GROQ } from './policy/vendors/groq.ts';
import { MISTRAL } from './policy/vendors/mistral.ts';
import { AZURE, OPENAI } from './policy/vendors/openai.ts';
import { LLAMA_CPP, LM_STUDIO, OLLAMA, VLLM } from './policy/vendors/self-hosted.ts';
import type { LlmProvider } from './types.ts';

/** Every provider: its address, and in `policy/` what it takes, read on 2026-11-22 from the vendors' contracts or pages. */
const table = {
  local: { dialect: 'extractive', models: ['extractive'] },
  openai: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.openai.com/v1',
    apiKeyEnv: 'OPENAI_API_KEY',
    policy: OPENAI,
  },
  // Its address is `https://<resource>.openai.azure.com/openai/v1`; its models are the names of deployments.
  azure: {
    dialect: 'openai-chat',
    baseUrlEnv: 'AZURE_BASE_URL',
    apiKeyEnv: 'AZURE_API_KEY',
    auth: { header: 'api-key' },
    policy: AZURE,
  },
  // The header names the version of the API: from this one on it has no sampling parameters.
  anthropic: {
    dialect: 'anthropic-messages',
    baseUrl: 'https://api.anthropic.com/v1',
    apiKeyEnv: 'ANTHROPIC_API_KEY',
    auth: { header: 'x-api-key' },
    headers: { 'anthropic-version': '2026-10-21' },
  },
  groq: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.groq.com/openai/v1',
    apiKeyEnv: 'GROQ_API_KEY',
    policy: GROQ,
  },
  mistral: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.mistral.ai/v1',
    apiKeyEnv: 'MISTRAL_API_KEY',
    policy: MISTRAL,
  },
  deepseek: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.deepseek.com',
    apiKeyEnv: 'DEEPSEEK_API_KEY',
    policy: DEEPSEEK,
  },
  together: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.together.xyz/v1',
    apiKeyEnv: 'TOGETHER_API_KEY',
    policy: CAUTIOUS,
  },
  openrouter: {
    dialect: 'openai-chat',
    baseUrl: 'https://openrouter.ai/api/v1',
    apiKeyEnv: 'OPENROUTER_API_KEY',
    // openrouter.ai/docs, usage accounting, read 2026-11-26: in credits, which are dollars; in every answer.
    statesCost: true,
    policy: OPEN_ROUTER,
  },
  xai: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.x.ai/v1',
    apiKeyEnv: 'XAI_API_KEY',
    policy: XAI,
  },
  fireworks: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.fireworks.ai/inference/v1',
    apiKeyEnv: 'FIREWORKS_API_KEY',
    policy: CAUTIOUS,
  },
  gemini: {
    dialect: 'openai-chat',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    apiKeyEnv: 'GEMINI_API_KEY',
    policy: GEMINI,
  },
  cohere: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.cohere.ai/compatibility/v1',
    apiKeyEnv: 'COHERE_API_KEY',
    policy: COHERE,
  },
  // No chat: embeddings and reranking (tasks/).
  jina: {
    baseUrl: 'https://api.jina.ai/v1',
    apiKeyEnv: 'JINA_API_KEY',
  },
  // Text Embeddings Inference of Hugging Face; its address ends in `/v1`. No chat.
  tei: {
    baseUrlEnv: 'TEI_BASE_URL',
  },
  ollama: {
    dialect: 'openai-chat',
    baseUrl: 'http://127.0.0.1:11434/v1',
    policy: OLLAMA,
  },
  vllm: {
    dialect: 'openai-chat',
    baseUrl: 'http://127.0.0.1:8000/v1',
    policy: VLLM,
  },
  llamacpp: {
    dialect: 'openai-chat',
    baseUrl: 'http://127.0.0.1:8080/v1',
    policy: LLAMA_CPP,
  },
  lmstudio: {
    dialect: 'openai-chat',
    baseUrl: 'http://127.0.0.1:1234/v1',
    policy: LM_STUDIO,
  },
  custom: {
    dialect: 'openai-chat',
    baseUrlEnv: 'CUSTOM_BASE_URL',
    policy: CAUTIOUS,
  },
} as const satisfies Record<string, LlmProvider>;

export type LlmProviderId = keyof typeof table;

export const llmProviders: Readonly<Record<LlmProviderId, LlmProvider>> = table;
