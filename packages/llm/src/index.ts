export { createLlm } from './create-llm.ts';
export { messageText } from './extractive/message-text.ts';
export * from './llm-error.ts';
export { type LlmProviderId, llmProviders } from './providers.ts';
export { type ThinkingEntry, ThinkingCollector } from './thinking/thinking-collector.ts';
export type { KeptThinking, ThinkingForm } from './thinking/thinking-form.ts';
export { missingThinking } from './thinking/thinking-keys.ts';
export { putThinkingBack } from './thinking/put-thinking-back.ts';
export * from './types.ts';
