import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { checkBody, unknownFields } from './check-body.ts';

const ask = { model: 'm', messages: [{ role: 'user', content: 'Hello' }] };
const faultsOf = (body: unknown) => {
  const result = checkBody('GenerateRequest', body);
  return result.ok ? {} : Object.fromEntries(result.faults.map(({ path, message }) => [path, message]));
};

describe('checkBody', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('returns the very same object when nothing had to be mended', () => {
    expect(checkBody('GenerateRequest', ask)).toEqual({ ok: true, value: ask });
    expect(checkBody('GenerateRequest', ask)).toHaveProperty(
      'value',
      expect.objectContaining({ messages: ask.messages }),
    );
    const result = checkBody('GenerateRequest', ask);
    expect(result.ok && result.value).toBe(ask);
  });

  it('asks class-validator for a bad body only', () => {
    const asked = jest.spyOn(getMetadataStorage(), 'getTargetValidationMetadatas');
    checkBody('GenerateRequest', ask);
    checkBody('GenerateRequest', { ...ask, temperature: '0.5', stop: [] });
    expect(asked).not.toHaveBeenCalled();
    checkBody('GenerateRequest', { ...ask, temperature: 5 });
    expect(asked).toHaveBeenCalled();
  });

  it('applies no defaults', () => {
    const result = checkBody('GenerateRequest', ask);
    expect(result.ok && Object.keys(result.value)).toEqual(['model', 'messages']);
  });

  it('drops empty fields of a body that is valid with them', () => {
    const result = checkBody('GenerateRequest', { ...ask, filter_documents: {}, stop: [] });
    expect(result).toEqual({ ok: true, value: ask });
  });

  it.each([[null], [5], ['text'], [[]], [true]])('says that %j is no object', (body) => {
    expect(faultsOf(body)).toEqual({ '': 'The body must be an object' });
  });

  it('names every missing field', () => {
    expect(faultsOf({})).toEqual({ messages: 'messages is required', model: 'model is required' });
  });

  it('names limits and allowed values', () => {
    expect(faultsOf({ model: '', messages: [], temperature: 3, reasoning_effort: 'max', k: 0, seed: 1.5 })).toEqual({
      model: 'model must not be empty',
      messages: 'messages must not be empty',
      temperature: 'temperature must be at least 0 and at most 2',
      reasoning_effort: 'reasoning_effort must be one of: low, medium, high',
      k: 'k must be at least 1',
      seed: 'seed must be an integer',
    });
  });

  it('reports an unknown content part at its type', () => {
    const content = [{ type: 'text', text: 'a' }, { type: 'video' }, { text: 'b' }];
    expect(faultsOf({ ...ask, messages: [{ role: 'user', content }] })).toEqual({
      'messages.0.content.1.type':
        'messages.0.content.1.type must be one of: text, image_url, input_audio, file, refusal',
      'messages.0.content.2.type': 'messages.0.content.2.type is required',
    });
  });

  it('explains a union by the member that fits the JSON type', () => {
    const more = { stop: ['a', 5], tool_choice: {}, metadata: [{ key: 'k' }], function_call: 5 };
    expect(faultsOf({ ...ask, ...more, tool_choice: { function: {} } })).toEqual({
      'stop.1': 'stop.1 must be a string',
      'tool_choice.type': 'tool_choice.type is required',
      'tool_choice.function.name': 'tool_choice.function.name is required',
      'metadata.0.value': 'metadata.0.value is required',
      function_call: 'function_call must be a string or an object',
    });
  });

  it('explains the keys and values of maps', () => {
    const key = 'k'.repeat(65);
    expect(faultsOf({ ...ask, metadata: { [key]: 'v', a: 1 }, logit_bias: { '5': 'much' } })).toEqual({
      [`metadata.${key}`]: `metadata.${key} is a key that must have at most 64 characters`,
      'metadata.a': 'metadata.a must be a string',
      'logit_bias.5': 'logit_bias.5 must be a number',
    });
  });

  it('says what a message needs', () => {
    expect(faultsOf({ ...ask, messages: [{ role: 'user' }] })).toEqual({
      'messages.0': 'messages.0 must have at least one of: content, message, tool_calls, function_call',
    });
  });

  it('answers a bad body of absurd size with the first fault, and without explaining all of it', () => {
    const inspected = jest.spyOn(getMetadataStorage(), 'getTargetValidationMetadatas');
    const messages = Array.from({ length: 100_000 }, () => ({ role: 'user', content: 'x' }));
    expect(faultsOf({ model: 'm', messages: [...messages, { role: 'x', content: 'x' }] })).toHaveProperty([
      'messages.100000.role',
    ]);
    expect(inspected).not.toHaveBeenCalled();
  });

  it('lists at most a hundred faults', () => {
    const result = checkBody('GenerateRequest', { model: 'm', messages: Array.from({ length: 500 }, () => ({})) });
    expect(!result.ok && result.faults).toHaveLength(100);
  });
});

describe('unknownFields', () => {
  it('names the fields that the schema does not', () => {
    const body = JSON.parse('{"model":"m","auth":"key","__proto__":1,"toString":2,"store":true}') as object;
    expect(unknownFields('GenerateRequest', body)).toEqual(['auth', '__proto__', 'toString', 'store']);
    expect(unknownFields('ChatCompletionRequest', body)).toEqual(['auth', '__proto__', 'toString']);
  });
});
