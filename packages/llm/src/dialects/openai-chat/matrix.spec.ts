import { describe, expect, it } from '@jest/globals';
import { checkRequest, type ChatBody } from '../../../../../tools/fake-upstream/check-request.ts';
import { callOf } from '../../__fixtures__/create-test-llm.ts';
import { llmProviders } from '../../providers.ts';
import type { VendorRequest } from '../../types.ts';
import { MESSAGE_ROWS } from './__fixtures__/matrix/message-rows.ts';
import { OUTPUT_ROWS } from './__fixtures__/matrix/output-rows.ts';
import { type Changed, COLUMNS, type Row } from './__fixtures__/matrix/row.ts';
import { SAMPLING_ROWS } from './__fixtures__/matrix/sampling-rows.ts';
import { TOOL_ROWS } from './__fixtures__/matrix/tool-rows.ts';
import { toRequest } from './to-request.ts';

const ROWS = [...SAMPLING_ROWS, ...OUTPUT_ROWS, ...TOOL_ROWS, ...MESSAGE_ROWS];

const CELLS = ROWS.flatMap((row) =>
  COLUMNS.flatMap((column, index) => {
    const cell = row.cells[index] ?? null;
    return cell === null ? [] : [{ title: `${row.name} × ${column.name}`, row, column, cell }];
  }),
);

const request = (
  { given, messages, models }: Row,
  { name, provider, model }: (typeof COLUMNS)[number],
): VendorRequest => {
  const call = callOf('any', given);
  const spoken = { ...call, messages: messages ?? call.messages };
  return toRequest(spoken, models?.[name] ?? model, llmProviders[provider], provider);
};
const givenBody = ({ given, messages }: Row): Record<string, unknown> => ({
  ...given,
  messages: messages ?? callOf('any').messages,
});
const actionsOn = ({ adjustments }: VendorRequest, parameter: string): string[] =>
  adjustments.filter((adjustment) => adjustment.parameter === parameter).map(({ action }) => action);
/** As it arrives. */
const received = ({ body }: VendorRequest): Record<string, unknown> =>
  JSON.parse(JSON.stringify(body)) as Record<string, unknown>;

function expectChanged(
  made: VendorRequest,
  { wire, action, calls = 1, ownStops = [] }: Changed,
  parameter: string,
): void {
  const body = received(made);
  for (const [field, value] of Object.entries(wire)) expect([field, body[field]]).toEqual([field, value]);
  if (action === undefined) expect(actionsOn(made, parameter)).toEqual([]);
  else expect(actionsOn(made, parameter)).toContain(action);
  expect([made.calls, made.ownStops]).toEqual([calls, ownStops]);
}

describe('the table of fields and vendors', () => {
  it.each(CELLS)('$title', ({ row, column, cell }) => {
    const { field, reported = field } = row;
    if (cell === '✗') {
      const refusal = { kind: 'unsupported', param: field, provider: column.provider };
      expect(() => request(row, column)).toThrow(expect.objectContaining(refusal));
      return;
    }
    const made = request(row, column);
    if (column.provider === 'openai') expect(checkRequest(received(made) as ChatBody)).toBeUndefined();
    if (cell === '=') {
      expect(received(made)[field]).toEqual(givenBody(row)[field]);
      expect(actionsOn(made, reported)).toEqual([]);
    } else if (cell === '✂') {
      expect(received(made)).not.toHaveProperty(field);
      expect(actionsOn(made, reported)).toContain('dropped');
    } else if (cell === '∅') {
      expect(received(made)).not.toHaveProperty(field);
      expect(actionsOn(made, reported)).toEqual([]);
    } else expectChanged(made, cell, reported);
  });
});
