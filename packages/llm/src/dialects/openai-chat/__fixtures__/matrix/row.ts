import type { Adjustment, ChatMessage } from '@groundwire/client';
import type { LlmProviderId } from '../../../../providers.ts';
import type { CallParameters } from '../../../../types.ts';

/** The columns, in the order of a row's cells: a provider, and the model that the row speaks of unless it says otherwise. */
export const COLUMNS: readonly { name: string; provider: LlmProviderId; model: string }[] = [
  { name: 'gpt-4o', provider: 'openai', model: 'gpt-4o' },
  { name: 'o3', provider: 'openai', model: 'o3' },
  { name: 'gpt-5.6', provider: 'openai', model: 'gpt-5.6' },
  { name: 'gemini', provider: 'gemini', model: 'gemini-2.5-flash' },
  { name: 'mistral', provider: 'mistral', model: 'mistral-large-latest' },
  { name: 'cohere', provider: 'cohere', model: 'command-a-03-2025' },
  { name: 'groq', provider: 'groq', model: 'openai/gpt-oss-120b' },
  { name: 'deepseek', provider: 'deepseek', model: 'deepseek-chat' },
  { name: 'ollama', provider: 'ollama', model: 'llama3.2' },
  { name: 'vllm', provider: 'vllm', model: 'Qwen/Qwen3-8B' },
  { name: 'llamacpp', provider: 'llamacpp', model: 'any' },
];

export interface Changed {
  /** How often it is sent; once when absent. */
  calls?: number;
  /** Where we cut. */
  ownStops?: string[];
  /** Fields of the body afterwards; `undefined`: it must not be there. */
  wire: Record<string, unknown>;
  /** Absent: the same thing in another shape, which is not reported. */
  action?: Adjustment['action'];
}

/**
 * `=` sent as it is, `✂` dropped and reported, `∅` left out without a word, as it asks for nothing, `✗` refused, null: the
 * vendor does not say.
 */
export type Cell = '=' | '✂' | '∅' | '✗' | null | Changed;
type Cells = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];

export interface Row {
  /** What is asked for, as a person would name it. */
  name: string;
  /** The field of the body that the row is about. */
  field: string;
  /** What the report calls it; the field when absent. */
  reported?: string;
  given: CallParameters;
  messages?: ChatMessage[];
  /** Other models than the columns', by the column's name. */
  models?: Record<string, string>;
  cells: Cells;
}

export function to(wire: Record<string, unknown>, action?: Adjustment['action']): Changed {
  return { wire, ...(action && { action }) };
}

/** The same cell in every column. */
export function everywhere(cell: Cell): Cells {
  return [cell, cell, cell, cell, cell, cell, cell, cell, cell, cell, cell];
}
