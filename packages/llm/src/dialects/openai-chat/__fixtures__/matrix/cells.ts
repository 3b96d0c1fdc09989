import { callOf } from '../../../../__fixtures__/create-test-llm.ts';
import { llmProviders, type LlmProviderId } from '../../../../providers.ts';
import type { Dialect, VendorRequest } from '../../../../types.ts';
import { anthropicMessages } from '../../../anthropic-messages/index.ts';
import { openAiChat } from '../../index.ts';
import { ANTHROPIC_CELLS, ANTHROPIC_MODELS } from './anthropic-cells.ts';
import { MESSAGE_ROWS } from './message-rows.ts';
import { OUTPUT_ROWS } from './output-rows.ts';
import { type Cell, COLUMNS, type Row } from './row.ts';
import { SAMPLING_ROWS } from './sampling-rows.ts';
import { TOOL_ROWS } from './tool-rows.ts';

/** One cell of the table of fields and vendors. */
export interface MatrixCell {
  /** `row × column`. */
  title: string;
  row: Row;
  provider: LlmProviderId;
  /** As the vendor names it. */
  model: string;
  cell: Exclude<Cell, null>;
}

export const ROWS: readonly Row[] = [...SAMPLING_ROWS, ...OUTPUT_ROWS, ...TOOL_ROWS, ...MESSAGE_ROWS];

/** Every cell that the vendors' tables fill. */
export const CELLS: readonly MatrixCell[] = ROWS.flatMap((row) => {
  const openAi = COLUMNS.map(({ name, provider, model }, index) => ({
    title: `${row.name} × ${name}`,
    provider,
    model: row.models?.[name] ?? model,
    cell: row.cells[index] ?? null,
  }));
  const anthropic = ANTHROPIC_MODELS.map((model, index) => ({
    title: `${row.name} × ${model}`,
    provider: 'anthropic' as const,
    model,
    cell: ANTHROPIC_CELLS[row.name]?.[index] ?? null,
  }));
  return [...openAi, ...anthropic].flatMap(({ cell, ...rest }) => (cell === null ? [] : [{ ...rest, row, cell }]));
});

/** What is made of a cell's request. */
export function requestOf({ row: { given, messages }, provider, model }: Omit<MatrixCell, 'cell'>): VendorRequest {
  const call = callOf('any', given);
  const dialect: Dialect = provider === 'anthropic' ? anthropicMessages : openAiChat;
  return dialect.toRequest({ ...call, messages: messages ?? call.messages }, model, llmProviders[provider], provider);
}

/** A body as it arrives. */
export function received({ body }: VendorRequest): Record<string, unknown> {
  return JSON.parse(JSON.stringify(body)) as Record<string, unknown>;
}
