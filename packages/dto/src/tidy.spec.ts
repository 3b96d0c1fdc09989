import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryOf } from './testing/arbitrary.ts';
import { contract } from './testing/contract.ts';
import { BODIES } from './gen/checks.gen.ts';
import { dropEmptyFields, tidy } from './tidy.ts';

const { plan } = BODIES.ChatCompletionRequest;
const messages = [{ role: 'user', content: 'Hello' }];
const body = (more: object) => ({ model: 'm', messages, ...more });

describe('tidy', () => {
  it.each([[null], [''], [{}], [[]]])('takes %j in an optional field for not given', (empty) => {
    const sent = body({ user: empty, stop: empty, tools: empty, filter_documents: empty, temperature: empty });
    expect(tidy(plan, sent)).toEqual(body({}));
  });

  it('keeps 0, false and empty required fields', () => {
    const sent = { model: '', messages: [], temperature: 0, stream: false };
    expect(tidy(plan, sent)).toBe(sent);
  });

  it('drops only null inside nested objects, and keeps it where it is a value', () => {
    const sent = body({
      messages: [{ role: 'assistant', content: null, name: '', tool_calls: null, function_call: null }],
    });
    expect(tidy(plan, sent)).toEqual(body({ messages: [{ role: 'assistant', content: null, name: '' }] }));
  });

  it.each([
    ['1024', 1024],
    [' -0.5 ', -0.5],
    ['1e2', 100],
  ])('reads %j as a number', (text, value) => {
    const sent = body({
      seed: text,
      logit_bias: { '50256': text },
      thinking: { type: 'enabled', budget_tokens: text },
    });
    const mended = { seed: value, logit_bias: { '50256': value }, thinking: { type: 'enabled', budget_tokens: value } };
    expect(tidy(plan, sent)).toEqual(body(mended));
  });

  it.each(['0x10', '1,5', '01', '+1', 'NaN', 'Infinity', '1e999', '--1', '1 2'])('leaves %j alone', (text) => {
    const sent = body({ seed: text });
    expect(tidy(plan, sent)).toBe(sent);
  });

  it('reads "true" and "false" as booleans where the contract wants booleans', () => {
    expect(tidy(plan, body({ stream: 'true', logprobs: 'false', store: 'yes' }))).toEqual(
      body({ stream: true, logprobs: false, store: 'yes' }),
    );
  });

  it('reads no number where text is welcome', () => {
    const sent = body({ stop: '1', user: '2', tool_choice: 'true', metadata: { a: '3' } });
    expect(tidy(plan, sent)).toBe(sent);
  });

  it('touches nothing inside free-form objects and unknown fields', () => {
    const free = { a: null, b: '1', c: { d: '', e: [] }, f: 'true' };
    const tool = { type: 'function', function: { name: 'f', parameters: free } };
    const sent = body({ filter_documents: free, prediction: free, tools: [tool], unknown: free });
    expect(tidy(plan, sent)).toBe(sent);
  });

  it('keeps a __proto__ key as a key', () => {
    const sent = JSON.parse(
      '{"model":"m","user":"","__proto__":{"admin":true},"logit_bias":{"__proto__":"1"}}',
    ) as object;
    const mended = tidy(plan, sent) as object;
    expect(Object.getPrototypeOf(mended)).toBe(Object.prototype);
    expect(JSON.stringify(mended)).toBe('{"model":"m","__proto__":{"admin":true},"logit_bias":{"__proto__":1}}');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each([[null], [5], ['text'], [[1]]])('returns %j as it is', (value) => {
    expect(tidy(plan, value)).toBe(value);
  });

  it('changes of a valid body only what the quick pass changes, and leaves it valid', () => {
    const bodies = Object.entries(BODIES).map(([name, { accepts, plan: own }]) =>
      arbitraryOf(contract, contract.components.schemas[name]!)
        .filter((value) => accepts(value))
        .map((value) => ({ value: value as Record<string, unknown>, accepts, own })),
    );
    fc.assert(
      fc.property(fc.oneof(...bodies), ({ value, accepts, own }) => {
        expect(tidy(own, value)).toEqual(dropEmptyFields(own, value));
        expect(accepts(dropEmptyFields(own, value))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
