/** Where Nest injects the models. */
export const LLM = Symbol('llm');
