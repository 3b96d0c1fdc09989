export { createLlm } from './create-llm.ts';
export { messageText } from './extractive/message-text.ts';
export * from './llm-error.ts';
export { type LlmProviderId, llmProviders } from './providers.ts';
export * from './types.ts';
