/** Where Nest injects the models. */
export const LLM = Symbol('llm');

/** Where Nest injects what is known of them: windows and prices. */
export const MODEL_TABLE = Symbol('model table');
