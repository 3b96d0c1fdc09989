export * from './llm-error.ts';
export * from './types.ts';
