import { describe, expect, it } from '@jest/globals';
import { checkParameters } from './check-parameters.ts';

const id = '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c';

describe('checkParameters', () => {
  it('returns path parameters by name', () => {
    const path = { project_id: id, chunk_id: id };
    expect(checkParameters('getChunk', { path })).toEqual({ ok: true, value: path });
  });

  it('names each bad or missing parameter', () => {
    expect(checkParameters('getChunk', { path: { project_id: 'x' } })).toEqual({
      ok: false,
      faults: [
        { path: 'project_id', message: 'project_id must be a UUID' },
        { path: 'chunk_id', message: 'chunk_id is required' },
      ],
    });
  });

  it('takes the nil UUID, and no URN', () => {
    const nil = '00000000-0000-0000-0000-000000000000';
    expect(checkParameters('getProject', { path: { project_id: nil } })).toHaveProperty('ok', true);
    expect(checkParameters('getProject', { path: { project_id: `urn:uuid:${nil}` } })).toHaveProperty('ok', false);
  });

  it('reads declared headers only, and takes an empty optional one for absent', () => {
    const headers = { host: 'localhost', authorization: 'Bearer x' };
    expect(checkParameters('createChatCompletion', { headers })).toEqual({ ok: true, value: {} });
    expect(checkParameters('createChatCompletion', { headers: { 'x-project-id': '' } })).toEqual({
      ok: true,
      value: {},
    });
    expect(checkParameters('createChatCompletion', { headers: { 'x-project-id': id } })).toEqual({
      ok: true,
      value: { 'x-project-id': id },
    });
    expect(checkParameters('createChatCompletion', { headers: { 'x-project-id': '5' } })).toHaveProperty('ok', false);
  });

  it('accepts anything for an operation without parameters', () => {
    expect(checkParameters('listModels', { query: { a: '1' } })).toEqual({ ok: true, value: {} });
  });
});
