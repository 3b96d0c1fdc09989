import type { ChatMessage } from '@groundwire/client';

/**
 * How a vendor wants a model's earlier thinking back:
 * - `thinking_blocks`: Claude's signed blocks, beside the tool calls they led to.
 * - `reasoning_content`: a text, in every message of the assistant.
 * - `extra_content`: in each tool call; Gemini's signatures.
 */
export type ThinkingForm = 'thinking_blocks' | 'reasoning_content' | 'extra_content';

/** The thinking behind one message of the assistant, in one of the forms. Plain data, to be stored as JSON. */
export interface KeptThinking {
  thinking_blocks?: ChatMessage['thinking_blocks'];
  reasoning_content?: string;
  /** With the ids of the tool calls. */
  extra_content?: [toolCallId: string, content: unknown][];
}
