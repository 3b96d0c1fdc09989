import { describe, expect, it } from '@jest/globals';
import { messagesFault } from '../../../../../tools/fake-upstream/anthropic/check-messages.ts';
import type { MessagesBody } from '../../../../../tools/fake-upstream/anthropic/messages-body.ts';
import { checkRequest, type ChatBody } from '../../../../../tools/fake-upstream/check-request.ts';
import { callOf } from '../../__fixtures__/create-test-llm.ts';
import type { VendorRequest } from '../../types.ts';
import { ANTHROPIC_CELLS } from './__fixtures__/matrix/anthropic-cells.ts';
import { CELLS, received, requestOf, ROWS } from './__fixtures__/matrix/cells.ts';
import type { Changed, Row } from './__fixtures__/matrix/row.ts';

const givenBody = ({ given, messages }: Row): Record<string, unknown> => ({
  ...given,
  messages: messages ?? callOf('any').messages,
});
const actionsOn = ({ adjustments }: VendorRequest, parameter: string): string[] =>
  adjustments.filter((adjustment) => adjustment.parameter === parameter).map(({ action }) => action);

/** What the strict fakes of the two real APIs would answer 400 with. */
const FAULTS: Readonly<Record<string, (body: Record<string, unknown>) => unknown>> = {
  openai: (body) => checkRequest(body as ChatBody),
  anthropic: (body) => messagesFault(body as MessagesBody),
};

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
  it.each(CELLS)('$title', (matrixCell) => {
    const { row, provider, cell } = matrixCell;
    const { field, reported = field } = row;
    if (cell === '✗') {
      const refusal = { kind: 'unsupported', param: field, provider };
      expect(() => requestOf(matrixCell)).toThrow(expect.objectContaining(refusal));
      return;
    }
    const made = requestOf(matrixCell);
    expect(FAULTS[provider]?.(received(made))).toBeUndefined();
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

  it('has a cell of Anthropic in each row', () => {
    expect(Object.keys(ANTHROPIC_CELLS).sort()).toEqual(ROWS.map(({ name }) => name).sort());
  });
});
